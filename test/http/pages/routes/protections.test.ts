import { describe, expect, it } from '@jest/globals';
import { colleague, owner } from '../../../contract/world.ts';
import { type PageFetch, type ServedPages, servedPages } from '../served-pages.ts';

const openPages = servedPages();

const policyText = `# Kiln
organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  workingHours: [{ days: [monday, tuesday, wednesday, thursday, friday], hours: 08:00-19:00 }]
  noMeetingDays: [wednesday] # agreed in May
teams:
  Core: { members: [${owner}], noMeetingDays: [friday] }
people:
  ${colleague}: { takesOffHours: false }
`;

async function openProtections(): Promise<{ readonly pages: ServedPages; readonly ask: PageFetch }> {
  const pages = await openPages();
  await pages.gate.inside((tx) => tx.organizations.change({ policyText }));
  return { pages, ask: await pages.signInAs(owner) };
}

const storedPolicy = ({ gate }: ServedPages) =>
  gate.inside(async (tx) => (await tx.organizations.read()).policyText ?? '');
const holdsOf = ({ gate }: ServedPages) => gate.inside((tx) => tx.holds.ofMailbox(gate.mailboxId));
const actsOf = ({ gate }: ServedPages) =>
  gate.inside(async (tx) => {
    const rows = await tx.audit.page({ before: null, most: 20, action: null, person: null });
    return rows
      .filter(({ action }) => action.startsWith('protections.'))
      .map(({ action, content }) => [action, content?.actor, content?.subject, content?.data]);
  });

const nothing = { goalLeast: '90', calendarEvents: 'yes' };

describe('the page of protections', () => {
  it('shows what holds, with the level that set a day, and nothing of other people', async () => {
    const { ask } = await openProtections();
    const html = await (await ask('/protections')).text();
    expect(html).toMatch(/value="wednesday" checked disabled[^§]{0,80}set for the whole organization/);
    expect(html).toMatch(/value="friday" checked disabled[^§]{0,80}set for the team Core/);
    expect(html).toContain('Now Europe/Paris, by the policy.');
    expect(html).not.toContain(colleague);
    expect(html).toMatch(/23 Nov<\/th><td class="number">22 h/);
  });

  it('saves what was typed, keeps every other line of the policy, and says so', async () => {
    const { pages, ask } = await openProtections();
    const saved = await ask('/protections', {
      form: {
        ...nothing,
        day: 'monday',
        categories: 'Deep work, Deep work , Writing',
        'block.1.day': ['tuesday', 'thursday'],
        'block.1.from': '9:00',
        'block.1.to': '12.00',
        budgetDay: '3,5',
        timeZone: 'Asia/Singapore',
        noOffHours: 'yes',
        'enforce.focus-block': 'grace',
      },
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      '/protections?said=protections-saved',
    ]);
    expect(await storedPolicy(pages)).toBe(`${policyText}  ${owner}:
    timeZone: Asia/Singapore
    noMeetingDays: [monday]
    focus:
      categories: [Deep work, Writing]
      blocks:
        - days: [tuesday, thursday]
          hours: 09:00-12:00
    budget:
      hoursPerDay: 3.5
    takesOffHours: false
    enforcement:
      focus-block: grace
`);
    expect(await actsOf(pages)).toEqual([['protections.changed', owner, owner, { version: 3 }]]);
    const page = await (await ask('/protections?said=protections-saved')).text();
    expect(page).toContain('Your protections are saved.');
    expect(page).toMatch(/value="tuesday" checked/);
  });

  it('takes everything back where the form comes empty, and then changes nothing', async () => {
    const { pages, ask } = await openProtections();
    await ask('/protections', { form: { ...nothing, day: 'monday', goalHours: '4' } });
    await ask('/protections', { form: nothing });
    expect(await storedPolicy(pages)).toBe(policyText);
    const again = await ask('/protections', { form: nothing });
    expect(again.headers.get('location')).toBe('/protections?said=nothing-changed');
    expect((await actsOf(pages)).length).toBe(2);
  });

  it('says what is wrong beside the field, and keeps all that was typed', async () => {
    const { pages, ask } = await openProtections();
    const response = await ask('/protections', {
      form: {
        ...nothing,
        day: 'tuesday',
        'work.0.day': 'monday',
        'work.0.from': '17:00',
        'work.0.to': '09:00',
        budgetWeek: '500',
        timeZone: 'Mars/"><b>Olympus',
      },
    });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html.match(/class="problem"/g)?.length).toBe(3);
    expect(html).toContain('This time zone is not known.');
    expect(html).toContain('value="Mars/&quot;>&lt;b>Olympus"');
    expect(html).toMatch(/value="tuesday" checked/);
    expect(html).toContain('name="work.0.from" value="17:00"');
    expect(await storedPolicy(pages)).toBe(policyText);
  });

  it('adds a row without saving and without script, ten at most', async () => {
    const { pages, ask } = await openProtections();
    const added = await ask('/protections', {
      form: { ...nothing, add: 'block', 'block.0.from': '09:00', timeZone: 'Asia/Kolkata' },
    });
    const html = await added.text();
    expect(added.status).toBe(200);
    expect(html).toMatch(/name="block.1.from" value(?:="")? /);
    expect(html).toContain('value="Asia/Kolkata"');
    const full = Object.fromEntries(
      Array.from({ length: 12 }, (_none, row) => [`block.${row}.from`, '09:00']),
    );
    const last = await (await ask('/protections', { form: { ...nothing, ...full, add: 'block' } })).text();
    expect(last).toContain('name="block.9.from"');
    expect(last).not.toContain('name="block.10.from"');
    expect(await storedPolicy(pages)).toBe(policyText);
  });

  it('books a weekly goal at once, off the days that are kept free', async () => {
    const { pages, ask } = await openProtections();
    // Wednesday and Friday are 22 hours already.
    await ask('/protections', { form: { ...nothing, goalHours: '28', goalFirmness: 'soft' } });
    const keys = (await holdsOf(pages)).map(({ key }) => key.split(' ').slice(0, 3).join(' '));
    expect(keys).toEqual([
      ...['focus-goal 2026-11-24 08:00-12:00', 'focus-goal 2026-11-26 08:00-10:00'],
      ...['focus-goal 2026-11-30 08:00-12:00', 'focus-goal 2026-12-01 08:00-10:00'],
      ...['focus-goal 2026-12-07 08:00-12:00', 'focus-goal 2026-12-08 08:00-10:00'],
      ...['focus-goal 2026-12-14 08:00-12:00', 'focus-goal 2026-12-15 08:00-10:00'],
    ]);
    const html = await (await ask('/protections')).text();
    expect(html).toMatch(
      /22 h<\/td><td class="number">0 h<\/td><td class="number">6 h<\/td><td class="number">28 h/,
    );
    await ask('/protections', { form: nothing });
    expect(await holdsOf(pages)).toEqual([]);
  });
});

describe('a pause', () => {
  it('lasts until it is ended, with one button', async () => {
    const { pages, ask } = await openProtections();
    const begun = await ask('/protections/pause', { form: { pause: 'on' } });
    expect(begun.headers.get('location')).toBe('/protections?said=paused');
    expect(await storedPolicy(pages)).toBe(`${policyText}  ${owner}:\n    pause: true\n`);
    expect(await (await ask('/protections')).text()).toContain('End the pause');
    const ended = await ask('/protections/pause', { form: { pause: 'off' } });
    expect(ended.headers.get('location')).toBe('/protections?said=pause-ended');
    expect(await storedPolicy(pages)).toBe(policyText);
    expect((await actsOf(pages)).map(([action]) => action)).toEqual([
      'protections.resumed',
      'protections.paused',
    ]);
  });

  it('lasts until a day, which must not be over', async () => {
    const { pages, ask } = await openProtections();
    for (const until of ['2026-11-22', '2026-13-01', 'soon', ''])
      expect((await ask('/protections/pause', { form: { pause: 'until', until } })).status).toBe(422);
    expect(await storedPolicy(pages)).toBe(policyText);
    await ask('/protections/pause', { form: { pause: 'until', until: '2026-11-30' } });
    expect(await storedPolicy(pages)).toContain('pause: 2026-11-30');
    expect(await (await ask('/protections')).text()).toMatch(/until Monday,? 30 November, that day included/);
  });

  it('and all settings are the viewer’s own, whatever the form says', async () => {
    const { pages, ask } = await openProtections();
    await ask('/protections/pause', { form: { pause: 'on', address: colleague, viewer: colleague } });
    expect(await storedPolicy(pages)).toContain(`${colleague}: { takesOffHours: false }`);
    expect(await storedPolicy(pages)).toContain(`${owner}:\n    pause: true`);
  });
});
