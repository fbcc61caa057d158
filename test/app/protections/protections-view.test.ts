import { describe, expect, it } from '@jest/globals';
import { stopAnswers } from '../../../src/app/brake/stop-answers.ts';
import { changeProtections } from '../../../src/app/protections/change-protections.ts';
import { protectedWeeks } from '../../../src/app/protections/protected-weeks.ts';
import { protectionsView } from '../../../src/app/protections/protections-view.ts';
import { createPolicyDesk } from '../../../src/config/policy/edit/create-policy-desk.ts';
import { elsewhere, owner } from '../../contract/world.ts';
import { policy, working } from '../../core/time/samples.ts';
import { liveGates } from '../effects/live-gate.ts';

const openGate = liveGates();
const hours = { zone: 'Europe/Paris', workingHours: [working([1, 2, 3, 4], 8, 16)] };
const desk = createPolicyDesk();

async function openView(policyText: string | null) {
  const { deps, organizationId, mailboxId, inside } = await openGate('google');
  await inside(async (tx) => {
    await tx.organizations.change({ policyText });
    await tx.mailboxes.change(mailboxId, { hours });
  });
  const withDesk = { ...deps, desk };
  return {
    view: (address: string) => protectionsView(withDesk, organizationId, address),
    change: (change: Parameters<typeof changeProtections>[3]) =>
      changeProtections(withDesk, organizationId, owner, change),
    stop: async () => {
      await stopAnswers(deps, organizationId, 'ada@kiln.example');
      return deps.clock.nowMs();
    },
    stored: () => inside(async (tx) => (await tx.organizations.read()).policyText),
  };
}

describe('what holds for one person', () => {
  it('is completed by the calendar where the policy says nothing', async () => {
    const { view } = await openView(null);
    expect(await view(owner)).toMatchObject({
      ...{ zoneBy: 'calendar', hoursBy: 'calendar', hasCalendar: true },
      inForce: { zone: 'Europe/Paris' },
      above: [{ team: null, noMeetingDays: [] }],
    });
    expect((await view(owner)).weeks.length).toBe(4);
  });

  it('has weeks that begin with the coming one once this one is worked', () => {
    const office = policy({ zone: 'Europe/Paris', workingHours: [working([1, 2, 3, 4, 5])] });
    const mondays = (day: number, inForce = office) =>
      protectedWeeks(inForce, Date.UTC(2026, 10, day, 9), []).map(({ monday }) => monday);
    expect(mondays(27)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']);
    const coming = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'];
    expect([mondays(28), mondays(29)]).toEqual([coming, coming]);
    expect(mondays(28, { ...office, workingHours: [working([6])] })[0]).toBe('2026-11-23');
  });

  it('knows since when all answers are stopped', async () => {
    const { view, stop } = await openView(null);
    expect((await view(owner)).answersStoppedMs).toBeNull();
    const stoppedMs = await stop();
    expect((await view(owner)).answersStoppedMs).toBe(stoppedMs);
  });

  it('is unknown, and said so, for somebody without a calendar', async () => {
    const { view } = await openView(null);
    expect(await view(elsewhere)).toMatchObject({
      ...{ zoneBy: 'nobody', hoursBy: 'nobody', hasCalendar: false, weeks: [] },
      inForce: { zone: null },
    });
  });

  it('tells the person’s own word from that of the policy', async () => {
    const text = `organization:
  timeZone: Europe/Paris
  workingHours: [{ days: [monday], hours: 10:00-12:00 }]
people: { ${owner}: { timeZone: Asia/Singapore } }
`;
    const { view } = await openView(text);
    expect(await view(owner)).toMatchObject({ zoneBy: 'person', hoursBy: 'policy' });
    expect(await view(elsewhere)).toMatchObject({ zoneBy: 'policy', hoursBy: 'policy' });
  });

  it('measures what may be made stricter without the person’s own word', async () => {
    const text = `organization: { enforcement: { default: observe, focus-block: warn } }
people: { ${owner}: { enforcement: { focus-block: enforce } } }
`;
    const { view } = await openView(text);
    const { enforcementAbove, inForce } = await view(owner);
    expect(enforcementAbove).toMatchObject({ 'focus-block': 'warn', 'public-holiday': 'observe' });
    expect(inForce.enforcement['focus-block']).toBe('enforce');
  });
});

describe('a change of one’s own protections', () => {
  it('that the policy refuses changes nothing and says why', async () => {
    const { change, stored } = await openView(null);
    const refused = await change({ timeZone: 'Europe/Atlantis' });
    expect(refused).toMatchObject({
      kind: 'refused',
      problems: [{ key: `people.${owner}.timeZone`, what: '"Europe/Atlantis" is not allowed here' }],
    });
    expect(await stored()).toBeNull();
  });

  it('that is none writes no policy where nobody wrote one', async () => {
    const { change, stored } = await openView(null);
    expect(await change({ pause: null, timeZone: null })).toEqual({ kind: 'same' });
    expect(await stored()).toBeNull();
  });
});
