import { isRefusal, type Refusal, refuse } from './errors.ts';
import { ianaZone } from './zone-names.ts';

/** What the `Prefer` header of a request asks for. */
export interface Preferences {
  /** IANA name of the zone in which times are answered. */
  readonly zone: string;
  /** The same zone as the client wrote it: answers repeat that name. */
  readonly zoneName: string;
  readonly textBody: boolean;
  readonly immutableIds: boolean;
  /** `odata.maxpagesize`; null without one. */
  readonly pageSize: number | null;
  /** Value of `Preference-Applied`; empty where nothing was asked for. */
  readonly applied: string;
}

const preference = /([\w.-]+)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/g;

/** Refuses a zone that no list knows, as Graph does; unknown preferences are passed over (RFC 7240). */
export function readPreferences(header: string | undefined): Preferences | Refusal {
  const asked = new Map<string, string>();
  for (const [, name = '', quoted, bare] of (header ?? '').slice(0, 4096).matchAll(preference))
    asked.set(name.toLowerCase(), quoted ?? bare ?? '');
  const zoneName = asked.get('outlook.timezone') ?? 'UTC';
  const zone = readZone(zoneName);
  if (isRefusal(zone)) return zone;
  const pageSize = Number(asked.get('odata.maxpagesize'));
  return {
    zone,
    zoneName,
    textBody: asked.get('outlook.body-content-type')?.toLowerCase() === 'text',
    immutableIds: asked.get('idtype')?.toLowerCase() === 'immutableid',
    pageSize: Number.isInteger(pageSize) && pageSize > 0 ? pageSize : null,
    applied: appliedOf(asked),
  };
}

/** IANA name of a zone given by its Windows or IANA name. */
export function readZone(name: string): string | Refusal {
  return (
    ianaZone(name) ??
    refuse(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. '${name.slice(0, 80)}' is not supported.`,
    )
  );
}

const echoed: ReadonlyMap<string, string> = new Map([
  ['outlook.timezone', 'outlook.timezone'],
  ['outlook.body-content-type', 'outlook.body-content-type'],
  ['idtype', 'IdType'],
  ['odata.maxpagesize', 'odata.maxpagesize'],
]);

function appliedOf(asked: ReadonlyMap<string, string>): string {
  return [...asked]
    .flatMap(([name, value]) => {
      const known = echoed.get(name);
      // A header takes visible ASCII only.
      return known === undefined ? [] : [`${known}="${value.replaceAll(/[^\x20-\x7e]/g, '')}"`];
    })
    .join(', ');
}
