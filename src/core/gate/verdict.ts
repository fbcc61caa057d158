import type { NeedValue } from '../need/need.ts';
import type { Exemption } from '../time/check-time.ts';

/** What the gate thinks of a meeting, before any enforcement. */
export type Verdict = 'meet' | 'meet-differently' | 'go-async' | 'move' | 'decline' | 'ask' | 'skip';

export const verdicts = [
  'meet',
  'meet-differently',
  'go-async',
  'move',
  'decline',
  'ask',
  'skip',
] as const satisfies readonly Verdict[];

/** Whose side of the invite the gate stands on. */
export type Role = 'organizer' | 'invitee';

export interface VerdictInput {
  readonly need: NeedValue;
  /** Null is unknown: it never blocks and never frees. */
  readonly timeOk: boolean | null;
  readonly exemption: Exemption;
  readonly role: Role;
  /** True where there is something to propose: shorter, fewer people, agenda first, a timebox. */
  readonly hasChanges: boolean;
}

/**
 * The verdict table. An exemption lifts the protections, so what need not be live or is unclear is judged as if the
 * time were free: nobody declines what the policy let through.
 *
 * | need    | time ok or unknown             | time blocked                                                      |
 * | ------- | ------------------------------ | ----------------------------------------------------------------- |
 * | live    | meet, or meet-differently      | exempt: meet; else organizer move, invitee decline                 |
 * | async   | go-async                       | organizer go-async; invitee decline that carries the format        |
 * | unclear | ask                            | organizer move; invitee decline, unless an exemption is possible: ask |
 */
export function verdictOf({ need, timeOk, exemption, role, hasChanges }: VerdictInput): Verdict {
  const blocked = timeOk === false && exemption !== 'exempt';
  if (!blocked) {
    // Whoever is exempt at a protected time is not told how to meet either.
    if (need === 'live') return hasChanges && timeOk !== false ? 'meet-differently' : 'meet';
    return need === 'async' ? 'go-async' : 'ask';
  }
  if (role === 'organizer') return need === 'async' ? 'go-async' : 'move';
  return need === 'unclear' && exemption === 'possible' ? 'ask' : 'decline';
}
