import type { GateDeps } from '../gate-deps.ts';
import type { CalendarProvider } from '../ports/provider.ts';

/** What the form offers before anything is typed. */
export interface PlanDesk {
  /** Where the meeting would be created; null where the planner has connected no calendar. */
  readonly calendar: CalendarProvider['name'] | null;
  /** Colleagues whose calendars are connected, by address, without the planner; `zone` as their calendar has it. */
  readonly colleagues: readonly { readonly address: string; readonly zone: string | null }[];
}

export function openPlan(
  { store }: Pick<GateDeps, 'store'>,
  organizationId: string,
  planner: string,
): Promise<PlanDesk> {
  return store.inOrganization(organizationId, async ({ mailboxes }) => {
    const all = (await mailboxes.summaries()).filter(
      ({ state }) => state === 'active' || state === 'observing',
    );
    return {
      calendar: all.find(({ address }) => address === planner)?.provider ?? null,
      colleagues: all
        .filter(({ address }) => address !== planner)
        .map(({ address, hours }) => ({ address, zone: hours?.zone ?? null }))
        .sort((one, other) => (one.address < other.address ? -1 : 1)),
    };
  });
}
