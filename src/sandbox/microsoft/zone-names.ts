import { IANAZone } from 'luxon';
import { findIana, findWindows } from 'windows-iana';

/** IANA name for a Windows or IANA name; null for neither. */
export function ianaZone(name: string): string | null {
  if (name === 'tzone://Microsoft/Utc' || name === 'UTC') return 'UTC';
  const windows: readonly string[] = findIana(name);
  return windows[0] ?? (IANAZone.isValidZone(name) ? name : null);
}

/** Windows name as Graph shows it; a zone without one is custom there. */
export function windowsZone(iana: string): string {
  return findWindows(iana)[0] ?? 'tzone://Microsoft/Custom';
}
