import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Exchange as SandboxExchange } from '../../src/sandbox/api/exchange.ts';
import type { Agreement, Exchange } from './agreement/exchange.ts';
import { googleAgreement } from './agreement/google-description.ts';
import { graphAgreement } from './agreement/graph-description.ts';
import { readGraphSchema } from './agreement/graph-schema.ts';
import { describeContract } from './contract.ts';
import { worldsOf } from './open-world.ts';

const contracts = path.resolve('../shared/contracts');
const present = existsSync(contracts);
const described = present ? describe : describe.skip;
const read = (name: string): string => (present ? readFileSync(path.join(contracts, name), 'utf8') : '');

/** Paths that no description covers: sign-in (OAuth has its own), and files, which the subset of the CSDL leaves out. */
const undescribed = [
  /^\/(token|revoke|tokeninfo|o\/oauth2|oauth2|sandbox|v1\/userinfo|\.well-known)/,
  /^\/[^/]+\/(oauth2\/)?v2\.0\//,
  /^\/[^/]+\/discovery\/v2\.0\//,
  /^\/v1\.0\/(me|users\/[^/]+)\/drive\/(root|items)/,
];

const textOf = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? new Uint8Array());

function bodyOf(bytes: Uint8Array | null): unknown {
  const text = textOf(bytes);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toExchange(recorded: SandboxExchange): Exchange {
  return {
    method: recorded.method,
    path: recorded.path,
    query: recorded.query,
    requestBody: bodyOf(recorded.requestBody),
    status: recorded.status ?? 0,
    responseBody: bodyOf(recorded.responseBody),
  };
}

/** Runs the whole contract once more, recording, and holds every exchange against the description at the end. */
function describeRecorded(
  name: 'google' | 'microsoft',
  createCheck: () => (exchange: Exchange) => Agreement,
  used: readonly string[],
): void {
  const recorded: SandboxExchange[] = [];
  describe('while the contract is kept', () => {
    describeContract(worldsOf(name, { onExchange: (exchange) => recorded.push(exchange) }));
  });
  const methods = new Map<string, number>();
  it('every request and every answer is as the vendor describes it', () => {
    const check = createCheck();
    const problems = new Set<string>();
    for (const exchange of recorded) {
      if (exchange.provider !== name || undescribed.some((pattern) => pattern.test(exchange.path))) continue;
      const { method, problems: found } = check(toExchange(exchange));
      if (method === null) problems.add(`${exchange.method} ${exchange.path}: no such method`);
      else methods.set(method, (methods.get(method) ?? 0) + 1);
      for (const problem of found) problems.add(problem);
    }
    expect([...problems]).toEqual([]);
    expect(recorded.length).toBeGreaterThan(200);
  });
  it('and these are the methods that it uses', () => {
    expect([...methods.keys()].sort()).toEqual(used);
  });
  afterAll(() => {
    recorded.length = 0;
  });
}

described('Google, recorded (../shared/contracts)', () => {
  describeRecorded(
    'google',
    () =>
      googleAgreement(
        ['calendar.v3', 'docs.v1', 'drive.v3', 'gmail.v1'].map((file) =>
          JSON.parse(read(`google/${file}.json`)),
        ),
      ),
    [
      'calendar.channels.stop',
      'calendar.events.delete',
      'calendar.events.get',
      'calendar.events.insert',
      'calendar.events.instances',
      'calendar.events.list',
      'calendar.events.patch',
      'calendar.events.watch',
      'calendar.freebusy.query',
      'calendar.settings.get',
      'docs.documents.batchUpdate',
      'docs.documents.get',
      'drive.files.create',
      'drive.files.list',
      'drive.permissions.create',
      'gmail.users.messages.send',
    ],
  );
});

described('Microsoft, recorded (../shared/contracts)', () => {
  describeRecorded(
    'microsoft',
    () => graphAgreement(readGraphSchema(read('microsoft/graph-v1.0-calendar-subset.csdl.xml'))),
    [
      'DELETE graph.event',
      'DELETE graph.subscription',
      'GET Collection(graph.event)',
      'GET delta',
      'GET graph.event',
      'GET graph.mailboxSettings',
      'GET graph.user',
      'PATCH graph.event',
      'PATCH graph.subscription',
      'POST Collection(graph.event)',
      'POST Collection(graph.subscription)',
      'POST accept',
      'POST cancel',
      'POST decline',
      'POST getSchedule',
      'POST sendMail',
      'POST tentativelyAccept',
    ],
  );
});
