import { findWindows, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { graphError } from './errors.ts';
import { mailboxRoute } from './user-target.ts';

const settingsScopes = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];
const userScopes = ['User.Read', 'User.ReadBasic.All', 'User.Read.All'];
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
// Brackets as codes: express counts written ones as groups, and would mix up the names.
const zoneStandard =
  "\\x28TimeZoneStandard=microsoft\\.graph\\.timeZoneStandard'(?<standard>[A-Za-z]+)'\\x29";

/** Zone and working hours of a mailbox, and the zones that the server knows. */
export function mailboxSettingsRoutes(parts: SandboxParts): readonly ApiRoute[] {
  const settingsRoute = (
    path: string,
    answer: (person: SandboxPerson) => Readonly<Record<string, unknown>>,
  ): ApiRoute =>
    mailboxRoute(parts, {
      id: 'user-get-mailboxsettings',
      method: 'GET',
      path: `/mailboxSettings${path}`,
      scopes: settingsScopes,
      handle: (person, request) => settingsAnswer(request, person, path, answer(person)),
    });
  return [
    settingsRoute('', settingsOf),
    settingsRoute('/timeZone', ({ zone }) => ({ value: zoneName(zone) })),
    settingsRoute('/workingHours', workingHoursOf),
    mailboxRoute(parts, {
      id: 'outlookuser-supportedtimezones',
      method: 'GET',
      path: `/outlook/supportedTimeZones(?:\\x28\\x29|${zoneStandard})?`,
      scopes: userScopes,
      handle: (_person, request) => supportedZones(request),
    }),
  ];
}

function settingsAnswer(
  { origin }: ApiRequest,
  { userId }: SandboxPerson,
  path: string,
  json: Readonly<Record<string, unknown>>,
): ApiAnswer {
  const context = `${origin}/v1.0/$metadata#users('${userId}')/mailboxSettings${path}`;
  return { status: 200, json: { '@odata.context': context, ...json } };
}

function settingsOf(person: SandboxPerson): Readonly<Record<string, unknown>> {
  return {
    archiveFolder: null,
    timeZone: zoneName(person.zone),
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    userPurpose: person.kind === 'room' ? 'room' : 'user',
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
    },
    language: { locale: 'en-US', displayName: 'English (United States)' },
    workingHours: workingHoursOf(person),
  };
}

function workingHoursOf({ workingHours, zone }: SandboxPerson): Readonly<Record<string, unknown>> {
  return {
    daysOfWeek: workingHours.weekdays.map((weekday) => dayNames[weekday - 1]),
    startTime: timeOfDay(workingHours.start),
    endTime: timeOfDay(workingHours.end),
    timeZone: { name: zoneName(zone) },
  };
}

/** `Edm.TimeOfDay` with seven digits, as Graph writes it. */
function timeOfDay(wallClock: string): string {
  return `${wallClock.slice(0, 5)}:00.0000000`;
}

/** Windows name; zones without one come by their IANA name, as an administrator may have set them. */
function zoneName(iana: string): string {
  return findWindows(iana)[0] ?? iana;
}

function supportedZones({ params: { standard = 'Windows' }, origin }: ApiRequest): ApiAnswer {
  const isIana = standard.toLowerCase() === 'iana';
  if (!isIana && standard.toLowerCase() !== 'windows') {
    return graphError(400, 'BadRequest', `Invalid value '${standard}': timeZoneStandard is Windows or Iana.`);
  }
  const names = isIana ? Intl.supportedValuesOf('timeZone') : windowsNames();
  return {
    status: 200,
    json: {
      '@odata.context': `${origin}/v1.0/$metadata#Collection(microsoft.graph.timeZoneInformation)`,
      value: names.map((name) => ({ alias: name, displayName: name })),
    },
  };
}

function windowsNames(): readonly string[] {
  return [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];
}
