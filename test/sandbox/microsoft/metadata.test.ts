import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import { readMetadata } from './graph-metadata.ts';
import {
  type GraphEvent,
  type GraphList,
  meetingAt,
  october,
  startGraph,
  type TestGraph,
  weekly,
} from './graph-sandbox.ts';

const file = path.resolve('../shared/contracts/microsoft/graph-v1.0-calendar-subset.csdl.xml');
const isThere = existsSync(file);

(isThere ? describe : describe.skip)(
  `answers against the metadata of Graph${isThere ? '' : ' (not there)'}`,
  () => {
    const metadata = isThere ? readMetadata(readFileSync(file, 'utf8')) : { faults: () => [] };
    let graph: TestGraph;
    let ann: Client;
    let ben: Client;
    beforeEach(async () => {
      graph = await startGraph({ positions: { 'microsoft.delta-occurrences': 'full' } });
      ann = graph.clientOf('ann@acme.example');
      ben = graph.clientOf('ben@acme.example');
    });
    afterEach(() => graph.close());

    /** A series with an answer, a proposal, an exception and everything that a client may set. */
    async function plant(): Promise<GraphEvent> {
      const master: GraphEvent = await ann.api('/me/events').post(
        meetingAt(14, ['ben@acme.example', 'gil@acme.example'], {
          ...weekly(4),
          isOnlineMeeting: true,
          location: { displayName: 'Room 4' },
          categories: ['Red'],
          singleValueExtendedProperties: [{ id: 'String 0x1000', value: 'x' }],
        }),
      );
      const [first, second] = await viewOf(ben);
      const at = (hour: number) => ({ dateTime: `2026-10-07T${hour}:00:00`, timeZone: 'UTC' });
      const proposedNewTime = { start: at(10), end: at(11) };
      await ben.api(`/me/events/${first?.id}/tentativelyAccept`).post({ proposedNewTime });
      await ben.api(`/me/events/${second?.id}/decline`).post({ comment: 'no' });
      return master;
    }
    const viewOf = async (client: Client) =>
      ((await client.api(`/me/calendarView?${october}`).get()) as GraphList).value;

    it('checks: another name, another type and another member are faults', () => {
      const faults = metadata.faults(
        { subject: 5, colour: 'red', showAs: 'away', attendees: [{ status: { time: 'soon' } }] },
        'graph.event',
      );
      expect(faults).toHaveLength(4);
    });

    it('holds for events, lists, views, instances and changes, of organizer and guest', async () => {
      const master = await plant();
      const expand = encodeURIComponent("singleValueExtendedProperties($filter=id eq 'String 0x1000')");
      const organizers = [
        master,
        await ann.api(`/me/events/${master.id}?$expand=exceptionOccurrences,${expand}`).get(),
        ...(await viewOf(ann)),
        ...(await ann.api(`/me/events/${master.id}/instances?${october}`).get()).value,
        ...(await ann.api(`/me/calendarView/delta?${october}`).get()).value,
      ];
      expect(organizers.length).toBeGreaterThan(12);
      for (const event of [...organizers, ...(await viewOf(ben))])
        expect(metadata.faults(event, 'graph.event')).toEqual([]);
      const [first] = organizers.filter(({ type }) => type === 'exception');
      expect(JSON.stringify(first)).toContain('proposedNewTime');
    });

    it('holds for calendars, schedules and translated ids', async () => {
      const { id } = await plant();
      const calendars = await ann.api('/me/calendars').get();
      expect(metadata.faults(calendars.value, 'Collection(graph.calendar)')).toEqual([]);
      const at = (day: number) => ({ dateTime: `2026-10-${day}T00:00:00`, timeZone: 'UTC' });
      const schedules = await ann.api('/me/calendar/getSchedule').post({
        schedules: ['ann@acme.example', 'nobody@acme.example'],
        startTime: at(12),
        endTime: at(22),
      });
      expect(schedules.value[0].scheduleItems.length).toBeGreaterThan(0);
      expect(metadata.faults(schedules.value, 'Collection(graph.scheduleInformation)')).toEqual([]);
      const translated = await ann.api('/me/translateExchangeIds').post({
        inputIds: [id],
        sourceIdType: 'restId',
        targetIdType: 'restImmutableEntryId',
      });
      expect(metadata.faults(translated.value, 'Collection(graph.convertIdResult)')).toEqual([]);
    });

    it('holds for subscriptions and their notifications', async () => {
      const hook = createServer((request, response) => {
        response.setHeader('Content-Type', 'text/plain');
        response.end(new URL(request.url ?? '/', 'http://hook').searchParams.get('validationToken'));
      }).listen(0, '127.0.0.1');
      await once(hook, 'listening');
      const made = await ann.api('/subscriptions').post({
        changeType: 'created,updated,deleted',
        notificationUrl: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`,
        resource: '/me/events',
        expirationDateTime: '2026-10-06T08:00:00Z',
      });
      hook.closeAllConnections();
      hook.close();
      expect(metadata.faults(made, 'graph.subscription')).toEqual([]);
      await plant();
      expect(graph.deliveries.length).toBeGreaterThan(0);
      for (const { body } of graph.deliveries)
        expect(metadata.faults(JSON.parse(body), 'graph.changeNotificationCollection')).toEqual([]);
    });
  },
);
