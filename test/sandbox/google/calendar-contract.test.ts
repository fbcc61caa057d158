import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { googleCalendarRoutes } from '../../../src/sandbox/google/calendar-routes.ts';
import { ana, ben, type CalendarStand, invited, meeting, startStand } from './calendar-stand.ts';

const file = resolve('../shared/contracts/google/calendar.v3.json');
const there = existsSync(file);

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
}

interface Method {
  readonly id: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly scopes: readonly string[];
}

interface Resource {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}

interface Description extends Resource {
  readonly schemas: Readonly<Record<string, Schema>>;
}

const description: Description = there
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { schemas: {}, resources: {} };

function methodsOf(resource: Resource): readonly Method[] {
  return [
    ...Object.values(resource.methods ?? {}),
    ...Object.values(resource.resources ?? {}).flatMap(methodsOf),
  ];
}

/** Where a value is not as its schema says: wrong type, or a field that the schema does not have. */
function faults(value: unknown, schema: Schema | undefined, place: string): readonly string[] {
  if (schema === undefined) return [`${place} is not in the description`];
  if (schema.$ref) return faults(value, description.schemas[schema.$ref], place);
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${place} is no array`];
    return value.flatMap((item, index) => faults(item, schema.items, `${place}[${index}]`));
  }
  if (schema.type === 'object') {
    if (typeof value !== 'object' || value === null) return [`${place} is no object`];
    return Object.entries(value).flatMap(([name, field]) =>
      faults(field, schema.properties?.[name] ?? schema.additionalProperties, `${place}.${name}`),
    );
  }
  if (schema.type === 'any') return [];
  const type = schema.type === 'integer' ? 'number' : schema.type;
  return typeof value === type ? [] : [`${place} is a ${typeof value}, not a ${type}`];
}

let stand: CalendarStand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.close());

describe(there ? 'the API description' : 'the API description (skipped: no shared folder)', () => {
  const test = there ? it : it.skip;

  test('has every method with its path, verb and scopes', () => {
    const described = new Map(methodsOf(description).map((method) => [method.id, method]));
    for (const route of googleCalendarRoutes(stand.parts)) {
      const method = described.get(route.id);
      const path = String(route.path).replaceAll(/:(\w+)/g, '{$1}');
      expect([route.id, route.method, path]).toEqual([
        route.id,
        method?.httpMethod,
        `/calendar/v3/${method?.path}`,
      ]);
      expect([route.id, route.scopes?.toSorted()]).toEqual([route.id, method?.scopes.toSorted()]);
    }
  });

  test('has every field of the answers, with its type', async () => {
    const api = stand.as(ana);
    const calendarId = 'primary';
    const requestBody = meeting(10, {
      ...invited(ben),
      description: 'Agenda',
      location: 'Room 1',
      visibility: 'private',
      transparency: 'transparent',
      guestsCanSeeOtherGuests: false,
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'],
      conferenceData: { createRequest: { requestId: 'r1' } },
      attachments: [{ fileUrl: 'https://example.com/a', title: 'a' }],
      extendedProperties: { private: { a: '1' }, shared: { b: '2' } },
      reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 5 }] },
    });
    const options = { conferenceDataVersion: 1, supportsAttachments: true };
    const { data: made } = await api.events.insert({ calendarId, requestBody, ...options });
    const focus = { autoDeclineMode: 'declineNone', chatStatus: 'available' };
    const special = meeting(11, { eventType: 'focusTime', focusTimeProperties: focus });
    await api.events.insert({ calendarId, requestBody: special });
    const eventId = made.id ?? '';
    const watch = { id: 'c1', type: 'web_hook', address: 'https://gate.example.com/', token: 't' };
    const query = {
      timeMin: '2026-03-01T00:00:00Z',
      timeMax: '2026-04-01T00:00:00Z',
      items: [{ id: ana }, { id: 'x' }],
    };
    const answers = {
      Event: [made, (await stand.as(ben).events.get({ calendarId, eventId })).data],
      Events: [
        (await api.events.list({ calendarId, maxResults: 1 })).data,
        (await api.events.list({ calendarId, singleEvents: true })).data,
        (await api.events.instances({ calendarId, eventId })).data,
      ],
      Channel: [(await api.events.watch({ calendarId, requestBody: watch })).data],
      FreeBusyResponse: [(await api.freebusy.query({ requestBody: query })).data],
      Settings: [(await api.settings.list()).data],
      CalendarList: [(await api.calendarList.list()).data],
      Calendar: [(await api.calendars.get({ calendarId })).data],
    };
    const found = Object.entries(answers).flatMap(([name, values]) =>
      values.flatMap((value) => faults(value, description.schemas[name], name)),
    );
    expect(found).toEqual([]);
    expect(Object.keys(made).length).toBeGreaterThan(20);
  });
});
