import type { PlanFields } from '../../../src/app/plan/plan-fields.ts';
import { blankFields } from '../../../src/app/plan/plan-fields.ts';
import { colleague, owner } from '../../contract/world.ts';

/** Plans of Olga on Monday 23 November 2026, 09:00 in Paris. */
export const planner = { address: owner, zone: 'Europe/Paris' } as const;
const formKey = '0f0e0d0c-0b0a-4908-8706-050403020100';

/** A conversation on Thursday at 10:00 with the colleague, unless changed. */
export function filled(change: Partial<PlanFields> = {}): PlanFields {
  return {
    ...blankFields(formKey),
    title: 'Decide between Kafka and Redis',
    description: 'We disagree about the trade-offs and have to choose.\n- cost\n- operations',
    purpose: 'brainstorm',
    guests: colleague,
    date: '2026-11-26',
    start: '10:00',
    minutes: '25',
    ...change,
  };
}

/** Something that can be read: the gate would not meet for it. */
export function statusRound(change: Partial<PlanFields> = {}): PlanFields {
  return filled({
    title: 'Weekly status update',
    description: 'Everybody reports what they did:\n- platform\n- design',
    purpose: 'status',
    ...change,
  });
}
