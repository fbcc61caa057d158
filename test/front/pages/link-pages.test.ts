import { describe, expect, it } from '@jest/globals';
import { type CasePage, casePage } from '../../../src/front/pages/case-page.tsx';
import { noticePage } from '../../../src/front/pages/notice-page.tsx';
import { type OfferPage, offerPage } from '../../../src/front/pages/offer-page.tsx';

const offer: OfferPage = {
  draft: {
    alternative: { format: 'document', template: 'status-round', window: 'status' },
    title: 'Written round: Roadmap',
    sections: [{ heading: 'What we look at', hint: 'The points.', lines: ['scope', 'dates'] }],
    dueMs: Date.parse('2026-11-27T16:00:00Z'),
  },
  otherTimes: ['Propose Thu 2026-11-26 14:00 instead.'],
  zone: 'Europe/Paris',
  writing: { kind: 'possible' },
};

const paths = {
  ...{ offerPath: '/o/token', markdownPath: '/o/token.md', writePath: '/o/token/write' },
  isSandbox: false,
};

const story: CasePage = {
  title: 'Roadmap',
  whenText: 'Wed 2026-11-25 14:00',
  done: { kind: 'answered', answer: 'declined' },
  rule: 'no-meeting-day',
  reasons: [{ because: 'It is on a free day.', source: 'policy: noMeetingDays' }],
  changes: ['Propose Thu 2026-11-26 14:00 instead.'],
  draft: null,
  zone: 'Europe/Paris',
  canUndo: true,
  provider: 'google',
  purpose: 'no-matter',
};

const forms = { undoPath: '/c/token/undo', justifyPath: '/c/token/justify', isPurposeMissing: false };

const hostile = '</title></style><script>alert(1)</script>\u202E" onload="x';

describe('the page of an offer', () => {
  it('shows the draft with its due date on the reader’s clock, and where to save it', () => {
    const html = offerPage(offer, paths);
    expect(html).toContain('<li>scope</li><li>dates</li>');
    expect(html).toContain('<strong>Friday 27 November, 17:00 (Paris time)</strong>');
    expect(html).toContain('href="/o/token.md"');
    expect(html).toContain('If it has to be live');
    expect(html).toContain('<li>Propose Thu 2026-11-26 14:00 (Paris time) instead.</li>');
  });

  it('says the due date in UTC where no clock is known, and leaves out what is not there', () => {
    const html = offerPage({ ...offer, zone: null, otherTimes: [] }, paths);
    expect(html).toContain('16:00 (UTC)');
    expect(html).not.toContain('If it has to be live');
    const { draft } = offer;
    expect(offerPage({ ...offer, draft: { ...draft, dueMs: null } }, paths)).not.toContain('Answers by');
  });

  it('keeps hostile text as text', () => {
    const draft = {
      ...offer.draft,
      title: hostile,
      sections: [{ heading: 'A', hint: 'B', lines: [hostile, 'x'.repeat(1_000_000)] }],
    };
    const html = offerPage({ ...offer, draft, otherTimes: [hostile] }, paths);
    expect(html).not.toMatch(/<script|\u202E|<\/title><\/style>/);
    expect(html.length).toBeLessThan(12_000);
  });
});

describe('the reasons of a case', () => {
  it('name their source, without codes that only we know', () => {
    const source = 'principles: it can be consumed on one’s own schedule (E0, E13)';
    const html = casePage({ ...story, reasons: [{ because: 'It is a status.', source }] }, forms);
    expect(html).toContain('(principles: it can be consumed on one’s own schedule)');
    expect(html).not.toContain('E13');
  });
});

describe('writing instead of meeting', () => {
  it.each<[OfferPage['writing'], string | null]>([
    [{ kind: 'possible' }, '<form class="actions" method="post" action="/o/token/write"><button'],
    [{ kind: 'begun', documentUrl: 'https://docs.example/1' }, '<a href="https://docs.example/1">It is'],
    [{ kind: 'begun', documentUrl: null }, 'The document is being created'],
    [{ kind: 'begun', documentUrl: 'javascript:alert(1)' }, 'The document is being created'],
    [{ kind: 'over' }, null],
  ])('shows %j', (writing, text) => {
    const html = offerPage({ ...offer, writing }, paths);
    if (text !== null) expect(html).toContain(text);
    expect(html.includes('<form')).toBe(writing.kind === 'possible');
    expect(html).not.toContain('javascript:');
  });

  it('is the one thing to press first, and leads on where one has to look again', () => {
    const html = offerPage(offer, paths);
    expect(html).toContain('<a class="button quiet" href="/o/token.md"');
    expect(html).toContain('This is a preview of the document');
    const writing = { kind: 'begun', documentUrl: null } as const;
    expect(offerPage({ ...offer, writing }, paths)).toContain('<a href="/o/token">Look again</a>');
  });

  it('leads back to the sandbox where all is invented, and to what stands in its documents', () => {
    const documentUrl = 'https://docs.google.com/document/d/1x/edit?usp=drivesdk';
    const page = { ...offer, writing: { kind: 'begun', documentUrl } } as const;
    expect(offerPage(page, paths)).not.toContain('/sandbox');
    const html = offerPage(page, { ...paths, isSandbox: true });
    expect(html).toContain('<a href="/sandbox">Back to the sandbox</a>');
    expect(html).toContain(`href="/sandbox/documents?url=${encodeURIComponent(documentUrl)}"`);
  });
});

describe('the page of a case', () => {
  it('shows what was done, the rule, the evidence, and the button that undoes it', () => {
    const html = casePage(story, forms);
    expect(html).toContain('The gate has declined this invite for you.');
    expect(html).toContain('Decided by the rule “no-meeting-day”.');
    expect(html).toContain('It is on a free day. <small>(policy: noMeetingDays)</small>');
    expect(html).toMatch(
      /<form class="actions" method="post" action="\/c\/token\/undo"><button type="submit">Undo/,
    );
  });

  it.each([
    [{ kind: 'nothing' }, 'Nothing was answered for you.', true],
    [{ kind: 'withdrawn' }, 'The automatic answer was taken back.', true],
    [{ kind: 'undone' }, 'Undone.', false],
    [{ kind: 'answered', answer: 'tentative' }, 'tentatively accepted', true],
  ] as const)('tells %j, with a button only where something can be undone', (done, text, hasButton) => {
    const html = casePage({ ...story, done, canUndo: done.kind !== 'undone' }, forms);
    expect(html).toContain(text);
    expect(html.includes('<button')).toBe(hasButton);
  });

  it('asks what a meeting is for where the gate does not know, and says so once that was answered', () => {
    const asked = casePage({ ...story, purpose: 'wanted' }, forms);
    expect(asked).toMatch(
      /<section id="live"><h2>This has to be live<\/h2><form method="post" action="\/c\/token\/justify"/,
    );
    expect(asked).toContain('<label for="purpose">');
    expect(asked).toContain('<option value="incident">Deal with an incident</option>');
    expect(asked).not.toContain('Please choose what');
    const again = casePage({ ...story, purpose: 'wanted' }, { ...forms, isPurposeMissing: true });
    expect(again).toContain('<p id="missing">Please choose what the meeting is for.');
    const stated = casePage({ ...story, purpose: 'stated' }, forms);
    expect(stated).toContain('You said what it is for');
    expect(stated).not.toContain('<select');
  });

  it('has no button where nothing can be done any more', () => {
    expect(casePage({ ...story, canUndo: false }, forms)).not.toContain('<form');
  });

  it('says beforehand what Outlook cannot take back, where there is something to take back', () => {
    const provider = 'microsoft';
    expect(casePage({ ...story, provider }, forms)).toContain('It will stand as “maybe”');
    expect(casePage(story, forms)).not.toContain('“maybe”');
    expect(casePage({ ...story, provider, done: { kind: 'nothing' } }, forms)).not.toContain('“maybe”');
  });

  it('shows the draft where writing is the better way', () => {
    const html = casePage({ ...story, draft: offer.draft }, forms);
    expect(html).toContain('<li>scope</li>');
  });

  it('keeps hostile text as text, and names what has no title', () => {
    const html = casePage({ ...story, title: hostile, changes: [hostile] }, forms);
    expect(html).not.toMatch(/<script|\u202E/);
    expect(casePage({ ...story, title: null, whenText: null }, forms)).toMatch(/<h1>A meeting<\/h1>/);
  });
});

describe('every page', () => {
  it.each([
    ['offer', offerPage(offer, paths)],
    ['case', casePage(story, forms)],
    ['unknown', noticePage('unknown')],
    ['expired', noticePage('expired')],
    ['used', noticePage('used')],
    ['over', noticePage('over')],
    ['refused', noticePage('refused')],
  ])('runs nothing, loads nothing, and fits a phone: %s', (_, html) => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).not.toMatch(/<script|src=|url\(|@import|style="/);
    expect(html).toContain('width=device-width');
    expect(html.match(/<style>/g)).toHaveLength(1);
  });
});
