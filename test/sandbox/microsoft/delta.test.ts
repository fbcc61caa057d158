import { afterEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import fc from 'fast-check';
import { expireGraphDeltaTokens } from '../../../src/sandbox/microsoft/delta.ts';
import {
  type GraphEvent,
  type GraphList,
  immutable,
  meetingAt,
  october,
  startGraph,
  type TestGraph,
  weekly,
} from './graph-sandbox.ts';

let graph: TestGraph;
afterEach(async () => {
  expect(graph.log).toEqual([]);
  await graph.close();
});

const prefer = (pageSize: number) => `odata.maxpagesize=${pageSize}, ${immutable}`;

/** Follows the links of one round from a path or an absolute link. */
async function round(client: Client, from: string, pageSize = 50) {
  const items: GraphEvent[] = [];
  let path = from.replace(`${graph.origin}/v1.0`, '');
  for (let pages = 1; pages < 200; pages += 1) {
    const page: GraphList = await client.api(path).header('Prefer', prefer(pageSize)).get();
    items.push(...page.value);
    const end = page['@odata.deltaLink'];
    if (end !== undefined) return { items, link: end, pages };
    path = String(page['@odata.nextLink']).replace(`${graph.origin}/v1.0`, '');
  }
  throw new Error('the round has no end');
}

/** A mirror of the view, kept as the documentation says. */
function applied(
  mirror: ReadonlyMap<string, unknown>,
  items: readonly GraphEvent[],
): ReadonlyMap<string, unknown> {
  const next = new Map(mirror);
  for (const item of items) {
    if ('@removed' in item) next.delete(item.id);
    else next.set(item.id, [item['@odata.etag'], item.start, item.subject]);
  }
  return next;
}

async function fullView(client: Client): Promise<ReadonlyMap<string, unknown>> {
  const view: GraphList = await client
    .api(`/me/calendarView?${october}&$top=1000`)
    .header('Prefer', immutable)
    .get();
  return applied(new Map(), view.value);
}

const start = `/me/calendarView/delta?${october}`;
const full = { positions: { 'microsoft.delta-occurrences': 'full' } } as const;

describe('changes of a calendar view on Graph', () => {
  it('tell everything first and then only what changed, with what left as removed', async () => {
    graph = await startGraph(full);
    const ann = graph.clientOf('ann@acme.example');
    const kept: GraphEvent = await ann.api('/me/events').post(meetingAt(9, []));
    const dropped: GraphEvent = await ann
      .api('/me/events')
      .header('Prefer', immutable)
      .post(meetingAt(11, []));
    const first = await round(ann, start);
    expect(first.items).toHaveLength(2);
    expect((await round(ann, first.link)).items).toEqual([]);
    await ann.api(`/me/events/${dropped.id}`).delete();
    const second = await round(ann, first.link);
    expect(second.items).toEqual([{ id: dropped.id, '@removed': { reason: 'deleted' } }]);
    await ann.api(`/me/events/${kept.id}`).patch({ subject: 'New' });
    expect((await round(ann, second.link)).items).toMatchObject([{ subject: 'New' }]);
    // An old link stays good and tells both.
    expect((await round(ann, first.link)).items).toHaveLength(2);
  });

  it('remove what moved out of the window and what was declined', async () => {
    graph = await startGraph(full);
    const ann = graph.clientOf('ann@acme.example');
    const ben = graph.clientOf('ben@acme.example');
    const moved: GraphEvent = await ann.api('/me/events').post(meetingAt(9, ['ben@acme.example']));
    await ann.api('/me/events').post(meetingAt(14, ['ben@acme.example'], weekly(3)));
    const before = await round(ben, start);
    const [, occurrence] = before.items.filter(({ type }) => type === 'occurrence');
    await ben.api(`/me/events/${occurrence?.id}/decline`).post({});
    await ann.api(`/me/events/${moved.id}`).patch({
      start: { dateTime: '2026-12-01T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-01T10:00:00', timeZone: 'UTC' },
    });
    const after = await round(ben, before.link);
    const removed = after.items.filter((item) => '@removed' in item).map(({ id }) => id);
    const single = before.items.find(({ type }) => type === 'singleInstance');
    expect(removed.toSorted()).toEqual([occurrence?.id, single?.id].toSorted());
    expect(applied(applied(new Map(), before.items), after.items)).toEqual(await fullView(ben));
  });

  it('show occurrences with few fields, or with all of them, by the switch', async () => {
    graph = await startGraph();
    const ann = graph.clientOf('ann@acme.example');
    await ann.api('/me/events').post(meetingAt(14, [], weekly(2)));
    const [sparse] = (await round(ann, start)).items;
    expect(Object.keys(sparse ?? {}).toSorted()).toEqual([
      '@odata.etag',
      '@odata.type',
      'end',
      'id',
      'seriesMasterId',
      'start',
      'type',
    ]);
    graph.turn(full.positions);
    expect((await round(ann, start)).items[0]).toMatchObject({ subject: 'Roadmap', onlineMeeting: null });
  });

  it.each(['$select=id', '$filter=a', '$orderby=a', '$expand=a', '$search=a'])(
    'refuse %s',
    async (option) => {
      graph = await startGraph();
      const asked = graph.clientOf('ann@acme.example').api(`${start}&${option}`).get();
      await expect(asked).rejects.toMatchObject({ statusCode: 400 });
    },
  );

  it('answer 410 with the place to begin again for an expired link, and 410 for one that is none of ours', async () => {
    graph = await startGraph();
    const ann = graph.clientOf('ann@acme.example');
    const { link } = await round(ann, start);
    expireGraphDeltaTokens(graph.parts, 'ann@acme.example');
    const gone = await round(ann, link).catch((error) => error);
    expect(gone).toMatchObject({ statusCode: 410, code: 'SyncStateNotFound' });
    const again = await round(ann, gone.headers.get('location'));
    expect(again.items).toEqual([]);
    for (const text of ['garbage', Buffer.from('{"mailbox":1}').toString('base64url')]) {
      const asked = ann.api(`/me/calendarView/delta?$deltatoken=${text}`).get();
      await expect(asked).rejects.toMatchObject({ statusCode: 410, code: 'syncStateNotFound' });
    }
    const ofAnother = graph
      .clientOf('ben@acme.example')
      .api(again.link.replace(`${graph.origin}/v1.0`, ''))
      .get();
    await expect(ofAnother).rejects.toMatchObject({ statusCode: 410 });
  });

  it('are there for a calendar by its id, or not, by the switch', async () => {
    graph = await startGraph();
    const ann = graph.clientOf('ann@acme.example');
    const { id }: GraphEvent = await ann.api('/me/calendar').get();
    await ann.api('/me/events').post(meetingAt(9, []));
    expect((await round(ann, `/me/calendars/${id}/calendarView/delta?${october}`)).items).toHaveLength(1);
    graph.turn({ 'microsoft.delta-other-calendars': 'refused' });
    await expect(round(ann, `/me/calendars/${id}/calendarView/delta?${october}`)).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('come in short, empty and repeating pages where that is turned on, and lose nothing', async () => {
    graph = await startGraph({ ...full, shortPages: true });
    const ann = graph.clientOf('ann@acme.example');
    for (let hour = 1; hour < 12; hour += 1) await ann.api('/me/events').post(meetingAt(hour, []));
    const { items, pages } = await round(ann, start, 4);
    expect(items.length).toBeGreaterThan(11);
    expect(pages).toBeGreaterThan(5);
    expect(applied(new Map(), items)).toEqual(await fullView(ann));
  });
});

type Act =
  | { readonly kind: 'post'; readonly hour: number; readonly series: boolean }
  | { readonly kind: 'move' | 'rename' | 'delete' | 'decline' | 'accept' | 'sync'; readonly which: number };

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('post' as const),
    hour: fc.integer({ min: 1, max: 22 }),
    series: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('move', 'rename', 'delete', 'decline', 'accept', 'sync'),
    which: fc.nat(20),
  }),
);

describe('a mirror of the changes', () => {
  it('equals the view after any acts, from every link that was ever given out', async () => {
    graph = await startGraph(full);
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 3, maxLength: 14 }), async (script) => {
        await graph.close();
        graph = await startGraph(full);
        await follow(script);
      }),
      { numRuns: 15 },
    );
  });
});

/** Ann and Ben act on what they see; Ben's mirrors are brought up to date at the end. */
async function follow(script: readonly Act[]): Promise<void> {
  const ann = graph.clientOf('ann@acme.example');
  const ben = graph.clientOf('ben@acme.example');
  const rounds = [await round(ben, start, 3)];
  const mirrors = [applied(new Map(), rounds[0]?.items ?? [])];
  const sync = async () => {
    const next = await round(ben, rounds.at(-1)?.link ?? start, 2);
    mirrors.push(applied(mirrors.at(-1) ?? new Map(), next.items));
    rounds.push(next);
  };
  for (const act of script) {
    if (act.kind === 'sync') await sync();
    else if (act.kind === 'post')
      await ann
        .api('/me/events')
        .post(meetingAt(act.hour, ['ben@acme.example'], act.series ? weekly(5) : {}));
    else await perform(act.kind, act.which, ann, ben);
  }
  await sync();
  const view = await fullView(ben);
  for (const [index, { link }] of rounds.entries()) {
    const { items } = await round(ben, link, 5);
    expect(applied(mirrors[index] ?? new Map(), items)).toEqual(view);
  }
}

async function perform(
  kind: Exclude<Act['kind'], 'post' | 'sync'>,
  which: number,
  ann: Client,
  ben: Client,
): Promise<void> {
  const client = kind === 'decline' || kind === 'accept' || which % 2 === 1 ? ben : ann;
  const view: GraphList = await client.api(`/me/calendarView?${october}&$top=1000`).get();
  const event = view.value[which % Math.max(1, view.value.length)];
  // Nobody answers what was called off.
  if (event === undefined || event.isCancelled === true) return;
  // Every third act is about the whole series.
  const path = `/me/events/${which % 3 === 0 ? (event.seriesMasterId ?? event.id) : event.id}`;
  const at = (hour: number) => ({
    dateTime: `2026-10-${which % 2 === 0 ? 29 : 31}T${hour}:30:00`,
    timeZone: 'UTC',
  });
  if (kind === 'rename') await client.api(path).patch({ subject: `No ${which}` });
  else if (kind === 'move') await client.api(path).patch({ start: at(22), end: at(23) });
  else if (kind === 'delete') await client.api(path).delete();
  else await client.api(`${path}/${kind}`).post({});
}
