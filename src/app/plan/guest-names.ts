import type { GateDeps } from '../gate-deps.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { knownNames } from './known-names.ts';
import { openPlan } from './open-plan.ts';
import { type PlanFields, planLimits } from './plan-fields.ts';

/** The fields with addresses for names, and the names that may be several people, each with their addresses. */
export interface NamedGuests {
  readonly fields: PlanFields;
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
}

const dayMs = 86_400_000;
/** Names of colleagues are read from the planner's meetings of these days. */
const readMs = { back: 28 * dayMs, ahead: 14 * dayMs };
/** Beyond that it is refused anyhow. */
const mostParts = 100;
const longestName = 100;
const mostWords = 8;

/**
 * Puts the address of a colleague where only their name was typed: whoever's calendar is connected, and whose address
 * is made of these words or who is called so in the planner's calendar, if that is one person. Any other name stays,
 * and is no address.
 */
export async function withAddresses(
  deps: Pick<GateDeps, 'store' | 'clock'>,
  organizationId: string,
  planner: string,
  fields: PlanFields,
): Promise<NamedGuests> {
  const parts = fields.guests.split(/[\n\r,;]/).map((part) => part.trim());
  const isLong = parts.length > mostParts || fields.guests.length > planLimits.guestsText;
  if (isLong || parts.every((part) => part === '' || part.includes('@')))
    return { fields, namesakes: new Map() };
  const { colleagues } = await openPlan(deps, organizationId, planner);
  const addresses = colleagues.map(({ address }) => address);
  const names = await deps.store.inOrganization(organizationId, (tx) =>
    readNames(tx, planner, deps.clock.nowMs()),
  );
  const people = addresses.map((address) => ({ address, name: names.get(address) ?? null }));
  const found = parts.map((part) => ({ part, addresses: addressesOfName(part, people) }));
  return {
    fields: {
      ...fields,
      guests: found
        .map(({ part, addresses: [only, ...others] }) =>
          only === undefined || others.length > 0 ? part : only,
        )
        .join('\n'),
    },
    namesakes: new Map(
      found.flatMap(({ part, addresses }) => (addresses.length > 1 ? [[part, addresses] as const] : [])),
    ),
  };
}

/** What the planner's own calendar calls people, by address; empty where it is not connected. */
export async function readNames(
  tx: StoreTransaction,
  planner: string,
  nowMs: number,
): Promise<ReadonlyMap<string, string>> {
  const mailbox = await tx.mailboxes.findByAddress(planner);
  if (mailbox === null) return new Map();
  const window = { fromMs: nowMs - readMs.back, toMs: nowMs + readMs.ahead };
  const colleagues = new Set((await tx.mailboxes.summaries()).map(({ address }) => address));
  const records = await tx.meetings.inWindow(mailbox.id, window);
  return knownNames(
    records.map(({ entry }) => entry.meeting),
    colleagues,
  );
}

/**
 * `Mei Tan` and `mei` are `mei.tan@kiln.example`; `Tan Wei Ling` is `weiling.tan@`, `Inès` is `ines@`. An initial counts
 * beside a whole word: `Inès Belkacem` may be `i.belkacem@`.
 *
 * @returns everybody whom the name may mean
 */
export function addressesOfName(
  typed: string,
  people: readonly { readonly address: string; readonly name: string | null }[],
): readonly string[] {
  if (typed.includes('@') || typed.length > longestName) return [];
  const spellings = [wordsOf(typed), wordsOf(withGermanVowels(typed))];
  return people.flatMap(({ address, name }) => {
    const [local = ''] = address.split('@');
    const means = (own: readonly string[]) => spellings.some((words) => isMadeOf(words, own));
    return means(wordsOf(local)) || (name !== null && means(wordsOf(name))) ? [address] : [];
  });
}

/** Whether these words, some of them written together, are all among somebody's own. */
function isMadeOf(words: readonly string[], own: readonly string[]): boolean {
  if (words.length === 0 || words.length > mostWords) return false;
  const known = new Set(own);
  // For each number of words from the left: whether they are somebody's, and whether one of them is more than an initial.
  const made: ('no' | 'initials' | 'yes')[] = ['initials'];
  for (let end = 1; end <= words.length; end += 1) {
    const [last = ''] = words.slice(end - 1, end);
    const wholly = made.some((before, from) => before !== 'no' && known.has(words.slice(from, end).join('')));
    const before = made[end - 1] ?? 'no';
    made.push(wholly ? 'yes' : known.has([...last][0] ?? '') ? before : 'no');
  }
  return made[words.length] === 'yes';
}

/** Letters that are written as others in addresses and that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' },
};

/** In lower case and without accents: addresses have none. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðþæœı]/gu, (letter) => plainLetters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** `Müller` as `mueller`. */
function withGermanVowels(text: string): string {
  return text.normalize('NFC').replace(/[äöü]/giu, (letter) => `${letter.normalize('NFKD').charAt(0)}e`);
}
