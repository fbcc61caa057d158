import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemChance } from '../../../src/cli/service/chance.ts';
import type { Service } from '../../../src/cli/service/create-service.ts';
import { createFaultLog } from '../../../src/cli/service/sandbox/fault-log.ts';
import { createSandboxDesk } from '../../../src/cli/service/sandbox-desk.ts';
import { startTestSandbox, testStartMs } from '../../support/sandbox.ts';
import { openTestStore, type TestStore } from '../../support/test-store.ts';

const hourMs = 3_600_000;
let opened: TestStore;

beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(async () => {
  await opened.close();
});

async function openDesk() {
  const sandbox = await startTestSandbox();
  const quiet = () => {};
  const { organizationId, store } = opened;
  const deps = {
    ...{ store, clock: sandbox.parts.clock, chance: systemChance },
    log: { info: quiet, warn: quiet, error: quiet },
  } as unknown as Service['deps'];
  const desk = createSandboxDesk({ deps, organizationId }, { sandbox, faults: createFaultLog() });
  return { sandbox, desk };
}

describe('the sandbox desk', () => {
  it('names everybody with a calendar, where they sit, and nobody else', async () => {
    const { desk } = await openDesk();
    const people = desk.people();
    expect(people).toHaveLength(18);
    expect([...new Set(people.map(({ place }) => place))]).toEqual([
      'Lyon',
      'Warsaw',
      'Singapore',
      'New York',
    ]);
    expect(people.find(({ name }) => name === 'Maya Ellison')).toEqual({
      ...{ address: 'maya.ellison@halden.example', name: 'Maya Ellison', provider: 'microsoft' },
      ...{ zone: 'America/New_York', place: 'New York' },
    });
  });

  it('shows first the week of the examples, in which a meeting of several hours crosses midnight', async () => {
    const { desk } = await openDesk();
    expect(desk.firstWeek()).toBe('2026-11-02');
    const { status } = desk.examples();
    expect(desk.write({ ...status, time: '23:30', minutes: 90 })).toEqual({
      ok: true,
      told: ['Claire Marchetti', 'Mathieu Roche'],
    });
    const week = desk.week(status.organizer, desk.firstWeek());
    const [entry] = week?.days.find(({ date }) => date === '2026-11-04')?.entries ?? [];
    expect(entry?.endMs).toBe(Date.parse('2026-11-05T00:00:00Z'));
    expect(desk.week('room-saone@halden.example', desk.firstWeek())).toBeNull();
  });

  it('lets the gate’s deadlines come due with the time that it lets pass', async () => {
    const { desk } = await openDesk();
    const { organizationId, store } = opened;
    const due = { id: randomUUID(), caseId: randomUUID(), name: 'grace' as const, revision: 0 };
    await store.inOrganization(organizationId, (tx) =>
      tx.deadlines.add({ ...due, dueMs: testStartMs + 2 * hourMs }),
    );
    const wanted = { kind: 'deadline', organizationId, deadlineId: due.id };
    await desk.letTimePass('hour');
    expect(await opened.jobs()).not.toContainEqual(wanted);
    await desk.letTimePass('hour');
    expect(await opened.jobs()).toContainEqual(wanted);
    const news = await desk.news(null);
    const told = news.kind === 'lines' ? news.lines.map(({ kind, due }) => [kind, due]) : [];
    expect(told).toEqual([
      ['clock', 0],
      ['clock', 1],
    ]);
  });

  it('goes to nine in the morning in Lyon, whatever the hour', async () => {
    const { desk, sandbox } = await openDesk();
    await desk.letTimePass('tomorrow');
    expect(sandbox.parts.clock.nowMs()).toBe(Date.parse('2026-11-03T08:00:00Z'));
    sandbox.parts.clock.advance(14 * hourMs);
    await desk.letTimePass('tomorrow');
    expect(sandbox.parts.clock.nowMs()).toBe(Date.parse('2026-11-04T08:00:00Z'));
  });

  it('tells two who ask at the same time the same, and each thing once', async () => {
    const { desk } = await openDesk();
    desk.write(desk.examples().status);
    const [one, other] = await Promise.all([desk.news(null), desk.news(null)]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ kind: 'lines', lines: [{ number: 1, kind: 'invitation' }] });
    const place = one?.kind === 'lines' ? one.place : '';
    desk.write(desk.examples().incident);
    expect(await desk.news(place)).toMatchObject({
      lines: [{ number: 2, title: expect.stringContaining('down') }],
    });
  });

  it('says from which line on a reader has them all, and of another run’s places nothing', async () => {
    const { desk } = await openDesk();
    const write = (times: number) => {
      for (let time = 0; time < times; time += 1) desk.write(desk.examples().status);
    };
    const goOn = async (place: string | null) => {
      const news = await desk.news(place);
      if (news.kind === 'restart') throw new Error('the place is of this run');
      return { ...news, lines: news.lines.map(({ number }) => number) };
    };
    write(2);
    const first = await goOn(null);
    expect(first).toMatchObject({ lines: [1, 2], earliest: 1 });
    write(50);
    const flooded = await goOn(first.place);
    expect(flooded).toMatchObject({ lines: { 0: 13, length: 40 }, earliest: 13 });
    write(1);
    expect(await goOn(flooded.place)).toMatchObject({ lines: [53], earliest: 13 });
    expect(await goOn(null)).toMatchObject({ lines: { 0: 14, length: 40 }, earliest: 14 });
    for (const place of ['', 'x', 'x.1-2', flooded.place.replace(/-.*/, ''), `${flooded.place}e9`])
      expect(await desk.news(place)).toEqual({ kind: 'restart' });
  });
});
