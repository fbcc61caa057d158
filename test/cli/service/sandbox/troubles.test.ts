import { describe, expect, it } from '@jest/globals';
import { createFaultLog } from '../../../../src/cli/service/sandbox/fault-log.ts';
import { createTroubles } from '../../../../src/cli/service/sandbox/troubles.ts';
import type { Exchange } from '../../../../src/sandbox/api/exchange.ts';
import { startTestSandbox, type TestSandbox } from '../../../support/sandbox.ts';

async function open() {
  const faults = createFaultLog();
  const sandbox = await startTestSandbox({ onExchange: faults.hear });
  return { sandbox, faults, ...createTroubles(sandbox, faults) };
}

/** An exchange that this log looks at. */
function failed(faulted: string | null): Exchange {
  return { provider: 'google', faulted, atMs: 1 } as Exchange;
}

const scope = 'https://www.googleapis.com/auth/calendar';

async function statusOf({ google, issueToken }: TestSandbox): Promise<number> {
  const token = issueToken('claire.marchetti@halden.example', [scope]);
  const headers = { authorization: `Bearer ${token}` };
  const path = '/calendar/v3/users/me/calendarList';
  const answer = await fetch(`${google.origin}${path}`, { headers }).catch(() => null);
  return answer?.status ?? 0;
}

describe('troubles', () => {
  it.each([
    ['rate-limit', [403, 429]],
    ['server-error', [503]],
    ['cut', [0]],
  ] as const)('hit so many requests of one vendor: %s', async (what, statuses) => {
    const { sandbox, fail, troubles } = await open();
    fail({ provider: 'google', what, times: 2 });
    expect(troubles()).toEqual([{ provider: 'google', what, times: 2 }]);
    expect(statuses).toContain(await statusOf(sandbox));
    expect(troubles()).toEqual([{ provider: 'google', what, times: 1 }]);
    expect(statuses).toContain(await statusOf(sandbox));
    expect(troubles()).toEqual([]);
    expect(await statusOf(sandbox)).toBe(200);
  });

  it('spare the other vendor', async () => {
    const { sandbox, fail } = await open();
    fail({ provider: 'microsoft', what: 'server-error', times: 50 });
    expect(await statusOf(sandbox)).toBe(200);
  });

  it('of requests and of notifications stand beside each other; a newer one takes the place of its like', async () => {
    const { fail, troubles, allIsWell } = await open();
    fail({ provider: 'google', what: 'cut', times: 3 });
    fail({ provider: 'google', what: 'doubled', times: 1 });
    fail({ provider: 'microsoft', what: 'rate-limit', times: 4 });
    expect(troubles().map(({ what }) => what)).toEqual(['rate-limit', 'doubled']);
    allIsWell();
    expect(troubles()).toEqual([]);
  });
});

describe('the log of failures', () => {
  it('counts all, tells those after a count once, and keeps the latest 500', () => {
    const log = createFaultLog();
    log.hear(failed(null));
    expect([log.count(), log.since(0)]).toEqual([0, []]);
    log.hear(failed('reset-before'));
    log.hear(failed('server-error'));
    expect(log.since(0).map(({ what }) => what)).toEqual(['cut', 'server-error']);
    expect(log.since(1).map(({ what }) => what)).toEqual(['server-error']);
    expect(log.since(2)).toEqual([]);
    for (let index = 0; index < 600; index += 1) log.hear(failed('rate-limit'));
    expect([log.count(), log.since(0).length, log.since(599).length]).toEqual([602, 500, 3]);
  });
});
