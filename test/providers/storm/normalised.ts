/** Names, versions and times that the server chooses: two runs of the same operations differ in them. */
const chosenByServer: ReadonlySet<string> = new Set([
  'answeredAtMs',
  'atMs',
  'createdMs',
  'created',
  'cursor',
  'entryId',
  'existed',
  'expiresMs',
  'icalUid',
  'id',
  'key',
  'providerId',
  'conferenceUrl',
  'resourceId',
  'uid',
  'updated',
  'updatedMs',
  'url',
  'version',
]);

/** The same value without what the server chooses, changes and copies in an order of their own. */
export function normalised(value: unknown): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null), (name, part) =>
    chosenByServer.has(name) ? undefined : part,
  );
  return sortedChanges(plain);
}

/** A list of changes has no order. */
function sortedChanges(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('changes' in value)) return value;
  return { ...value, changes: Array.isArray(value.changes) ? sorted(value.changes) : value.changes };
}

export function sorted(values: readonly unknown[]): readonly unknown[] {
  return values
    .map((value) => JSON.stringify(value))
    .sort()
    .map((text) => JSON.parse(text));
}
