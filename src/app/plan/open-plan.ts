import type { GateDeps } from '../gate-deps.ts';
import type { CalendarProvider } from '../ports/provider.ts';

/** What the form offers before anything is typed. */
export interface PlanDesk {
  /** Where the meeting would be created; null where the planner has connected no calendar. */
  readonly calendar: CalendarProvider['name'] | null;
  /** Addresses of colleagues whose calendars are connected, without the planner's. */
  readonly colleagues: readonly string[];
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
        .map(({ address }) => address)
        .filter((address) => address !== planner)
        .sort(),
    };
  });
}
