/** Records by key that survive a restart. Values are plain JSON and are not changed after `put`. */
export interface Table<T> {
  readonly get: (key: string) => T | undefined;
  readonly put: (key: string, value: T) => void;
  readonly delete: (key: string) => void;
  readonly size: () => number;
  /** In the order of their first `put`. */
  readonly entries: () => IterableIterator<[string, T]>;
  readonly values: () => IterableIterator<T>;
}

/** All state of the sandbox. Asking twice for one name gives the same table. */
export interface Tables {
  readonly table: <T>(name: string) => Table<T>;
  /** Everything written so far is in the file when this resolves. */
  readonly close: () => Promise<void>;
}
