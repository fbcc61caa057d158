import { describe, expect, it } from '@jest/globals';
import type { GraphClient, GraphRequest } from '../../../src/providers/microsoft/client.ts';
import { freeBusy } from '../../../src/providers/microsoft/free-busy.ts';
import { ownerHours } from '../../../src/providers/microsoft/owner-hours.ts';
import { unwrap } from './outlook-world.ts';

/** Answers as the documentation shows them, for cases that no emulator makes. */
function graphThatSays(answer: (request: GraphRequest) => unknown) {
  const client: GraphClient = {
    send: async (request, schema) => ({ ok: true, value: schema.parse(answer(request)) }),
  };
  const graph = 'https://graph.microsoft.com/';
  return { client, graph, path: '/me', ownAddresses: new Set<string>(), nowMs: () => 0 };
}

const settings = (workingHours: object | null, timeZone = 'Romance Standard Time') =>
  graphThatSays(() => ({ timeZone, workingHours }));
const week = {
  daysOfWeek: ['monday', 'friday'],
  startTime: '08:30:00.0000000',
  endTime: '17:00:00.0000000',
  timeZone: { name: 'Singapore Standard Time' },
};
const hoursOf = async (workingHours: object | null, timeZone?: string) =>
  unwrap(await ownerHours(settings(workingHours, timeZone)));

describe('owner hours', () => {
  it('are given in the zone that they are written in', async () => {
    expect(await hoursOf(week)).toEqual({
      zone: 'Asia/Singapore',
      workingHours: [{ weekdays: [1, 5], start: { hour: 8, minute: 30 }, end: { hour: 17, minute: 0 } }],
    });
  });

  it('take a custom zone of whole hours, and no other', async () => {
    const custom = (change: object) => ({
      ...week,
      timeZone: { name: 'Customized Time Zone', bias: 480, ...change },
    });
    expect((await hoursOf(custom({}))).zone).toBe('Etc/GMT+8');
    expect((await hoursOf(custom({ bias: -120 }))).zone).toBe('Etc/GMT-2');
    for (const change of [{ bias: 330 }, { daylightOffset: { daylightBias: -60 } }, { bias: null }])
      expect(await hoursOf(custom(change))).toEqual({ zone: 'Europe/Paris', workingHours: null });
  });

  it('of a night are two stretches', async () => {
    const { workingHours } = await hoursOf({
      ...week,
      daysOfWeek: ['sunday'],
      startTime: '22:00:00',
      endTime: '06:00:00',
    });
    expect(workingHours).toEqual([
      { weekdays: [7], start: { hour: 22, minute: 0 }, end: { hour: 24, minute: 0 } },
      { weekdays: [1], start: { hour: 0, minute: 0 }, end: { hour: 6, minute: 0 } },
    ]);
  });

  it('are unknown where nothing is stated', async () => {
    expect(await hoursOf(null, 'tzone://Microsoft/Custom')).toEqual({ zone: null, workingHours: null });
    for (const change of [
      { startTime: 'noon' },
      { startTime: '08:75:00' },
      { daysOfWeek: [] },
      { daysOfWeek: null },
      { daysOfWeek: ['monday', 'restday'] },
    ])
      expect((await hoursOf({ ...week, ...change })).workingHours).toBeNull();
  });
});

const window = { fromMs: Date.parse('2026-11-02T00:00:00Z'), toMs: Date.parse('2026-11-03T00:00:00Z') };
const item = (status: string, start: string, end: string, timeZone: string | null = 'UTC') => ({
  status,
  start: { dateTime: `2026-11-02T${start}:00.0000000`, timeZone },
  end: { dateTime: `2026-11-02T${end}:00.0000000`, timeZone },
});

async function taken(scheduleItems: unknown, error: unknown = null) {
  const mailbox = graphThatSays(() => ({
    value: [{ scheduleId: 'Ana@Kiln.Example', scheduleItems, error }],
  }));
  const [answer] = unwrap(await freeBusy(mailbox, ['ana@kiln.example'], window));
  if (!answer?.known) return answer?.why ?? 'nothing';
  return answer.taken.map(({ fromMs, toMs, as }) =>
    [fromMs, toMs]
      .map((ms) => new Date(ms).toISOString().slice(11, 16))
      .concat(as)
      .join(' '),
  );
}

describe('free/busy of Outlook', () => {
  it('joins what overlaps in one kind and leaves out what is free', async () => {
    const items = [
      item('busy', '10:00', '11:00'),
      item('free', '08:00', '09:00'),
      item('busy', '10:30', '12:00'),
      item('oof', '11:00', '13:00'),
      item('workingElsewhere', '07:00', '07:30'),
      item('tentative', '09:00', '09:30'),
    ];
    expect(await taken(items)).toEqual([
      '07:00 07:30 elsewhere',
      '09:00 09:30 tentative',
      '10:00 12:00 busy',
      '11:00 13:00 out-of-office',
    ]);
  });

  it('takes a word that it does not know for unknown, never for free', async () => {
    expect(await taken([item('asleep', '10:00', '11:00')])).toEqual(['10:00 11:00 unknown']);
  });

  it('is unknown where a part of it cannot be read', async () => {
    expect(await taken([item('busy', '10:00', '11:00', 'Mars Standard Time')])).toBe(
      'the answer could not be read',
    );
    expect(await taken([{ status: 'busy' }])).toBe('the answer could not be read');
    expect(await taken([item('busy', '11:00', '10:00')])).toBe('the answer could not be read');
    expect(await taken(null)).toBe('the answer could not be read');
    expect(await taken([], { responseCode: 'ErrorMailRecipientNotFound' })).toBe(
      'ErrorMailRecipientNotFound',
    );
    expect(await taken([], 'broken')).toBe('unreadable');
  });

  it('asks for 20 at a time, each once, and answers in the order asked', async () => {
    const asked: number[] = [];
    const mailbox = graphThatSays(({ body }) => {
      const { schedules } = body as { schedules: string[] };
      asked.push(schedules.length);
      return { value: schedules.slice(1).map((scheduleId) => ({ scheduleId, scheduleItems: [] })) };
    });
    const emails = Array.from({ length: 41 }, (_, index) => `p${index}@kiln.example`);
    const answers = unwrap(await freeBusy(mailbox, [...emails, 'P1@kiln.example'], window));
    expect(asked).toEqual([20, 20, 1]);
    expect(answers.map(({ email }) => email)).toEqual([...emails, 'P1@kiln.example']);
    const unknown = answers.flatMap(({ email, known }) => (known ? [] : email));
    expect(unknown).toEqual(['p0@kiln.example', 'p20@kiln.example', 'p40@kiln.example']);
    expect(unwrap(await freeBusy(mailbox, [], window))).toEqual([]);
  });
});
