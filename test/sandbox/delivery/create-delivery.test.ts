import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClock } from '../../../src/sandbox/clock.ts';
import { createDeliveries, type Deliveries } from '../../../src/sandbox/delivery/create-delivery.ts';
import type { NotificationFaults } from '../../../src/sandbox/delivery/notification-faults.ts';
import type { Delivery } from '../../../src/sandbox/parts.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A webhook that answers with these statuses, then 204; null never answers. */
async function startWebhook(statuses: readonly (number | null)[] = []) {
  const bodies: string[] = [];
  const answers = [...statuses];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    bodies.push(`${request.headers['x-name']} ${Buffer.concat(chunks).toString()}`);
    const status = answers.length > 0 ? answers.shift() : 204;
    if (status) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, bodies };
}

function start(pausesMs: readonly number[] = [1, 1, 1], answerMs = 5000) {
  const clock = createClock(() => 0, 0);
  const deliveries: Deliveries = createDeliveries(clock, { pausesMs, answerMs });
  endings.push(deliveries.close);
  return { clock, ...deliveries };
}

const delivery = (url: string, body: string, fields: Partial<Delivery> = {}): Delivery => ({
  provider: 'google',
  url,
  headers: { 'x-name': 'n' },
  body,
  delivered: (status) => status < 300,
  retries: (status) => status === null || status === 503,
  giveUpAfterMs: 60_000,
  ...fields,
});

const faults = (fields: Partial<NotificationFaults>): NotificationFaults => ({
  seed: 1,
  lost: 0,
  duplicated: 0,
  delayed: 0,
  reordered: 0,
  delayMs: 20,
  ...fields,
});

describe('a notification', () => {
  it('is sent once, and is settled then', async () => {
    const { url, bodies } = await startWebhook();
    const { deliver, settled } = start();
    deliver(delivery(url, 'a'));
    await settled();
    expect(bodies).toEqual(['n a']);
  });

  it('is tried again while its vendor says so', async () => {
    const { url, bodies } = await startWebhook([503, 503]);
    const { deliver, settled } = start();
    deliver(delivery(url, 'a'));
    await settled();
    expect(bodies).toEqual(['n a', 'n a', 'n a']);
  });

  it.each([
    ['on a status that is final', [404], [1, 1, 1], 1],
    ['when the pauses are used up', [503, 503, 503, 503, 503], [1, 1], 3],
  ])('is given up %s', async (_, statuses, pauses, attempts) => {
    const { url, bodies } = await startWebhook(statuses);
    const { deliver, settled } = start(pauses);
    deliver(delivery(url, 'a'));
    await settled();
    expect(bodies).toHaveLength(attempts);
  });

  it('says that it was given up only where it was tried to the end', async () => {
    const { deliver, settled } = start([1]);
    const gaveUpOn: string[] = [];
    const rows = [
      ['down', [503, 503]],
      ['back', [503, 204]],
      ['refused', [404]],
    ] as const;
    for (const [name, statuses] of rows) {
      const { url } = await startWebhook(statuses);
      const gaveUp = () => void gaveUpOn.push(name);
      deliver(delivery(url, name, { retries: (status) => status === 503, gaveUp }));
    }
    await settled();
    expect(gaveUpOn).toEqual(['down']);
  });

  it('is given up when its time is over by the clock of the sandbox', async () => {
    const { url, bodies } = await startWebhook([503, 503, 503]);
    const { deliver, settled, clock } = start([20, 1, 1]);
    deliver(delivery(url, 'a'));
    clock.advance(60_000);
    await settled();
    expect(bodies).toHaveLength(1);
  });

  it('counts as failed where the answer is late or nobody is there', async () => {
    const { url, bodies } = await startWebhook([null]);
    const { deliver, settled } = start([1], 100);
    deliver(delivery(url, 'a'));
    deliver(delivery('http://127.0.0.1:1/', 'b'));
    deliver(delivery('no address', 'c'));
    await settled();
    expect(bodies).toEqual(['n a', 'n a']);
  });

  it('does not hold up the others while it waits for its next attempt', async () => {
    const { url, bodies } = await startWebhook(new Array(40).fill(503));
    const { deliver, settled } = start([600_000]);
    for (let n = 0; n < 40; n += 1) deliver(delivery(url, `failing ${n}`));
    deliver(delivery(url, 'last'));
    while (bodies.length < 41) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(bodies).toContain('n last');
    expect(await Promise.race([settled(), Promise.resolve('still under way')])).toBe('still under way');
  });

  it('is given up by closing, however long it would wait', async () => {
    const { url } = await startWebhook([null, 503]);
    const { deliver, close, settled } = start([600_000], 600_000);
    deliver(delivery(url, 'a'));
    deliver(delivery(url, 'b'));
    await close();
    deliver(delivery(url, 'c'));
    await settled();
  });
});

describe('a fault of notifications', () => {
  it('loses them', async () => {
    const { url, bodies } = await startWebhook();
    const { deliver, settled, setFaults } = start();
    setFaults(faults({ lost: 1, provider: 'google' }));
    deliver(delivery(url, 'a'));
    deliver(delivery(url, 'b', { provider: 'microsoft' }));
    await settled();
    expect(bodies).toEqual(['n b']);
    setFaults(null);
    deliver(delivery(url, 'c'));
    await settled();
    expect(bodies).toEqual(['n b', 'n c']);
  });

  it('doubles them', async () => {
    const { url, bodies } = await startWebhook();
    const { deliver, settled, setFaults } = start();
    setFaults(faults({ duplicated: 1 }));
    deliver(delivery(url, 'a'));
    await settled();
    expect(bodies).toEqual(['n a', 'n a']);
  });

  it('delays them, and they are not settled before', async () => {
    const { url, bodies } = await startWebhook();
    const { deliver, settled, setFaults } = start();
    setFaults(faults({ delayed: 1, delayMs: 50 }));
    deliver(delivery(url, 'late'));
    setFaults(null);
    deliver(delivery(url, 'early'));
    await settled();
    expect(bodies).toEqual(['n early', 'n late']);
  });

  it('sends them after the next one, or at last by themselves', async () => {
    const { url, bodies } = await startWebhook();
    const { deliver, settled, setFaults } = start();
    setFaults(faults({ reordered: 1, delayMs: 600_000 }));
    deliver(delivery(url, 'first'));
    setFaults(null);
    deliver(delivery(url, 'second'));
    await settled();
    setFaults(faults({ reordered: 1 }));
    deliver(delivery(url, 'alone'));
    await settled();
    expect(bodies).toEqual(['n second', 'n first', 'n alone']);
  });

  it('hits the same ones by the same seed', async () => {
    const { url, bodies } = await startWebhook();
    const { deliver, settled, setFaults } = start();
    const arrived = async (seed: number) => {
      setFaults(faults({ seed, lost: 0.5 }));
      for (let n = 0; n < 40; n += 1) deliver(delivery(url, String(n)));
      await settled();
      return bodies.splice(0).sort();
    };
    const first = await arrived(1);
    expect(await arrived(1)).toEqual(first);
    expect(await arrived(2)).not.toEqual(first);
    expect(first.length).toBeGreaterThan(8);
    expect(first.length).toBeLessThan(32);
  });
});
