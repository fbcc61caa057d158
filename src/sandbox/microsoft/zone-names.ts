import { IANAZone } from 'luxon';
import { findIana, findWindows } from 'windows-iana';

/** IANA name for a Windows or IANA name; null for neither. */
export function ianaZone(name: string): string | null {
  if (name === 'tzone://Microsoft/Utc' || name === 'UTC') return 'UTC';
  const windows: readonly string[] = findIana(name);
  return windows[0] ?? (IANAZone.isValidZone(name) ? name : null);
}

/** Windows names by IANA name: the library goes through its whole table each time, every event shows a name. */
const windowsNames = new Map<string, string>();

/** Windows name as Graph shows it; a zone without one is custom there. */
export function windowsZone(iana: string): string {
  const known = windowsNames.get(iana) ?? findWindows(iana)[0] ?? 'tzone://Microsoft/Custom';
  windowsNames.set(iana, known);
  return known;
}
