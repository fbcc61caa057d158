import { nearestName } from '../config/policy/nearest-name.ts';
import { isKnownZone } from '../core/meeting/wall-time.ts';
import { ianaName } from '../providers/formats/zone-names.ts';

/** Present names of zones that the runtime still lists under their former ones (IANA `backward`). */
const renamed = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Kanton',
] as const;
const mostNear = 3;
/** Names of zones are short; nothing longer is compared. */
const longestName = 60;

/**
 * The zone that somebody means on the command line: an IANA name in any case, or a Windows name.
 * A bare offset is none: it does not say when the clocks change.
 *
 * @returns the name as the time-zone database writes it; null where unknown
 */
export function zoneOfText(text: string): string | null {
  if (text === '' || text.length > longestName || /^[+-]/.test(text)) return null;
  const name = ianaName(text);
  return name === null || !isKnownZone(name) ? null : wellCased(name);
}

/** What to do about a zone that is unknown: names that may have been meant, else an example. */
export function zoneRemedy(text: string): string {
  const near = nearZones(text);
  if (near.length > 0) return `did you mean ${near.join(' or ')}?`;
  return 'give an IANA name, for example Europe/Paris, Asia/Singapore or America/New_York';
}

function wellCased(name: string): string {
  const lower = name.toLowerCase();
  const listed = allZones().find((zone) => zone.toLowerCase() === lower);
  if (listed !== undefined || name !== lower) return listed ?? name;
  return name.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

/** Zones of a place with this name, else the one that is spelled most alike. */
function nearZones(text: string): readonly string[] {
  if (text.length > longestName) return [];
  const wanted = text.slice(text.lastIndexOf('/') + 1);
  const plain = cityKey(wanted);
  if (plain === '') return [];
  const zones = allZones();
  const same = zones.filter((zone) => cityKey(cityOf(zone)) === plain);
  if (same.length > 0) return same.slice(0, mostNear);
  const whole = nearestName(text, zones);
  const city = nearestName(wanted, zones.map(cityOf));
  const byCity = city === null ? undefined : zones.find((zone) => cityOf(zone) === city);
  return [...new Set([byCity, whole])].filter((zone) => zone !== undefined && zone !== null);
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}

function cityKey(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

let known: readonly string[] | null = null;

function allZones(): readonly string[] {
  known ??= [...Intl.supportedValuesOf('timeZone'), ...renamed.filter(isKnownZone), 'UTC'];
  return known;
}
