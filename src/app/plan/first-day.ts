import type { Policy } from '../../core/meeting/policy.ts';
import { addDays, instantToLocal } from '../../core/meeting/wall-time.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { Planner } from './judge-plan.ts';

/** Longer than any holidays between two working days; then tomorrow is as good as any. */
const searchedDays = 21;

/** The next day, `YYYY-MM-DD` on the planner's clock, on which they work and take meetings. */
export async function firstDay(
  deps: Pick<GateDeps, 'store' | 'policies' | 'clock'>,
  organizationId: string,
  { address, zone }: Planner,
): Promise<string> {
  const nowMs = deps.clock.nowMs();
  const policy = await deps.store.inOrganization(organizationId, async (tx) => {
    const { policyText } = await tx.organizations.read();
    const mailbox = await tx.mailboxes.findByAddress(address);
    return mailbox === null
      ? await deps.policies.policyOf(policyText, address, nowMs)
      : await policyInForce(tx, deps, mailbox, { policyText });
  });
  const today = instantToLocal(nowMs, zone).date;
  const days = Array.from({ length: searchedDays }, (_, index) => addDays(today, index + 1));
  return days.find((date) => takesMeetings(date, policy)) ?? addDays(today, 1);
}

function takesMeetings(
  date: string,
  {
    workingHours,
    noMeetingDays,
    publicHolidays,
  }: Pick<Policy, 'workingHours' | 'noMeetingDays' | 'publicHolidays'>,
): boolean {
  const weekday = ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const isWorked = workingHours.some(({ weekdays }) => weekdays.includes(weekday));
  const isFree = noMeetingDays.some((day) => day.weekday === weekday && !day.exceptDates.includes(date));
  return isWorked && !isFree && !publicHolidays.includes(date);
}
