import { describe, expect, it } from '@jest/globals';
import type { Story, StoryStep } from '../../../../src/front/app/cases/case-view-types.ts';
import { storyPage } from '../../../../src/front/app/cases/story-page.tsx';
import { frameWith, germanFrame } from '../frames.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { startMs, stepFacts, storyWith } from './sample-cases.ts';

const frame = frameWith();

const event = (name: string, actor: string): StoryStep => ({
  ...{ kind: 'event', atMs: startMs, actor, event: name, facts: stepFacts, from: '', to: '' },
});

/** Text without tags, as it is read aloud. */
const read = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('the page of a case', () => {
  it('tells the story in words: what was done, both questions with quotes, the offer, and what is to come', () => {
    const text = read(storyPage(storyWith(), frame));
    for (const told of [
      'Declined for you.',
      'Does this have to be live? This need not be live. How sure: 88%.',
      'Is this a good time for it? The time is protected. 1 of the next 26 times is in protected time.',
      'Day without meetings (protects the time) Wed 25 Nov, 14:00 is on a free day.',
      'Propose Thu 26 Nov, 14:00 instead.',
      'Wed 25 Nov, 14:00 is on a free day. (policy: noMeetingDays)',
      'Purpose: Tell each other where things stand Weekly status (title)',
      'Written round: Roadmap',
      'Time: it is protected. Rule: Day without meetings.',
      'No meetings on Wednesdays. Thursday is free.',
      'It is declined, unless you step in.',
    ])
      expect(text).toContain(told);
  });

  it('offers what fits, each as a form of its own', () => {
    const html = storyPage(storyWith(), frame);
    const actions = [...html.matchAll(/<form[^>]* action="\/cases\/[\w-]+\/(\w+)"/g)].map(([, act]) => act);
    // Leaving it alone would do the same as the undo.
    expect(actions).toEqual(['undo', 'justify']);
    const left = storyPage(
      storyWith({ acts: { undo: false, override: true, justify: false, decide: false } }),
      frame,
    );
    expect(left).toContain('/override"');
    const none = { undo: false, override: false, justify: false, decide: false };
    expect(storyPage(storyWith({ acts: none }), frame)).not.toContain('/cases/1');
    expect(storyPage(storyWith({ acts: { ...none, decide: true } }), frame)).toContain('/decide"');
  });

  it('says first what was done with its undo, then why; sources and forms stay folded', () => {
    const html = storyPage(
      storyWith({ acts: { undo: true, override: true, justify: true, decide: true } }),
      frame,
    );
    const order = ['Declined for you.', '/undo"', '<h2>Why</h2>', '/justify"', 'What happened'];
    const places = order.map((part) => html.indexOf(part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(html.indexOf('policy: noMeetingDays')).toBeGreaterThan(html.indexOf('case-technical'));
    expect(html).not.toMatch(/<details open/);
    const asked = { ...storyWith().status, state: 'asked' } as const;
    expect(storyPage(storyWith({ status: asked }), frame)).toMatch(
      /<details open><summary>Was it understood/,
    );
  });

  const proposed: Story['status'] = {
    ...storyWith().status,
    state: 'proposed',
    answer: { kind: 'none' },
    wouldHave: { act: 'decline', because: 'held-back' },
  };
  const noActs = { undo: false, override: true, justify: true, decide: false };

  it('shows what is proposed before why, in both languages, and where the owner acts on it', () => {
    const changes = [
      'Propose Thu 2026-11-26 14:00 or Fri 2026-11-27 14:00 instead.',
      'Propose to move the series to Thu 14:00 instead.',
      'Write an agenda first.',
    ];
    const story = storyWith({ status: proposed, changes, acts: noActs });
    const english = read(storyPage(story, frame));
    expect(english).toMatch(
      /Another time is proposed to you\..*What is proposed to you Propose Thu 26 Nov, 14:00 or Fri 27 Nov, 14:00 instead\..*yourself in Google Calendar.* Why /,
    );
    expect(english).not.toContain('What would help');
    const html = storyPage({ ...story, provider: 'microsoft' }, germanFrame);
    const german = read(html.replace(/<(\w+)[^>]* lang="en"[^>]*>.*?<\/\1>/gs, ''));
    expect(german).toMatch(/Andere Zeit: Do\.?, 26\. Nov\.?, 14:00 oder Fr\.?, 27\. Nov\.?, 14:00 /);
    expect(german).toContain('Andere Zeit für die Serie: Do. 14:00');
    expect(german).toContain('selbst in Outlook beantworten');
    expect(html).toContain('<li lang="en">Write an agenda first.</li>');
  });

  it('claims no proposal where there is none, and says where the owner answers', () => {
    const story = storyWith({
      ...{ status: { ...proposed, proposesTime: false }, changes: [], acts: noActs },
      provider: 'microsoft',
    });
    const english = read(storyPage(story, frame));
    expect(english).toContain('It lies in protected time');
    expect(english).toMatch(/What you can do .*answer the invite yourself in Outlook/);
    expect(english).not.toMatch(/is proposed to you/);
    expect(read(storyPage(story, germanFrame))).not.toMatch(/wird vorgeschlagen/);
    const own = read(storyPage({ ...story, isOwn: true, verdict: 'move' }, frame));
    expect(own).toContain('please do that in Outlook');
    expect(own).not.toMatch(/answer (the invite|it) yourself/);
  });

  it('says beside the undo what Outlook makes of it, and only there', () => {
    const [outlook, google] = (['microsoft', 'google'] as const).map((provider) =>
      [frame, germanFrame].map((where) => storyPage(storyWith({ provider }), where)),
    );
    expect(outlook?.[0]).toMatch(
      /\/undo".*In Outlook an invitation cannot be made open again\. [^<]*“maybe”/,
    );
    expect(outlook?.[1]).toMatch(/\/undo".*In Outlook wird eine beantwortete [^<]*„vielleicht“/);
    for (const html of google ?? []) expect(html).not.toContain('In Outlook');
  });

  it('gives back what was typed, beside what is wrong with it', () => {
    const input = {
      values: { note: 'x'.repeat(501) },
      problem: { field: 'note', what: 'too-long' },
    } as const;
    const html = storyPage(storyWith(), frame, input);
    expect(html).toContain(`${'x'.repeat(501)}</textarea>`);
    expect(html).toMatch(/aria-invalid="true"[^>]*>x/);
  });

  it.each([
    [
      'https://docs.example/1',
      '<a href="/sandbox/documents?url=https%3A%2F%2Fdocs.example%2F1" rel="noreferrer">',
    ],
    ['javascript:alert(1)', 'The document is being created'],
    [null, 'The document is being created'],
  ])('leads to the document %s', (documentUrl, shown) => {
    const thread = { documentUrl, openedMs: 0, isEscalated: true, decision: null };
    const html = storyPage(storyWith({ thread }), frame);
    expect(html).toContain(shown);
    expect(html).not.toContain('javascript:');
    expect(html).toContain('a short meeting was set up');
  });

  it('keeps a decision with who took it, why, and what was not chosen', () => {
    const decision = {
      what: 'Friday.',
      why: 'Ready.',
      notChosen: ['Monday'],
      by: 'o@x.example',
      atMs: startMs,
    };
    const thread = { documentUrl: null, openedMs: 0, isEscalated: false, decision };
    const text = read(storyPage(storyWith({ thread }), frame));
    expect(text).toMatch(/What was decided Friday\. o@x\.example, Wed.* Why Ready\. Not chosen Monday/);
  });

  it('names who acted: the reader, somebody with the link, or an address', () => {
    const steps = ['claire@halden.example', 'link', 'kim@acme.example', 'constructor'].map((who) =>
      event('OVERRODE', who),
    );
    const text = read(storyPage(storyWith({ steps }), frame));
    for (const who of ['· You', '· Somebody with the link', '· kim@acme.example', '· constructor'])
      expect(text).toContain(who);
  });

  it('tells a document that the button of an offer began as an act of whoever invited', () => {
    const steps: readonly StoryStep[] = [
      event('CONVERTED', 'link'),
      {
        ...{ kind: 'effect', atMs: startMs, effect: 'openThread', state: 'done', answer: null, about: null },
        ...{ words: null, wordsArrived: true, withdrawal: null, trouble: null },
      },
    ];
    const thread = { documentUrl: null, openedMs: 0, isEscalated: false, decision: null };
    const readAs = (change: Partial<Story>, where = frame) =>
      read(storyPage(storyWith({ steps, thread, ...change }), where));
    const named = readAs({});
    expect(named).toContain('· Carl Colleague By the button of the offer: it is written instead');
    expect(named).toContain('Carl Colleague chose to write it instead of meeting for it.');
    expect(named).toContain('The document was created for Carl Colleague.');
    expect(named).not.toMatch(/Somebody with the link|· You/);
    expect(readAs({ organizer: null })).toMatch(/Whoever invited chose .*· Whoever invited By the button/);
    expect(readAs({}, germanFrame)).toMatch(
      /Carl Colleague möchte es schriftlich .*· Carl Colleague Mit dem Knopf .*für Carl Colleague angelegt/,
    );
    const byOwner = readAs({ steps: [event('CONVERTED', 'claire@halden.example')] });
    expect(byOwner).toMatch(/· You It is written instead/);
    expect(byOwner).not.toContain('chose to write');
  });

  it('tells deadlines in writing to the hour, as an offer does, and all others to the minute', () => {
    const dueMs = startMs + 23 * 60_000;
    const { offer } = storyWith();
    const deadlines = ['thread', 'escalation', 'grace'].map((name) => ({ name, dueMs }));
    const due = offer && { ...offer, draft: { ...offer.draft, dueMs } };
    const text = read(storyPage(storyWith({ deadlines, offer: due }), frame));
    expect(text).toContain('Answers by Wednesday 25 November, 14:00.');
    expect(text).toMatch(/Wednesday 25 November, 14:00 Answers in writing are due/);
    expect(text).toMatch(/Wednesday 25 November, 14:00 A short meeting is set up/);
    expect(text).toMatch(/Wed,? 25 Nov, 14:23 It is declined/);
  });

  it('has a sentence for every event, deadline and effect of the gate in both languages, and for unknown ones', () => {
    const events = [
      ...['NEED_JUDGED', 'TIME_CHECKED', 'CONVERTED', 'JUSTIFIED', 'CANCELLED', 'OVERRODE', 'ANSWERED'],
      ...['CHANGED', 'ANSWER_GIVEN', 'ANSWER_REFUSED', 'DEADLINE_PASSED', 'DECIDED', 'ENDED'],
    ];
    const told = (event: string, where: typeof frame): boolean => {
      const steps: readonly StoryStep[] = [
        { ...{ kind: 'event', atMs: 0, actor: 'gate', event, facts: stepFacts, from: '', to: '' } },
      ];
      return !/Something was noted|Etwas wurde vermerkt/.test(storyPage(storyWith({ steps }), where));
    };
    for (const where of [frame, germanFrame]) {
      for (const event of events) expect([event, told(event, where)]).toEqual([event, true]);
      expect(told('toString', where)).toBe(false);
    }
  });

  it('mixes no languages: what is English is marked so on a German page', () => {
    const html = storyPage(storyWith(), germanFrame);
    expect(html).toContain('<html lang="de">');
    const unmarked = html.replace(/<(\w+)[^>]* lang="en"[^>]*>.*?<\/\1>/gs, '');
    expect(read(unmarked)).not.toMatch(/free day|Status can be|Propose|The points|No meetings/);
    expect(read(unmarked)).toContain('Warum');
  });

  it.each(hostileTexts.map((text) => [text.slice(0, 30), text]))('shows %j as text everywhere', (_, text) => {
    const story = storyWith();
    const [event, effect] = story.steps;
    if (event?.kind !== 'event' || effect?.kind !== 'effect' || !story.offer) throw new Error('sample');
    const { need, time } = story.questions;
    const reasons = [{ rule: text, says: 'block', because: text, source: text } as const];
    const hostile = storyWith({
      ...{ title: text, organizer: text, note: text, rule: text, changes: [text] },
      steps: [
        { ...event, event: text, actor: text, facts: { ...event.facts, rule: text } },
        { ...effect, words: { subject: text, text: `${text}\n${text}` } },
      ],
      deadlines: [{ name: text, dueMs: startMs }],
      questions: {
        need: need && {
          ...need,
          reasons,
          read: [{ signal: 'purpose', value: text, evidence: [{ field: 'summary', text }] }],
        },
        time: time && { ...time, reasons },
      },
      offer: {
        wasMade: true,
        draft: { ...story.offer.draft, title: text, sections: [{ heading: 'A', hint: 'B', lines: [text] }] },
      },
      thread: {
        ...{ documentUrl: text, openedMs: 0, isEscalated: false },
        decision: { what: text, why: text, notChosen: [text], by: text, atMs: 0 },
      },
      technical: { uid: text, state: text },
    });
    for (const where of [frame, germanFrame]) {
      const html = storyPage(hostile, where);
      expect(html).not.toMatch(/<script>|<img|<svg onload|onerror="|href="javascript|\u202E/);
      expect(html).not.toContain('\0');
      expect(html.length).toBeLessThan(120_000);
    }
  });
});
