import type { GateDeps } from '../gate-deps.ts';
import { openPlan } from './open-plan.ts';
import type { PlanFields } from './plan-fields.ts';

/**
 * The fields with the address of a colleague where only their name was typed: whoever's calendar is connected and whose
 * address is made of these words, if that is one person. Any other name stays, and is no address.
 */
export async function withAddresses(
  deps: Pick<GateDeps, 'store'>,
  organizationId: string,
  planner: string,
  fields: PlanFields,
): Promise<PlanFields> {
  const parts = fields.guests.split(/[\n\r,;]/);
  // Beyond that it is refused anyhow.
  if (parts.length > mostParts || parts.every((part) => part.trim() === '' || part.includes('@')))
    return fields;
  const { colleagues } = await openPlan(deps, organizationId, planner);
  const addresses = colleagues.map(({ address }) => address);
  return { ...fields, guests: parts.map((part) => addressOfName(part, addresses) ?? part).join('\n') };
}

const mostParts = 100;

/** `Mei Tan` and `mei` are `mei.tan@kiln.example`, where nobody else's address has these words before its `@`. */
export function addressOfName(typed: string, addresses: readonly string[]): string | null {
  const words = wordsOf(typed);
  if (typed.includes('@') || words.length === 0) return null;
  const found = addresses.filter((address) => {
    const [local = ''] = address.split('@');
    const own = new Set(wordsOf(local));
    return words.every((word) => own.has(word));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
