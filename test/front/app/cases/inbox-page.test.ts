import { describe, expect, it } from '@jest/globals';
import type { InboxCase } from '../../../../src/front/app/cases/case-view-types.ts';
import { inboxPart } from '../../../../src/front/app/cases/inbox-list.tsx';
import { inboxPage } from '../../../../src/front/app/cases/inbox-page.tsx';
import { frameWith, germanFrame } from '../frames.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { inboxCase, inboxWith, startMs } from './sample-cases.ts';

const frame = frameWith();
const page = (shown: Partial<InboxCase>, where = frame) =>
  inboxPage(inboxWith({ cases: [inboxCase(shown)] }), where, 'v1');

describe('the inbox', () => {
  it('says what was done, why, and offers to undo it, as a form without script', () => {
    const html = page({});
    expect(html).toContain('<strong>Declined for you.</strong>');
    expect(html).toContain('Wed 25 Nov, 14:00 is on a free day.');
    expect(html).toContain('14:00');
    expect(html).toContain('from Carl Colleague');
    expect(html).toMatch(
      /<form method="post" action="\/cases\/1{8}-2222-4333-8444-5{12}\/undo"><input type="hidden" name="csrf" value="csrf-value"\/>/,
    );
    expect(html).toContain('aria-label="Undo the answer to Roadmap review"');
  });

  it('says the reason in German where the rule has a sentence, else in English marked as such', () => {
    const html = page({}, germanFrame);
    expect(html).toContain('Automatisch abgelehnt.');
    expect(html).toContain('Dieser Tag wird von Besprechungen freigehalten.');
    expect(html).not.toContain('is on a free day');
    const unknown = page({ reason: { rule: 'a-new-rule', because: 'It is new.' } }, germanFrame);
    expect(unknown).toContain('<span lang="en">It is new.</span>');
  });

  const none = { kind: 'none' } as const;
  it.each<[string, Partial<InboxCase>, RegExp, boolean]>([
    [
      'asked',
      { state: 'asked', answer: none, deadlineMs: startMs },
      /One question is open.*Open until Wed/,
      false,
    ],
    [
      'on grace',
      { state: 'on-grace', answer: { kind: 'given', answer: 'tentative', givenMs: 0 }, deadlineMs: startMs },
      /Answered “maybe” for you\.<\/strong> It is declined on Wed.*14:00, unless/,
      true,
    ],
    ['on its way', { answer: { kind: 'being-given' } }, /It is being declined for you/, true],
    ['undone', { state: 'left-alone', answer: { kind: 'being-withdrawn' } }, /Undone\. Your calendar/, false],
    [
      'undone the second way',
      { state: 'left-alone', answer: { kind: 'withdrawn', how: 'own-copy' } },
      /Left as it is.*an entry of your own holds the time/,
      false,
    ],
    ['admitted', { state: 'admitted', answer: none }, /Nothing has to be done/, false],
    [
      'observed',
      { state: 'admitted', answer: none, wouldHave: { act: 'decline', because: 'observed' } },
      /Nothing was done\. It would have been declined/,
      false,
    ],
    [
      'held back',
      { state: 'proposed', answer: none, wouldHave: { act: 'decline', because: 'held-back' } },
      /Another time is proposed to you.*were held back at that time, so you were asked/,
      false,
    ],
    [
      'held back where no other time is free',
      {
        ...{ state: 'proposed', answer: none, proposesTime: false },
        wouldHave: { act: 'decline', because: 'held-back' },
      },
      /Nothing was answered\. It lies in protected time, and you answer it yourself/,
      false,
    ],
    [
      'refused',
      {
        state: 'proposed',
        answer: none,
        trouble: { kind: 'refused', effect: 'answerInvite', code: 'not-an-attendee' },
      },
      /The calendar refused the answer\. Please answer it yourself/,
      false,
    ],
    [
      'in doubt',
      { trouble: { kind: 'in-doubt', effect: 'tellOwner', code: null } },
      /Declined for you.*may not have reached you/,
      true,
    ],
    ['decided', { state: 'decided', answer: none }, /Decided in writing/, false],
  ])('tells what is %s, with an undo only where there is something to undo', (_, shown, text, undo) => {
    const html = page(shown);
    expect(html).toMatch(text);
    expect(html.includes('/undo"')).toBe(undo);
  });

  it('says what an undo leaves in Outlook, once, and only where there is one', () => {
    const open = { state: 'asked', answer: { kind: 'none' } } as const;
    const pageOf = (provider: 'google' | 'microsoft', shown: Partial<InboxCase>, where = frame) =>
      inboxPage(inboxWith({ provider, cases: [inboxCase(shown), inboxCase(shown)] }), where, 'v1');
    const outlook = pageOf('microsoft', {});
    expect(outlook.match(/id="undo-note">[^<]*Outlook[^<]*“maybe”/g)).toHaveLength(1);
    expect(outlook.match(/<button[^>]* aria-describedby="undo-note"/g)).toHaveLength(2);
    expect(pageOf('microsoft', {}, germanFrame)).toMatch(/id="undo-note">[^<]*Outlook[^<]*„vielleicht“/);
    for (const html of [pageOf('google', {}), pageOf('microsoft', open)])
      expect(html).not.toContain('undo-note');
  });

  it('says until when it is settled in writing, to the hour and on the reader’s clock', () => {
    const shown = { state: 'in-writing', answer: none, deadlineMs: startMs + 23 * 60_000 } as const;
    expect(page(shown)).toContain('in writing, until Wednesday 25 November, 14:00.');
    expect(page(shown, germanFrame)).toContain('schriftlich geklärt, bis Mittwoch, 25. November, 14:00.');
    expect(page(shown, frameWith({ zone: 'Asia/Kolkata' }))).toContain('25 November, 18:00.');
    expect(page(shown, frameWith({ zone: 'UTC' }))).toContain('25 November, 13:00 UTC.');
    // In the hour itself it would be over.
    expect(page(shown, frameWith({ nowMs: startMs + 60_000 }))).toContain('25 November, 14:23.');
    expect(page(shown, frameWith({ nowMs: startMs + 3_600_000 }))).toContain('25 November, 14:00.');
  });

  it('speaks of a question in the badge only while one is open', () => {
    const asked = { verdict: 'ask', answer: none } as const;
    expect(page({ ...asked, state: 'asked' })).toContain('One question first');
    const admitted = page({ ...asked, state: 'admitted' });
    expect(admitted).toContain('Nothing has to be done');
    expect(admitted).toContain('Purpose not clear');
    expect(admitted).not.toMatch(/question/i);
    expect(page({ ...asked, state: 'admitted' }, germanFrame)).not.toContain('Frage');
  });

  it('looks for news on its first page only, and leads on to older ones', () => {
    const inbox = inboxWith({ shelf: 'answered', older: '123.4' });
    const first = inboxPage(inbox, frame, 'v1');
    expect(first).toContain('hx-get="/cases?show=answered&amp;since=v1"');
    expect(first).toContain('href="/cases?show=answered&amp;after=123.4"');
    const later = inboxPage({ ...inbox, isFirstPage: false, older: null }, frame, 'v1');
    expect(later).not.toContain('hx-get');
    expect(later).toContain('Back to the first page');
  });

  it('is sent as a part with ids on what has the focus, and tells those who cannot see the change', () => {
    const part = inboxPart(inboxWith({ needsYou: 2 }), frame, 'v2');
    expect(part).toMatch(/^<section id="case-list"/);
    expect(part).toMatch(/id="case-1{8}-/);
    expect(part).toMatch(/<p id="case-news" role="status"[^>]*hx-swap-oob="innerHTML">.*2 need you/);
  });

  it('says what happens next where there is nothing, in the sandbox with the way there', () => {
    const empty = inboxWith({ cases: [] });
    expect(inboxPage(empty, frame, 'v')).toContain('href="/sandbox"');
    expect(inboxPage(empty, frameWith({ isSandbox: false }), 'v')).not.toContain('href="/sandbox"');
    expect(inboxPage({ ...empty, shelf: 'needs-you' }, frame, 'v')).toContain('Nothing needs you');
  });

  it('says until when it only watches and what would have been done, and what else stands in the way', () => {
    const observing = { untilMs: startMs, byRule: { 'no-meeting-day': 3, 'a-new-rule': 1 } };
    const html = inboxPage(inboxWith({ observing, stoppedMs: startMs, problem: 'unavailable' }), frame, 'v');
    expect(html).toContain('Only watching until Wednesday');
    expect(html).toContain('Day without meetings: 3 invites');
    expect(html).toContain('a-new-rule: 1 invite<');
    expect(html).toContain('Automatic answers are stopped');
    expect(html).toContain('Your calendar cannot be reached');
  });

  it('says that it is paused, with a way to end that, and in which order the list is', () => {
    const html = inboxPage(inboxWith({ isPaused: true }), frame, 'v');
    expect(html).toMatch(/action="\/protections\/pause".*name="pause" value="off".*End the pause/);
    expect(html).toContain('What came in last comes first.');
    expect(inboxPage(inboxWith(), frame, 'v')).not.toContain('/protections/pause');
  });

  it('says how a calendar is connected', () => {
    const html = inboxPage({ kind: 'not-connected', address: 'ada@kiln.example' }, germanFrame, 'v');
    expect(html).toContain('npx meeting-gatekeeper connect google --hint ada@kiln.example\n');
    expect(html).toContain('npx meeting-gatekeeper connect microsoft --hint ada@kiln.example\n');
  });

  it.each(['undone', 'judged-again', 'not-open'])('says once what %s means, in both languages', (said) => {
    const [english, german] = [frameWith({ said }), { ...germanFrame, said }].map(
      (each) => /<p class="said"[^>]*>([^<]+)</.exec(inboxPage(inboxWith(), each, 'v'))?.[1],
    );
    expect(english).toBeTruthy();
    expect(german).toBeTruthy();
    expect(german).not.toBe(english);
    expect(inboxPage(inboxWith(), frameWith({ said: 'constructor' }), 'v')).not.toContain('class="said"');
  });

  it.each(hostileTexts.map((text) => [text.slice(0, 30), text]))('shows %j as text', (_, text) => {
    const html = page({ title: text, organizer: text, reason: { rule: text, because: text } });
    expect(html).not.toMatch(/<script>|<img|<svg onload|onerror="|\u202E/);
    expect(html).not.toContain('\0');
    expect(html.length).toBeLessThan(20_000);
  });

  it('has a name for what has none', () => {
    expect(page({ title: null })).toContain('Without a title');
    expect(page({ title: 'x', isPrivate: true })).toContain('Private entry');
    expect(page({ title: '\u200B ' })).toContain('Without a title');
  });
});
