import { afterEach, beforeEach, expect } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import {
  type GraphEvent,
  type GraphList,
  immutable,
  meetingAt,
  october,
  startGraph,
  type TestGraph,
} from './graph-sandbox.ts';

/** Somebody who sends requests with the vendor's client. */
type GraphUser = Pick<Client, 'api'>;

/**
 * Gives every test of a file a sandbox of its own, and fails a test in which the emulator itself fails.
 *
 * @returns the sandbox of the running test, and two of its people, who stay the same through the file
 */
export function graphForEachTest(): {
  readonly graph: () => TestGraph;
  readonly ann: GraphUser;
  readonly ben: GraphUser;
} {
  let current: TestGraph | null = null;
  const graph = (): TestGraph => {
    if (current === null) throw new Error('there is a sandbox only while a test runs');
    return current;
  };
  beforeEach(async () => {
    current = await startGraph();
  });
  afterEach(async () => {
    const { log, close } = graph();
    current = null;
    await close();
    expect(log).toEqual([]);
  });
  return { graph, ann: userOf(graph, 'ann@acme.example'), ben: userOf(graph, 'ben@acme.example') };
}

/** Signs in with the first request of a test: a test without one finds the ids of a new sandbox. */
function userOf(graph: () => TestGraph, mailbox: string): GraphUser {
  const clients = new WeakMap<TestGraph, Client>();
  return {
    api: (path) => {
      const client = clients.get(graph()) ?? graph().clientOf(mailbox);
      clients.set(graph(), client);
      return client.api(path);
    },
  };
}

/** Creates the meeting of `meetingAt` at 14:00 UTC, with Ben unless told otherwise. */
export function post(
  user: GraphUser,
  fields: object = {},
  guests: readonly string[] = ['ben@acme.example'],
): Promise<GraphEvent> {
  return user.api('/me/events').post(meetingAt(14, guests, fields));
}

export function list(user: GraphUser, path: string, prefer = ''): Promise<GraphList> {
  return user.api(path).header('Prefer', prefer).get();
}

/** Occurrences in October 2026, by immutable ids. */
export async function viewOf(user: GraphUser): Promise<readonly GraphEvent[]> {
  return (await list(user, `/me/calendarView?${october}`, immutable)).value;
}

/** The first event of a mailbox, by its immutable id. */
export async function firstCopy(user: GraphUser): Promise<GraphEvent> {
  const [copy] = (await list(user, '/me/events', immutable)).value;
  if (copy === undefined) throw new Error('no copy');
  return copy;
}
