import { describe, expect, it } from '@jest/globals';
import { protectionsPage } from '../../../../src/front/app/protections/protections-page.tsx';
import type { ShownProtections, ShownView } from '../../../../src/front/app/protections/protections-view.ts';
import { policy, working } from '../../../core/time/samples.ts';
import { frameWith, germanFrame } from '../frames.ts';
import { hostileTexts } from '../hostile-texts.ts';

const enforcementAbove = {
  'no-meeting-day': 'enforce',
  'focus-block': 'warn',
  'outside-working-hours': 'grace',
  'unfair-burden': 'warn',
  'public-holiday': 'observe',
} as const;

const view: ShownView = {
  stated: { pause: null },
  above: [],
  enforcementAbove,
  inForce: policy({
    workingHours: [working([1, 2, 3, 4, 5])],
    enforcement: { ...enforcementAbove, default: 'warn' },
  }),
  zoneBy: 'calendar',
  hoursBy: 'calendar',
  weeks: [{ monday: '2026-11-23', freeDays: 480, focus: 90, goal: 0 }],
  answersStoppedMs: null,
  hasCalendar: true,
  zones: ['Europe/Paris'],
};

const typed: ShownProtections['typed'] = {
  days: [],
  calendarEvents: true,
  categories: '',
  blocks: [],
  goalHours: '',
  goalFirmness: 'soft',
  goalLeast: '90',
  budgetDay: '',
  budgetWeek: '',
  timeZone: '',
  work: [],
  noOffHours: false,
  holds: false,
  enforcement: {},
};

function shown(changes: Partial<ShownProtections> = {}): ShownProtections {
  return { view, typed, problems: {}, refused: [], wrongPause: null, ...changes };
}

const frame = frameWith({ path: '/protections' });

describe('the page of protections', () => {
  it('says who else can read the settings', () => {
    expect(protectionsPage(shown(), frame)).toContain('Administrators can read these settings');
  });

  it('says since when all answers are stopped, and not that the gate is at work', () => {
    const stopped = shown({ view: { ...view, answersStoppedMs: Date.parse('2026-11-23T09:30:00Z') } });
    const [english, german] = [frame, germanFrame].map((where) => protectionsPage(stopped, where));
    expect(english).toMatch(/All answers are stopped since Mon 23 Nov, \d\d:30\. .*Proposals still come/);
    expect(english).not.toContain('at work for you');
    expect(german).toContain('Alle Antworten sind angehalten seit Mo');
    expect(german).not.toContain('an der Arbeit');
    expect(protectionsPage(shown(), frame)).toContain('at work for you');
  });

  it('offers only what is stricter than the levels above', () => {
    const html = protectionsPage(shown(), frame);
    const offered = (rule: string) => {
      const select = new RegExp(`<select[^>]*name="enforce.${rule}"[^>]*>(.*?)</select>`).exec(html)?.[1];
      return [...(select ?? '').matchAll(/<option value(?:="([a-z]*)")?/g)].map(([, value]) => value ?? '');
    };
    expect(offered('no-meeting-day')).toEqual(['']);
    expect(offered('outside-working-hours')).toEqual(['', 'enforce']);
    expect(offered('public-holiday')).toEqual(['', 'warn', 'grace', 'enforce']);
  });

  it('says from where zone and hours are taken, and sums up the weeks', () => {
    const html = protectionsPage(shown(), frame);
    expect(html).toContain('Now Europe/Paris, as your calendar has it.');
    expect(html).toContain('Now Mon–Fri 09:00–17:00, as your calendar has it.');
    expect(html).toMatch(/>23 Nov<\/th>.*8 h<.*1\.5 h<.*0 h<.*9\.5 h</);
  });

  it('says what to do where no calendar and no zone are known', () => {
    const unknown = { ...view, hasCalendar: false, zoneBy: 'nobody', weeks: [] } as const;
    const html = protectionsPage(
      shown({ view: { ...unknown, inForce: { ...view.inForce, zone: null } } }),
      frame,
    );
    expect(html).toContain('No calendar is connected for you yet.');
    expect(html).toContain('Nobody knows your time zone yet.');
    expect(html).toContain('Nobody said it yet, so nothing is declined because of the hour.');
  });

  it('says under focus time and free days how firmly they are protected', () => {
    const html = protectionsPage(shown(), frame);
    expect(html).toContain('A meeting on such a day: it is declined at once, with a reason and an offer.');
    expect(html).toContain('A meeting in it: you are told, and nothing is declined.');
  });

  it('asks for the day of a pause at its field', () => {
    const html = protectionsPage(shown({ wrongPause: '' }), frame);
    expect(html).toContain('id="field-until-problem">Please choose a day from today on.');
    expect(html).toMatch(/<input[^>]*name="until"[^>]*autofocus/);
    expect(html).not.toMatch(/name="until"[^>]*required/);
  });

  it('turns a pause that runs into one button', () => {
    const paused = { ...view, stated: { pause: '2026-12-24' }, inForce: { ...view.inForce, paused: true } };
    const html = protectionsPage(shown({ view: paused }), frame);
    expect(html).toMatch(/until Thursday,? 24 December, that day included/);
    expect(html.match(/action="\/protections\/pause"/g)?.length).toBe(1);
    expect(html).toContain('name="pause" value="off"');
  });

  it('says each problem beside its field, with what was typed', () => {
    const html = protectionsPage(
      shown({ typed: { ...typed, goalHours: 'many' }, problems: { goalHours: 'number' } }),
      frame,
    );
    expect(html).toMatch(/value="many"[^>]*aria-describedby="field-goalHours-problem"/);
    expect(html).toContain('role="alert"');
  });

  it('is German in German, days included', () => {
    const html = protectionsPage(shown(), germanFrame);
    expect(html).toContain('<h1>Mein Schutz</h1>');
    expect(html).toContain('Mittwoch');
    expect(html).toContain('1,5 Std.');
    expect(html).not.toMatch(/Save|Working hours|Monday/);
  });

  it.each(hostileTexts)('shows whatever was typed as text: %#', (text) => {
    const above = [{ team: text, noMeetingDays: [{ day: 'friday' }], focusCalendarEvents: null }];
    const html = protectionsPage(
      shown({
        view: { ...view, above },
        typed: {
          ...{ ...typed, categories: text, timeZone: text, goalHours: text, budgetDay: text },
          blocks: [{ days: ['monday'], from: text, to: text }],
        },
        refused: [{ place: '1:1', key: text, what: text, remedy: text }],
        wrongPause: text,
      }),
      frame,
    );
    if (/[<"]/.test(text)) expect(html).not.toContain(text);
    expect(html).not.toMatch(/<script>|<img|<svg onload/);
    expect(html).not.toMatch(/[^\n\P{Cc}]|[\u202e\u2066]/u);
    expect(html.length).toBeLessThan(60_000);
  });
});
