import { describe, expect, it } from '@jest/globals';
import { fairestSlot } from '../../../src/app/effects/fairest-slot.ts';
import { policyFor } from '../../../src/config/policy/join-levels.ts';
import { parsePolicy } from '../../../src/config/policy/parse-policy.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';

const paris = 'ann@kiln.example';
const singapore = 'wei@kiln.example';
/** Tuesday to Thursday; Wednesday is kept free. */
const window = { fromMs: Date.parse('2026-11-24T00:00:00Z'), toMs: Date.parse('2026-11-27T00:00:00Z') };
const parsed = parsePolicy(
  `
organization: { noMeetingDays: [{ day: tuesday }, { day: wednesday }] }
people:
  ${paris}: { timeZone: Europe/Paris }
  ${singapore}: { timeZone: Asia/Singapore }
`,
  'policy',
);

function policyOf(email: string): Policy {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return policyFor(parsed.document, { email });
}

const both = new Map([paris, singapore].map((email) => [email, policyOf(email)]));

function utc(slot: ReturnType<typeof fairestSlot>): string | null {
  return slot && new Date(slot.startMs).toISOString();
}

describe('the fairest slot for a short call', () => {
  it('keeps free days free, and lies where nobody has to get up', () => {
    // Thursday 09:00 in Paris is 16:00 in Singapore: within both working days.
    expect(utc(fairestSlot(both, [], window))).toBe('2026-11-26T08:00:00.000Z');
  });

  it('avoids what is taken, and not where somebody merely works elsewhere', () => {
    const at = (hour: number) => Date.parse(`2026-11-26T${String(hour).padStart(2, '0')}:00:00Z`);
    const taken = [
      { fromMs: at(8), toMs: at(9), as: 'busy' },
      { fromMs: at(0), toMs: at(23), as: 'elsewhere' },
    ] as const;
    const availabilities = [
      { email: paris, known: true, taken },
      { email: singapore, known: true, taken: [] },
    ] as const;
    const slot = fairestSlot(both, availabilities, window);
    expect(slot && (slot.endMs <= at(8) || slot.startMs >= at(9))).toBe(true);
    expect(slot && slot.startMs >= at(6) && slot.endMs <= at(11)).toBe(true);
    expect(slot && slot.endMs - slot.startMs).toBe(25 * 60_000);
  });

  it('finds none where every day is protected', () => {
    const free = { fromMs: window.fromMs, toMs: Date.parse('2026-11-25T00:00:00Z') };
    expect(fairestSlot(new Map([[paris, policyOf(paris)]]), [], free)).toBeNull();
  });
});
