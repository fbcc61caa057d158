import { findIana } from 'windows-iana';
import { isKnownZone } from '../../core/meeting/wall-time.ts';
import { utc, type ZoneRules } from './written-time.ts';

/** Names of Outlook that hold no city of the time-zone database. Source: Windows zone display names, Unicode CLDR windowsZones. */
const displayNames: ReadonlyMap<string, string> = new Map([
  ['pacific time (us & canada)', 'America/Los_Angeles'],
  ['mountain time (us & canada)', 'America/Denver'],
  ['central time (us & canada)', 'America/Chicago'],
  ['eastern time (us & canada)', 'America/New_York'],
  ['atlantic time (canada)', 'America/Halifax'],
  ['coordinated universal time', 'UTC'],
]);

const offsetOnly = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i;
const displayForm = /^\((?:UTC|GMT)\s?([+-]\d{2}:?\d{2})?\)\s*(.*)$/i;
const longestName = 200;

const resolved = new Map<string, ZoneRules | null>();
const rememberedNames = 2_000;

/**
 * What a zone name of a calendar means: an IANA name (also behind a registry prefix such as
 * `/mozilla.org/20050126_1/`), a Windows name, an offset, or an Outlook display name.
 *
 * @returns null for a name that says nothing certain; a display name that gives only an offset is one of those,
 *   because it is silent about daylight saving
 */
export function zoneByName(name: string): ZoneRules | null {
  const text = name.trim().replace(/^"|"$/g, '');
  if (text === '' || text.length > longestName) return null;
  const known = resolved.get(text);
  if (known !== undefined) return known;
  const rules = resolveName(text);
  if (resolved.size < rememberedNames) resolved.set(text, rules);
  return rules;
}

/** The IANA name behind a zone name of a calendar; null where there is none. */
export function ianaName(name: string | null | undefined): string | null {
  const rules = name ? zoneByName(name) : null;
  return rules?.kind === 'iana' ? rules.name : null;
}

function resolveName(text: string): ZoneRules | null {
  if (/^(?:utc|z|gmt|etc\/utc|etc\/gmt|\(utc\)|\(gmt\))$/i.test(text)) return utc;
  const windows = findIana(text)[0];
  if (windows !== undefined) return { kind: 'iana', name: windows };
  const offset = offsetOnly.exec(text);
  if (offset) return { kind: 'fixed', offsetMinutes: signedMinutes(offset[1], offset[2], offset[3]) };
  if (isKnownZone(text)) return { kind: 'iana', name: text };
  return behindPrefix(text) ?? byDisplayName(text);
}

/** `/vendor/version/Area/City`: a globally unique TZID (RFC 5545 section 3.2.19) ends in the name of the database. */
function behindPrefix(text: string): ZoneRules | null {
  const parts = text.split('/');
  for (const length of [3, 2]) {
    const tail = parts.slice(-length).join('/');
    if (parts.length > length && isKnownZone(tail)) return { kind: 'iana', name: tail };
  }
  return null;
}

/** `(UTC+01:00) Amsterdam, Berlin, Bern`, or the cities alone: the first city that the database names. */
function byDisplayName(text: string): ZoneRules | null {
  const [, offset, listed] = displayForm.exec(text) ?? [null, undefined, text];
  const rest = listed.toLowerCase();
  const named = displayNames.get(rest);
  if (named !== undefined) return { kind: 'iana', name: named };
  if (offset === undefined && !rest.includes(',')) return null;
  for (const city of rest.split(',')) {
    const zone = zonesByCity().get(city.trim());
    if (zone !== undefined) return { kind: 'iana', name: zone };
  }
  return null;
}

let cities: ReadonlyMap<string, string> | null = null;

function zonesByCity(): ReadonlyMap<string, string> {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase(),
      zone,
    ]),
  );
  return cities;
}

function signedMinutes(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): number {
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}
