import type { Rewrite } from '../ports/store/erasing.ts';
import { literally } from './literally.ts';
import { nameRules } from './name-rules.ts';

/** A person as texts name them. */
export interface NamedPerson {
  /** Lower case. */
  readonly addresses: readonly string[];
  /** Display names as calendars show them. */
  readonly names: readonly string[];
  /** Stands for the person from now on. */
  readonly number: number;
}

const erasedName = 'Erased person';

/** RFC 2606 section 2: no mail ever gets to `.invalid`. */
export function erasedAddress(number: number): string {
  return `erased-${number}@erased.invalid`;
}

/** What would make an address part of a longer one; the end of an escape such as `%20` does not. */
const before = String.raw`(?:(?<![\p{L}\p{N}._%+-])|(?<=%[0-9A-Fa-f]{2}))`;
const after = String.raw`(?![\p{L}\p{N}_-])(?!\.[\p{L}\p{N}])`;

/**
 * Takes a person out of JSON: addresses wherever they stand, also as a key or in a link; names beside an address and in
 * texts. What does not name them stays the same value, so whoever asks can tell. Linear in the length of what is read,
 * for the few addresses and names that a person has.
 */
export function personRemover({ addresses, names, number }: NamedPerson): Rewrite {
  const own = new Set(addresses);
  const address = erasedAddress(number);
  const addressForm = addressesForm(addresses);
  const rules = nameRules(names);
  const ofText = (text: string): string => {
    const found = addressForm === null ? text : text.replace(addressForm, address);
    return rules.reduce((rest, rule) => rule(rest, erasedName), found);
  };
  const ofValue = (value: unknown): unknown => {
    if (typeof value === 'string') return ofText(value);
    if (Array.isArray(value)) return ofList(value);
    return value !== null && typeof value === 'object' ? ofObject(value) : value;
  };
  const ofList = (list: readonly unknown[]): readonly unknown[] => {
    const changed = list.map(ofValue);
    return changed.every((item, index) => item === list[index]) ? list : changed;
  };
  const ofObject = (object: object): object => {
    const entries = Object.entries(object);
    const isTheirs = entries.some(([key, value]) => isAddressKey(key) && isAddressOf(own, value));
    const changed = entries.map(([key, value]): [string, unknown] =>
      isTheirs && key === 'name' && typeof value === 'string'
        ? [key, erasedName]
        : [ofText(key), ofValue(value)],
    );
    const isSame = changed.every(
      ([key, value], index) => key === entries[index]?.[0] && value === entries[index]?.[1],
    );
    return isSame ? object : Object.fromEntries(changed);
  };
  return ofValue as Rewrite;
}

/** Names that stand beside one of the addresses anywhere in a value. */
export function namesBeside(value: unknown, addresses: ReadonlySet<string>): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  const entries = Object.entries(value);
  const isTheirs = entries.some(([key, part]) => isAddressKey(key) && isAddressOf(addresses, part));
  return entries.flatMap(([key, part]) =>
    isTheirs && key === 'name' && typeof part === 'string' ? [part] : namesBeside(part, addresses),
  );
}

const isAddressKey = (key: string): boolean => key === 'email' || key === 'address';

function isAddressOf(addresses: ReadonlySet<string>, value: unknown): boolean {
  return typeof value === 'string' && addresses.has(value.toLowerCase());
}

/** As they are written, and as a link writes them. */
function addressesForm(addresses: readonly string[]): RegExp | null {
  if (addresses.length === 0) return null;
  const forms = addresses.flatMap((address) => [address, address.replace('@', '%40')]);
  return new RegExp(`${before}(?:${forms.map(literally).join('|')})${after}`, 'giu');
}
