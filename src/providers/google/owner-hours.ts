import type { OwnerHours } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { ianaName } from '../formats/zone-names.ts';
import type { GoogleMailbox } from './client.ts';
import { setting } from './schema.ts';

/** The calendar's time zone. Working hours have no method and no setting in the API: they are asked of the person. */
export async function ownerHours(mailbox: GoogleMailbox): Promise<Outcome<OwnerHours>> {
  const zone = await mailbox.request(setting, true, (options) =>
    mailbox.calendar.settings.get({ setting: 'timezone' }, options),
  );
  // A setting that was never touched may be missing.
  if (!zone.ok && zone.problem.code !== 'not-found') return zone;
  return { ok: true, value: { zone: zone.ok ? ianaName(zone.value.value) : null, workingHours: null } };
}
