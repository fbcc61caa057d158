import { describe, expect, it } from '@jest/globals';
import { firstCopy, graphForEachTest, list, post } from './graph-each-test.ts';
import { type GraphList, meetingAt, october, startGraph } from './graph-sandbox.ts';

const { graph, ann, ben } = graphForEachTest();
const hisCopy = () => firstCopy(ben);

describe('queries of Graph', () => {
  const property = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name GatekeeperKey';

  it('page by absolute links until all is told once', async () => {
    for (let index = 0; index < 7; index += 1) await post(ann, { subject: `No ${index}` }, []);
    const seen: unknown[] = [];
    let path: string | undefined = '/me/events?$top=3&$select=subject';
    while (path !== undefined) {
      const page: GraphList = await list(ann, path);
      expect(page.value.length).toBeLessThanOrEqual(3);
      for (const event of page.value) {
        expect(Object.keys(event).toSorted()).toEqual(['@odata.etag', 'id', 'subject']);
        seen.push(event.subject);
      }
      const link: string | undefined = page['@odata.nextLink'];
      if (link !== undefined) expect(link.startsWith(`${graph().origin}/v1.0/me/events?`)).toBe(true);
      path = link?.slice(`${graph().origin}/v1.0`.length);
    }
    expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `No ${index}`));
  });

  it('page shorter than asked for where that is turned on, and still tell everything once', async () => {
    const short = await startGraph({ shortPages: true });
    const client = short.clientOf('ann@acme.example');
    for (let index = 0; index < 5; index += 1) await post(client, { subject: `No ${index}` }, []);
    const first = await list(client, '/me/events?$top=3');
    const link = String(first['@odata.nextLink']).slice(`${short.origin}/v1.0`.length);
    const second = await list(client, link);
    expect([first.value.length, second.value.length]).toEqual([2, 2]);
    expect(new Set([...first.value, ...second.value].map(({ id }) => id)).size).toBe(4);
    await short.close();
  });

  it('show ten without $top', async () => {
    for (let index = 0; index < 11; index += 1) await post(ann, {}, []);
    expect((await list(ann, '/me/events')).value).toHaveLength(10);
    await expect(list(ann, '/me/events?$top=1001')).rejects.toMatchObject({ statusCode: 400 });
  });

  it('find an event by its extended property, whose guid is not sensitive to case', async () => {
    const { id } = await post(ann, { singleValueExtendedProperties: [{ id: property, value: "it's 1" }] });
    await post(ann, { singleValueExtendedProperties: [{ id: property, value: 'other' }] });
    const upper = property.replace('66f5a359', '66F5A359');
    const filter = encodeURIComponent(
      `singleValueExtendedProperties/Any(ep: ep/id eq '${upper}' and ep/value eq 'it''s 1')`,
    );
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${property}')`);
    const found = await list(ann, `/me/events?$filter=${filter}&$expand=${expand}`);
    expect(found.value).toMatchObject([
      { id, singleValueExtendedProperties: [{ id: property, value: "it's 1" }] },
    ]);
    expect(await ann.api(`/me/events/${id}`).get()).not.toHaveProperty('singleValueExtendedProperties');
    await ann.api(`/me/events/${id}`).patch({ singleValueExtendedProperties: [{ id: upper, value: null }] });
    expect((await list(ann, `/me/events?$filter=${filter}`)).value).toEqual([]);
    expect((await hisCopy()).id).not.toBe(id);
  });

  it('filter and sort by times in UTC and by subject', async () => {
    await post(ann, { subject: 'B and C' });
    await ann.api('/me/events').post(meetingAt(9, [], { subject: 'A' }));
    const query = (text: string) =>
      list(ann, `/me/events?${text}`, 'outlook.timezone="Asia/Singapore"').then(({ value }) =>
        value.map(({ subject }) => subject),
      );
    expect(await query('$orderby=start/dateTime')).toEqual(['A', 'B and C']);
    expect(await query('$orderby=start/dateTime desc')).toEqual(['B and C', 'A']);
    expect(await query("$filter=start/dateTime ge '2026-10-06T14:00'")).toEqual(['B and C']);
    expect(await query("$filter=subject eq 'B and C' and isOrganizer eq true")).toEqual(['B and C']);
    await expect(query("$filter=body/content eq 'x'")).rejects.toMatchObject({
      code: 'ErrorInvalidUrlQueryFilter',
    });
    await expect(query('$orderby=importance')).rejects.toMatchObject({ statusCode: 400 });
  });

  it('of a view need a window of at most 1825 days, and hide the conference unless isOnlineMeeting is selected', async () => {
    await expect(list(ann, '/me/calendarView')).rejects.toMatchObject({ statusCode: 400 });
    const tooLong = 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2032-01-01T00:00:00Z';
    await expect(list(ann, `/me/calendarView?${tooLong}`)).rejects.toMatchObject({
      code: 'ErrorInvalidRequest',
    });
    await post(ann, { isOnlineMeeting: true });
    expect((await list(ann, `/me/calendarView?${october}`)).value).toMatchObject([{ onlineMeeting: null }]);
    const selected = await list(ann, `/me/calendarView?${october}&$select=isOnlineMeeting,onlineMeeting`);
    expect(selected.value).toMatchObject([
      { isOnlineMeeting: true, onlineMeeting: { joinUrl: expect.any(String) } },
    ]);
  });
});
