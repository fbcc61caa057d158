import { type PlanProblem, planLimits } from './plan-fields.ts';

type ReadGuests =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** What calendars take as an address (a dot-atom at a host of several labels); both parts are bounded and linear. */
const address = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/;
const longestQuoted = 80;
const mostQuoted = 10;

/**
 * The guests in the order typed, each once, without the planner.
 *
 * @param namesakes names that may be several people, with their addresses
 */
export function readGuests(
  text: string,
  planner: string,
  namesakes: ReadonlyMap<string, readonly string[]> = new Map(),
): ReadGuests {
  if (text.length > planLimits.guestsText) return refused('too-many');
  const typed = text
    .split(/[\n\r,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const unreadable = typed.filter((part) => !address.test(addressIn(part)));
  if (unreadable.length > 0) {
    const several = unreadable.filter((part) => namesakes.has(part));
    const others = unreadable.filter((part) => !namesakes.has(part));
    return { ok: false, problems: [...quoted(several, namesakes), ...quoted(others, namesakes)] };
  }
  const addresses = [...new Set(typed.map(addressIn))].filter((each) => each !== planner);
  if (addresses.length === 0) return refused('missing');
  return addresses.length > planLimits.guests ? refused('too-many') : { ok: true, addresses };
}

/** The first ones singly; the last of them says how many more there are. */
function quoted(
  parts: readonly string[],
  namesakes: ReadonlyMap<string, readonly string[]>,
): readonly PlanProblem[] {
  const more = parts.length - mostQuoted;
  return parts.slice(0, mostQuoted).map((part, index): PlanProblem => {
    const addresses = namesakes.get(part);
    return {
      ...{ field: 'guests', detail: part.slice(0, longestQuoted) },
      ...(addresses === undefined ? { code: 'not-an-address' } : { code: 'several-people', addresses }),
      ...(more > 0 && index === mostQuoted - 1 ? { more } : {}),
    };
  });
}

/** `ann@x.example` of `Ann <Ann@x.example>`. */
function addressIn(part: string): string {
  const from = part.lastIndexOf('<');
  const bare = from >= 0 && part.endsWith('>') ? part.slice(from + 1, -1) : part;
  return bare.trim().toLowerCase();
}

function refused(code: PlanProblem['code']): ReadGuests {
  return { ok: false, problems: [{ field: 'guests', code, detail: null }] };
}
