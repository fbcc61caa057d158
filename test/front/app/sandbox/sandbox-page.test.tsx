import { describe, expect, it } from '@jest/globals';
import { calendarsPart } from '../../../../src/front/app/sandbox/calendars.tsx';
import { newLines } from '../../../../src/front/app/sandbox/live-log.tsx';
import { sandboxPage } from '../../../../src/front/app/sandbox/sandbox-page.tsx';
import type { HappeningView, TroubleView } from '../../../../src/front/app/sandbox/sandbox-view.ts';
import { frameWith, germanFrame } from '../frames.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { calendarsWith, caseId, entry, happening, sandboxView } from './sandbox-views.ts';

const zone = 'Europe/Paris';
const linesOf = (lines: readonly HappeningView[], frame = frameWith(), earliest = 1) =>
  newLines({ lines, place: 'run.1-2', zone, earliest }, frame);

/** The sentence of a line without the isolates around titles. */
const sentence = (change: Partial<HappeningView>, frame = frameWith()): string =>
  (/class="sentence">([^<]*)/.exec(linesOf([happening(change)], frame))?.[1] ?? '').replace(/[⁦-⁩]/g, '');

describe('the log', () => {
  it.each([
    [{ kind: 'invitation', to: ['A B', 'C D'] }, 'Claire Marchetti invited A B and C D to “Weekly status”.'],
    [{ kind: 'update' }, 'Claire Marchetti changed “Weekly status”, and Maya Ellison heard of it.'],
    [{ kind: 'cancellation' }, 'Claire Marchetti cancelled “Weekly status” for Maya Ellison.'],
    [{ answer: 'declined' }, 'Claire Marchetti declined “Weekly status”.'],
    [{ answer: 'tentative' }, 'Claire Marchetti keeps “Weekly status” as “maybe”.'],
    [
      { answer: 'needsAction' },
      'Claire Marchetti’s answer to “Weekly status” was taken back: it is open again.',
    ],
    [{ kind: 'mail', to: ['Claire Marchetti'] }, 'The gate wrote to Claire Marchetti: “Weekly status”.'],
    [{ kind: 'mail' }, 'Mail from Claire Marchetti to Maya Ellison: “Weekly status”.'],
    [{ kind: 'document-shared' }, 'Claire Marchetti shared the document “Weekly status” with Maya Ellison.'],
    [{ title: null }, 'Claire Marchetti declined a meeting without a title.'],
  ] as const)('says in a sentence: %j', (change, says) => {
    expect(sentence(change)).toBe(says);
  });

  it.each([
    [{ what: 'rate-limit', times: 1 }, 'Google answered a request with 429. The gate tries again.'],
    [{ what: 'server-error', times: 3 }, 'Google answered 3 requests with 503. The gate tries again.'],
    [{ what: 'cut', times: 2 }, 'Google cut 2 requests. The gate tries again.'],
  ] as const)('tells of failures: %j', (given, says) => {
    const fault: TroubleView = { provider: 'google', ...given };
    expect(sentence({ kind: 'fault', fault, answer: null, subject: null })).toBe(says);
  });

  it('has the newest first, the words that were sent, and the next look in place of this one', () => {
    const html = linesOf([happening({ title: 'first' }), happening({ number: 2, title: 'second' })]);
    expect(html.indexOf('second')).toBeLessThan(html.indexOf('first'));
    expect(html).toContain('<blockquote dir="auto">I cannot join.</blockquote>');
    expect(html).toMatch(/<div id="happenings-next"[^>]*since=run.1-2"[^>]*hx-swap-oob="true"/);
    expect(html.match(/happenings-next/g)).toHaveLength(1);
  });

  it('keeps the paragraphs of what was sent', () => {
    const html = linesOf([happening({ words: 'Wed 10:00\r\n\r\n\r\nUndo,  or see why\nWhy' })]);
    expect(html).toContain('>Wed 10:00\n\nUndo, or see why\nWhy</blockquote>');
  });

  it('has a mail under the line that it tells of, there already or not', () => {
    const mail = happening({
      ...{ number: 2, kind: 'mail', from: 'Claire Marchetti', to: ['Claire Marchetti'], answer: null },
      ...{ title: 'Declined', words: 'Why', subject: null, offerPath: null, tellsOf: 1 },
    });
    const under = '<summary>And told Claire Marchetti by mail</summary><blockquote dir="auto">Declined';
    const both = linesOf([happening(), mail]);
    expect(both.match(/<li/g)).toHaveLength(1);
    expect(both).toContain(`<div id="mails-1"><details class="told">${under}`);
    expect(linesOf([mail])).toContain(`<div hx-swap-oob="beforeend:#mails-1"><details class="told">${under}`);
  });

  it('has a mail as a line of its own where the page does not reach back to what it tells of', () => {
    const mail = happening({ number: 2, kind: 'mail', to: ['Claire Marchetti'], answer: null, tellsOf: 1 });
    const log = { lines: [mail], place: 'run.2-2', zone, earliest: 2 };
    for (const html of [sandboxPage(sandboxView({ log }), frameWith()), linesOf([mail], frameWith(), 2)]) {
      expect(html).toContain('The gate wrote to Claire Marchetti');
      expect(html).not.toContain('mails-1"');
    }
  });

  it('says what the clock brought, and that nothing is done while the gate is paused', () => {
    const moved = (due: number) => sentence({ kind: 'clock', due, answer: null, subject: null });
    expect([0, 1, 3].map(moved)).toEqual([
      'The clock was moved on. Nothing was due.',
      'The clock was moved on. One deadline came due.',
      'The clock was moved on. 3 deadlines came due.',
    ]);
    const { subject } = happening();
    const paused = subject && { ...subject, paused: true };
    expect(sentence({ kind: 'judged', answer: null, subject: paused })).toBe(
      'Claire Marchetti has paused the gate: nothing is done about “Weekly status”.',
    );
  });

  it('leads to the offer, and to the case as its owner', () => {
    const html = linesOf([happening()]);
    expect(html).toContain(`href="/o/${'a'.repeat(22)}"`);
    expect(html).toContain(`name="to" value="/cases/${caseId}"`);
    expect(html).toContain('name="address" value="claire@halden.example"');
    expect(html).toContain('See it as Claire Marchetti');
    const plain = linesOf([happening({ offerPath: null, subject: null })]);
    expect(plain).not.toMatch(/<form|href=/);
  });

  it('tells times on the clock of the company, whoever looks', () => {
    expect(linesOf([happening()], frameWith({ zone: 'Asia/Singapore' }))).toContain('Mon 23 Nov, 10:30');
  });

  it('gives reasons in German first, and marks the English ones as English', () => {
    const html = linesOf([happening()], germanFrame);
    expect(html.indexOf('Dieser Tag')).toBeGreaterThan(0);
    expect(html.indexOf('Dieser Tag')).toBeLessThan(html.indexOf('kept free of meetings'));
    expect(html).toContain('<p class="because" lang="en">It is on a day');
    expect(sentence({}, germanFrame)).toBe('Claire Marchetti hat „Weekly status“ abgelehnt.');
  });

  it('gives no reason for an answer that was taken back', () => {
    expect(linesOf([happening({ answer: 'needsAction' })])).not.toContain('kept free');
  });
});

describe('the calendars', () => {
  const html = (change: Parameters<typeof entry>[0] = {}, frame = frameWith()) =>
    calendarsPart(calendarsWith([entry(change)]), frame);

  it('tell the time of each person', () => {
    expect(html()).toContain('16:00 – 16:30');
    expect(html()).toContain('10:00 – 10:30');
  });

  it.each([
    [{ answer: 'needsAction' }, 'not answered', false],
    [{ answer: 'accepted' }, 'accepted', false],
    [{ answer: 'tentative' }, 'maybe', false],
    [{ answer: 'declined' }, 'declined', true],
    [{ answer: 'declined', removed: true }, 'in Deleted Items', true],
    [{ answer: 'accepted', cancelled: true }, 'cancelled', true],
    [{ answer: null, kind: 'focus', title: 'Deep work' }, 'focus time', false],
    [{ answer: null, kind: 'away' }, 'out of office', false],
    [{ allDay: true }, 'All day', false],
  ] as const)('say the state in words: %j', (change, word, isStruck) => {
    expect(html(change)).toContain(word);
    expect(html(change).includes('<s ')).toBe(isStruck);
  });

  it('leave an empty weekend out, and name an entry without a title', () => {
    expect(html({ title: ' ' })).toContain('(no title)');
    expect(html()).not.toContain('Saturday');
    expect(html()).toContain('Friday');
  });

  it('turn the weeks, with script or without, for the same two people', () => {
    const two = 'left=claire%40halden.example&amp;right=maya%40halden.example&amp;week=';
    expect(html()).toContain(`href="/sandbox?${two}2026-11-16#calendars"`);
    expect(html()).toContain(`hx-get="/sandbox/calendars?${two}2026-11-30"`);
  });
});

describe('the page', () => {
  it('holds the whole first invite behind its button', () => {
    const form = /<form[^>]*action="\/sandbox\/events".*?<\/form>/s.exec(
      sandboxPage(sandboxView(), frameWith()),
    )?.[0];
    const values = [...(form ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(Object.fromEntries(values)).toEqual({
      ...{ csrf: 'csrf-value', organizer: 'maya@halden.example', attendees: 'claire@halden.example' },
      ...{
        title: 'Weekly status',
        text: 'Updates.\n- scope',
        date: '2026-11-25',
        time: '10:00',
        minutes: '30',
      },
    });
  });

  it('says once what the act before it did, and nothing for a code that it has not', () => {
    const said = (code: string) => sandboxPage(sandboxView(), frameWith({ said: code }));
    const cardOf = (code: string) =>
      /<section[^>]*id="(\w+)"(?:(?!<\/section>).)*role="(?:status|alert)"/s.exec(said(code))?.[1];
    expect(said('time-passed')).toContain('The clock was moved on.');
    expect(['invite-sent', 'time-passed', 'failing', 'all-well'].map(cardOf)).toEqual([
      ...['log', 'clock', 'faults', 'faults'],
    ]);
    expect(said('failing')).not.toContain('class="said"');
    for (const code of ['constructor', 'unknown']) expect(said(code)).not.toContain('role="status"');
  });

  it('opens the form that was refused, with what was written and what is wrong', () => {
    const { examples } = sandboxView();
    const invite = { ...examples.status, title: 'Kept', attendees: [] };
    const html = sandboxPage(
      sandboxView({ written: { invite, problems: ['guests', 'title', 'minutes'] } }),
      frameWith(),
    );
    expect(html).toContain('<details id="own-invite" open');
    expect(html).toContain('value="Kept"');
    const wrong = [
      '<a href="#guests">Tick one',
      '<a href="#field-title">Give',
      '<a href="#field-minutes">Give',
    ];
    for (const link of wrong) expect(html).toContain(link);
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(2);
    // The page comes back at what is wrong, which is far below its top.
    expect(html.match(/<[^>]* autofocus/g)).toEqual([expect.stringContaining('role="alert" tabindex="-1"')]);
    expect(html).toContain('<title>Error: ');
    expect(sandboxPage(sandboxView(), frameWith())).not.toContain('<details id="own-invite" open');
  });

  it('says of an invite into the past where and when it is for whoever invites, and begins with their today', () => {
    const { examples } = sandboxView();
    const written = { invite: { ...examples.status, date: '2026-11-20' }, problems: ['past'] } as const;
    const [english, german] = [frameWith(), germanFrame].map((frame) =>
      sandboxPage(sandboxView({ written }), frame),
    );
    expect(english).toMatch(
      /<a href="#field-date">Day and time are over: in New York it is Mon,? 23 Nov, 03:00\. Choose a later/,
    );
    expect(english).toMatch(/id="field-date-problem">Day and time are over/);
    expect(german).toMatch(/In New York ist es Mo\.?, 23\. Nov\.?, 03:00\. Bitte einen späteren/);
    const midnight = frameWith({ nowMs: Date.parse('2026-11-23T02:00:00Z') });
    // It is still Sunday in New York.
    expect(sandboxPage(sandboxView(), midnight)).toMatch(/<input type="date"[^>]* min="2026-11-22"/);
  });

  it('promises no answer while all are stopped, and says since when', () => {
    const stopped = sandboxView({ answersStoppedMs: Date.parse('2026-11-23T09:30:00Z') });
    const [english, german] = [frameWith(), germanFrame].map((frame) => sandboxPage(stopped, frame));
    expect(english).toContain('All answers are stopped since Mon 23 Nov, 10:30');
    expect(english).not.toContain('within seconds');
    expect(german).toContain('Alle Antworten sind angehalten seit Mo');
    expect(german).not.toContain('in Sekunden');
    expect(sandboxPage(sandboxView(), frameWith())).toContain('within seconds');
  });

  it('offers to be everybody but oneself', () => {
    const html = sandboxPage(sandboxView(), frameWith());
    expect(html).toContain('Be Maya Ellison');
    expect(html).not.toContain('Be Claire Marchetti');
    expect(html).toContain('administrator');
  });

  it('says what goes wrong at the vendors, in both languages', () => {
    const troubles = (['rate-limit', 'server-error', 'cut', 'lost', 'doubled'] as const).flatMap((what) =>
      [1, 7].map((times) => ({ provider: 'microsoft', what, times }) as const),
    );
    for (const frame of [frameWith(), germanFrame]) {
      const html = sandboxPage(sandboxView({ troubles }), frame);
      expect(html.match(/<p class="problem">Microsoft /g)).toHaveLength(10);
    }
  });

  it.each(hostileTexts.map((text, number) => [number, text] as const))(
    'shows hostile text %i as text',
    (_, text) => {
      const { examples } = sandboxView();
      const hostile = happening({ from: text, to: [text], title: text, words: text });
      const view = sandboxView({
        log: {
          lines: [hostile, happening({ ...hostile, kind: 'mail' })],
          place: 'run.1-2',
          zone,
          earliest: 1,
        },
        calendars: calendarsWith([entry({ title: text, comment: text })]),
        written: { invite: { ...examples.status, title: text, text }, problems: ['title'] },
      });
      for (const frame of [frameWith(), germanFrame]) {
        const html = sandboxPage(view, frame);
        expect(html).not.toMatch(/<(?:img|svg onload|script>)| on\w+="window/);
        // What somebody wrote comes back in the fields as it was.
        expect(html.replace(/<input[^>]*>|<textarea.*?<\/textarea>/gs, '')).not.toContain('\u202E');
        expect(html.match(/<main/g)).toHaveLength(1);
      }
    },
  );
});
