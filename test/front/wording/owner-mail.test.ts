import { describe, expect, it } from '@jest/globals';
import { type OwnerMail, ownerMail } from '../../../src/front/wording/owner-mail.tsx';

const mail: OwnerMail = {
  about: 'answered',
  title: 'Roadmap review',
  whenText: 'Wed 2026-11-25 14:00',
  answer: 'declined',
  because: ['It is on a day that is kept free of meetings.'],
  proposals: ['Propose Thu 2026-11-26 14:00 instead.'],
  notes: ['Rule: no-meeting-day (policy: noMeetingDays).'],
  caseUrl: 'https://gate.example/c/token',
};
const abouts = [
  'offer',
  'question',
  'move',
  'change',
  'answered',
  'withdrawn',
  'in-doubt',
  'answer-in-doubt',
  'refused',
  'observed',
  'fell-back',
] as const;

describe('a mail to the owner', () => {
  it('says what was done, links to the undo before everything else, and gives the reasons', () => {
    const { subject, text } = ownerMail(mail);
    expect(subject).toBe('Automatically declined: Roadmap review');
    expect(text).toBe(
      [
        'The gate has declined this invite for you.',
        'Roadmap review, Wed 2026-11-25 14:00',
        'Undo, or see why: https://gate.example/c/token',
        'Why:\n- It is on a day that is kept free of meetings.',
        'Instead:\n- Propose Thu 2026-11-26 14:00 instead.',
        '- Rule: no-meeting-day (policy: noMeetingDays).',
        'Meeting Gatekeeper\n',
      ].join('\n\n'),
    );
  });

  it.each(['offer', 'question'] as const)('lets the owner object to an %s, on the same page', (about) => {
    const { text, html } = ownerMail({ ...mail, about });
    expect(text).toContain('This has to be live: https://gate.example/c/token#live');
    expect(html).toContain('<a href="https://gate.example/c/token#live">This has to be live</a>');
    expect(ownerMail({ ...mail, about, caseUrl: null }).text).not.toContain('has to be live:');
    expect(ownerMail(mail).text).not.toContain('#live');
  });

  it('says the same in HTML', () => {
    const { html } = ownerMail(mail);
    expect(html).toContain('<a href="https://gate.example/c/token">Undo, or see why</a>');
    expect(html).toContain('<li>Propose Thu 2026-11-26 14:00 instead.</li>');
  });

  it.each(abouts)('has words for %s, also where nothing else is known', (about) => {
    const bare = { title: null, whenText: null, answer: null, caseUrl: null };
    const { subject, text, html } = ownerMail({ ...bare, about, because: [], proposals: [], notes: [] });
    expect(subject).toMatch(/^[A-Z].{10,60}$/);
    expect(text).not.toMatch(/undefined|null/);
    expect(html).not.toMatch(/href|undefined|null/);
  });

  it.each([
    ['line ends', 'a\r\nBcc: all@kiln.example', 'a Bcc: all@kiln.example'],
    ['direction marks and zero width', 'pay\u202Eeno\u200B\u2066x', 'payenox'],
    ['controls', 'a\u0000\u001bb', 'a b'],
    ['only what is not seen', '\u200B\u200B', 'A meeting'],
  ])('keeps a hostile title to one clean line: %s', (_, title, shown) => {
    const { subject, text } = ownerMail({ ...mail, title });
    expect(subject).toBe(`Automatically declined: ${shown}`);
    expect(text.split('\n\n')[1]).toBe(`${shown}, Wed 2026-11-25 14:00`);
  });

  it('escapes markup, and cuts a title of a megabyte', () => {
    const { html, subject } = ownerMail({ ...mail, title: '<img src=x onerror=alert(1)>"\'&' });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
    expect(subject).toContain('<img src=x');
    const long = ownerMail({ ...mail, title: 'x'.repeat(1_000_000) });
    expect(long.subject.length).toBeLessThan(120);
    expect(long.html.length).toBeLessThan(3_000);
  });
});
