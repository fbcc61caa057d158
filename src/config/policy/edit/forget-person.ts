import { type Document, isMap, isScalar, isSeq, visit, type YAMLMap } from 'yaml';
import { mapUnder, pairOf, removeEmptyGroup, removeUnder } from './yaml-map.ts';

/** Lists of addresses, by where they stand below a level. Emptied ones stay: no list would mean everybody. */
const listsOfOrganization = [
  ['pilot', 'group'],
  ['mayEnforce', 'people'],
  ['exempt', 'people'],
];
const listsOfTeam = [['members'], ['leads'], ['exempt', 'people']];
const listsOfPerson = [['exempt', 'people']];

/**
 * Takes everything about an address out of the tree of a text: its own settings, every list that names it, and
 * comments that do.
 *
 * @param address any case
 */
export function forgetPersonIn(document: Document, root: YAMLMap, address: string): void {
  const people = mapUnder(root, 'people');
  if (people) removeUnder(people, [address], true);
  removeEmptyGroup(document, root, 'people');
  const organization = mapUnder(root, 'organization');
  if (organization) withoutAddress(organization, listsOfOrganization, address);
  for (const team of mapsIn(mapUnder(root, 'teams'))) withoutAddress(team, listsOfTeam, address);
  for (const person of mapsIn(mapUnder(root, 'people'))) withoutAddress(person, listsOfPerson, address);
  forgetInComments(document, root, address);
}

function mapsIn(map: YAMLMap | null): readonly YAMLMap[] {
  return (map?.items ?? []).flatMap(({ value }) => (isMap(value) ? [value] : []));
}

function withoutAddress(level: YAMLMap, lists: readonly (readonly string[])[], address: string): void {
  for (const path of lists) {
    const group = path.length > 1 ? mapUnder(level, path[0] ?? '') : level;
    const list = group && pairOf(group, path.at(-1) ?? '')?.value;
    if (isSeq(list)) list.items = list.items.filter((item) => !isAddress(item, address));
  }
}

function isAddress(item: unknown, address: string): boolean {
  return isScalar(item) && String(item.value).toLowerCase() === address.toLowerCase();
}

type Commented = { comment?: string | null; commentBefore?: string | null };

function forgetInComments(document: Document, root: YAMLMap, address: string): void {
  const clean = (node: Commented) => {
    if (node.comment) node.comment = withoutText(node.comment, address);
    if (node.commentBefore) node.commentBefore = withoutText(node.commentBefore, address);
  };
  clean(document);
  visit(root, { Node: (_key, node) => clean(node) });
}

/** Replaces an address in any case, in linear time. */
function withoutText(comment: string, address: string): string {
  const lower = comment.toLowerCase();
  // Lower case of a few letters is longer than they are; then places would not match.
  if (lower.length !== comment.length || !lower.includes(address.toLowerCase())) return comment;
  const parts = lower.split(address.toLowerCase());
  let from = 0;
  return parts
    .map((part) => {
      const kept = comment.slice(from, from + part.length);
      from += part.length + address.length;
      return kept;
    })
    .join('(removed)');
}
