import type { GroupFigure } from '../ports/store/group-figures.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

const dayMs = 86_400_000;

/** Of smaller groups no figures are shown: they would tell of single people (design, "The data stays here"). */
const smallestGroup = 5;

/** Days that the figures of a group are about. */
const figureDays = 30;

export type ShownFigures =
  | ({ readonly kind: 'shown'; readonly mailboxes: number } & GroupFigure)
  | { readonly kind: 'too-few'; readonly mailboxes: number };

/** What the gate did for a group in the last thirty days, if the group is large enough. */
export async function figuresOf(
  { groupFigures }: Pick<StoreTransaction, 'groupFigures'>,
  mailboxIds: readonly string[],
  nowMs: number,
): Promise<ShownFigures> {
  const different = [...new Set(mailboxIds)];
  const mailboxes = different.length;
  if (mailboxes < smallestGroup) return { kind: 'too-few', mailboxes };
  const figure = await groupFigures.since(different, nowMs - figureDays * dayMs);
  return { kind: 'shown', mailboxes, ...figure };
}
