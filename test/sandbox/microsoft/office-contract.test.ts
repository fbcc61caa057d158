import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { mia, startOffice } from '../google/office-stand.ts';

const file = path.resolve('../shared/contracts/microsoft/graph-v1.0-calendar-subset.csdl.xml');

/** Names of the properties of a type in Graph's metadata. */
function propertiesOf(csdl: string, type: string): readonly string[] {
  const start = csdl.indexOf(`<ComplexType Name="${type}"`);
  const text = csdl.slice(start, csdl.indexOf('</ComplexType>', start));
  return [...text.matchAll(/<Property Name="(\w+)"/g)].map(([, name]) => name ?? '');
}

(existsSync(file) ? describe : describe.skip)("Graph's metadata (shared folder)", () => {
  it('knows every property of settings, links and zones', async () => {
    const csdl = readFileSync(file, 'utf8');
    const office = await startOffice();
    const token = office.token('microsoft', mia.address, [
      'MailboxSettings.Read',
      'User.Read',
      'Files.ReadWrite',
    ]);
    const headers = { authorization: `Bearer ${token}` };
    const call = async (to: string, init: RequestInit = {}) =>
      (
        await fetch(`${office.microsoft}/v1.0${to}`, { ...init, headers: { ...headers, ...init.headers } })
      ).json();
    const settings = await call('/me/mailboxSettings');
    const zones = await call('/me/outlook/supportedTimeZones');
    const item = await call('/me/drive/root:/a.txt:/content', { method: 'PUT', body: 'x' });
    const permission = await call(`/me/drive/items/${item.id}/createLink`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'view', scope: 'organization' }),
    });
    await office.close();
    const written = {
      mailboxSettings: settings,
      workingHours: settings.workingHours,
      automaticRepliesSetting: settings.automaticRepliesSetting,
      localeInfo: settings.language,
      timeZoneInformation: zones.value[0],
      sharingLink: permission.link,
    };
    for (const [type, answer] of Object.entries(written)) {
      const names = Object.keys(answer).filter((name) => !name.startsWith('@'));
      expect(names.length).toBeGreaterThan(0);
      expect(propertiesOf(csdl, type)).toEqual(expect.arrayContaining(names));
    }
  });
});
