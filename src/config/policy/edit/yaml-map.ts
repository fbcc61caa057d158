import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair, YAMLMap } from 'yaml';

type Key = Node | string;

/** The entry of a map by its key, compared without regard to case where it is an address. */
export function pairOf(map: YAMLMap, name: string, ignoreCase = false): Pair<Key, Node | null> | undefined {
  const wanted = ignoreCase ? name.toLowerCase() : name;
  const pairs = map.items as Pair<Key, Node | null>[];
  return pairs.find(({ key }) => {
    const text = String(isScalar(key) ? key.value : key);
    return (ignoreCase ? text.toLowerCase() : text) === wanted;
  });
}

/** The map under a key; null where there is none. */
export function mapUnder(map: YAMLMap, name: string, ignoreCase = false): YAMLMap | null {
  const value = pairOf(map, name, ignoreCase)?.value;
  return isMap(value) ? value : null;
}

/** The map under a key, made where there is none. */
export function madeMapUnder(map: YAMLMap, name: string, ignoreCase = false): YAMLMap {
  const pair = pairOf(map, name, ignoreCase);
  if (isMap(pair?.value)) {
    // `{}` was an empty group; what is put into it reads better in lines.
    if (pair.value.items.length === 0) pair.value.flow = map.flow === true;
    return pair.value;
  }
  const made = new YAMLMap();
  made.flow = map.flow === true;
  if (pair) pair.value = made;
  else map.set(name, made);
  return made;
}

/** Puts a plain value under a path of keys. */
export function putUnder(document: Document, map: YAMLMap, path: readonly string[], value: unknown): void {
  const [name = '', ...below] = path;
  if (below.length > 0) {
    putUnder(document, madeMapUnder(map, name), below, value);
    return;
  }
  const node = document.createNode(value);
  shortListsInLine(node);
  const pair = pairOf(map, name);
  if (!pair) map.set(name, node);
  else if (isScalar(pair.value) && isScalar(node)) pair.value.value = node.value;
  else pair.value = keepingComment(pair.value, node);
}

/** Removes what is under a path of keys, and groups that are empty then. */
export function removeUnder(map: YAMLMap, path: readonly string[], ignoreCase = false): void {
  const [name = '', ...below] = path;
  const pair = pairOf(map, name, ignoreCase);
  if (!pair) return;
  if (below.length > 0 && isMap(pair.value)) {
    removeUnder(pair.value, below, ignoreCase);
    if (pair.value.items.length > 0) return;
  }
  keepTrailingComment(map, pair);
  map.items.splice(map.items.indexOf(pair as Pair), 1);
}

/** Removes a group of the whole text where nothing is left in it. What stands before it may be about the whole text. */
export function removeEmptyGroup(document: Document, root: YAMLMap, name: string): void {
  const pair = pairOf(root, name);
  if (!pair || !isMap(pair.value) || pair.value.items.length > 0) return;
  const next = root.items[root.items.indexOf(pair as Pair) + 1]?.key;
  const heading = isNode(pair.key) ? pair.key.commentBefore : null;
  removeUnder(root, [name]);
  if (!heading) return;
  const holder = isNode(next) ? next : document;
  holder.commentBefore = [heading, holder.commentBefore].filter((part) => part).join('\n');
}

/** What stands after the last line of a group belongs to what follows as much as to the group. */
function keepTrailingComment(map: YAMLMap, { value }: Pair<Key, Node | null>): void {
  const left = isMap(value) || isSeq(value) ? value.comment : null;
  if (left) map.comment = map.comment ? `${left}\n${map.comment}` : left;
}

function keepingComment(before: Node | null, after: Node): Node {
  if (before?.comment) after.comment = before.comment;
  if (before?.commentBefore) after.commentBefore = before.commentBefore;
  return after;
}

/** `[monday, tuesday]` in one line, as people write it. */
function shortListsInLine(node: unknown): void {
  if (isSeq(node)) {
    node.flow = node.items.every(isScalar);
    for (const item of node.items) shortListsInLine(item);
  } else if (isMap(node)) for (const { value } of node.items) if (isNode(value)) shortListsInLine(value);
}
