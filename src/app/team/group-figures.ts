import type { GroupFigure } from '../ports/store/group-figures.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

const dayMs = 86_400_000;

/** Of smaller groups no figures are shown: they would tell of single people (design, "The data stays here"). */
const smallestGroup = 5;

/** Days that the figures of a group are about. */
const figureDays = 30;

export type ShownFigures =
  | ({ readonly kind: 'shown'; readonly mailboxes: number } & GroupFigure)
  /** `too-alike`: what another group with figures has besides, or lacks, would tell of single people. */
  | { readonly kind: 'too-few' | 'too-alike'; readonly mailboxes: number };

/**
 * Groups whose figures may be shown beside each other, in their order: large enough, and from each group before either
 * not different at all or by so many mailboxes that subtracting one from the other tells of nobody.
 *
 * @param groups all groups there are, whoever looks: two people may show each other what they see
 */
export function separateGroups(groups: readonly (readonly string[])[]): ReadonlySet<number> {
  const shown = new Map<number, ReadonlySet<string>>();
  groups.forEach((ids, index) => {
    const group = new Set(ids);
    if (group.size >= smallestGroup && [...shown.values()].every((other) => areSeparate(group, other)))
      shown.set(index, group);
  });
  return new Set(shown.keys());
}

function areSeparate(group: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const common = [...group].filter((id) => other.has(id)).length;
  const different = group.size + other.size - 2 * common;
  return different === 0 || different >= smallestGroup;
}

/**
 * What the gate did for a group in the last thirty days, if the group is large enough.
 *
 * @param isSeparate by `separateGroups`
 */
export async function figuresOf(
  { groupFigures }: Pick<StoreTransaction, 'groupFigures'>,
  { mailboxIds, isSeparate }: { readonly mailboxIds: readonly string[]; readonly isSeparate: boolean },
  nowMs: number,
): Promise<ShownFigures> {
  const different = [...new Set(mailboxIds)];
  const mailboxes = different.length;
  if (mailboxes < smallestGroup) return { kind: 'too-few', mailboxes };
  if (!isSeparate) return { kind: 'too-alike', mailboxes };
  const figure = await groupFigures.since(different, nowMs - figureDays * dayMs);
  return { kind: 'shown', mailboxes, ...figure };
}
