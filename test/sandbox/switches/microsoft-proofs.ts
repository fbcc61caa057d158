import type { SwitchName } from '../../../src/sandbox/switches.ts';
import type { Proof } from './proof.ts';
import { graphMeeting, max, mia, nowMs, refusalOf, type SwitchWorld, weekly } from './switch-world.ts';

type MicrosoftSwitch = Extract<SwitchName, `microsoft.${string}`>;

const immutable = 'IdType="ImmutableId"';
const october = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-11-01T00:00:00Z';

const create = ({ graph }: SwitchWorld, fields: object = {}) =>
  graph(max)
    .api('/me/events')
    .post(graphMeeting(10, [mia], fields));

/** Mia's invitation, by its immutable id. */
async function invited(world: SwitchWorld, fields: object = {}): Promise<string> {
  await create(world, fields);
  const { value } = await world.graph(mia).api('/me/events').header('Prefer', immutable).get();
  return value[0].id;
}

const respond = ({ graph }: SwitchWorld, id: string, action: 'accept' | 'decline', body: object = {}) =>
  graph(mia).api(`/me/events/${id}/${action}`).header('Prefer', immutable).post(body);

async function subscribe({ graph, webhook }: SwitchWorld, minutes: number, scopes: readonly string[]) {
  return graph(mia, scopes)
    .api('/subscriptions')
    .post({
      changeType: 'created,updated,deleted',
      notificationUrl: webhook.url,
      resource: '/me/events',
      expirationDateTime: new Date(nowMs + minutes * 60_000).toISOString(),
    });
}

export const microsoftProofs: { readonly [name in MicrosoftSwitch]: Proof } = {
  'microsoft.undo-decline': {
    observe: async (world) => {
      const id = await invited(world);
      await respond(world, id, 'decline');
      const refused = await refusalOf(respond(world, id, 'accept'));
      const { value } = await world.graph(mia).api('/me/events').get();
      return [refused, value.length];
    },
    seen: [
      [null, 1],
      [[400, 'ErrorInvalidRequest'], 0],
    ],
  },
  'microsoft.decline-comment': {
    observe: async (world) => {
      await respond(world, await invited(world), 'decline', { comment: '<b>Not</b> today' });
      return world.sandbox.parts.acts.all().find(({ kind }) => kind === 'answer')?.comment;
    },
    seen: ['<b>Not</b> today', 'Not today'],
  },
  'microsoft.decline-series': {
    observe: async (world) => refusalOf(respond(world, await invited(world, weekly), 'decline')),
    seen: [null, [400, 'ErrorInvalidRequest']],
  },
  'microsoft.subscription-minutes': {
    observe: async (world) => [
      await refusalOf(subscribe(world, 4230, ['Calendars.Read'])),
      await refusalOf(subscribe(world, 10_080, ['Calendars.Read'])),
    ],
    seen: [
      [null, null],
      [null, [400, 'InvalidRequest']],
    ],
  },
  'microsoft.delta-occurrences': {
    observe: async (world) => {
      await create(world, weekly);
      const { value } = await world.graph(max).api(`/me/calendarView/delta?${october}`).get();
      return [value.length, value[0].subject, value[0].type];
    },
    seen: [
      [3, undefined, 'occurrence'],
      [3, 'Budget', 'occurrence'],
    ],
  },
  'microsoft.delta-other-calendars': {
    observe: async ({ graph }) => {
      const { value } = await graph(max).api('/me/calendars').get();
      const other = value.find(({ isDefaultCalendar }: { isDefaultCalendar: boolean }) => !isDefaultCalendar);
      return refusalOf(graph(max).api(`/me/calendars/${other.id}/calendarView/delta?${october}`).get());
    },
    seen: [null, [400, 'ErrorInvalidRequest']],
  },
  'microsoft.throttle-code': {
    limits: { microsoft: { mailboxAtOnce: 0 } },
    observe: ({ graph }) => refusalOf(graph(max).api('/me/events').get()),
    seen: [
      [429, 'ApplicationThrottled'],
      [429, 'TooManyRequests'],
    ],
  },
  'microsoft.batch-order': {
    // One more than run in turn: the place of a request is free a moment after its answer.
    limits: { microsoft: { mailboxAtOnce: 2 } },
    observe: async ({ graph, sandbox }) => {
      sandbox.setFaults({ seed: 1, rules: [{ method: 'GET', probability: 1, kind: 'slow', delayMs: 50 }] });
      const requests = ['1', '2', '3', '4'].map((id) => ({ id, method: 'GET', url: '/me/events' }));
      const { responses } = await graph(max).api('/$batch').post({ requests });
      const answers: readonly { id: string; status: number }[] = responses;
      return [answers.map(({ id }) => id), answers.some(({ status }) => status === 429)];
    },
    seen: [
      [['1', '2', '3', '4'], false],
      [['1', '2', '3', '4'], true],
    ],
  },
  'microsoft.upload-limit': {
    limits: { microsoft: { mailboxUploadBytesPer30Seconds: 100 } },
    observe: (world) => refusalOf(create(world)),
    seen: [[429, 'TooManyRequests'], null],
  },
  'microsoft.global-limit': {
    limits: { microsoft: { applicationPerSecond: 1 } },
    observe: async ({ graph }) => {
      await graph(mia).api('/me/events').get();
      return refusalOf(graph(max).api('/me/events').get());
    },
    seen: [[429, 'TooManyRequests'], null],
  },
  'microsoft.read-basic-subscription': {
    observe: (world) => refusalOf(subscribe(world, 60, ['Calendars.ReadBasic'])),
    seen: [[403, 'ErrorAccessDenied'], null],
  },
  'microsoft.missing-folders': {
    observe: ({ graph }) => refusalOf(graph(max).api('/me/drive/root:/New/Agenda.txt:/content').put('Goal')),
    seen: [null, [404, 'itemNotFound']],
  },
};
