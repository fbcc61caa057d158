import { Agent, request } from 'node:http';

export interface LoadResult {
  readonly perSecond: number;
  readonly answers: number;
  readonly failures: number;
  /** Milliseconds of the median request. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Sends notifications over kept connections, each the next one as soon as its answer is there. */
export async function sendLoad(
  origin: string,
  { milliseconds, connections }: { readonly milliseconds: number; readonly connections: number },
  headersOf: (number: number) => Record<string, string>,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const url = new URL('/hooks/google', origin);
  const times: number[] = [];
  let number = 0;
  let failures = 0;
  const beganMs = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() - beganMs < milliseconds) {
      number += 1;
      const sentMs = performance.now();
      const status = await post(url, agent, headersOf(number));
      if (status !== 200) failures += 1;
      times.push(performance.now() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - beganMs) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    answers: times.length,
    failures,
    medianMs: times[Math.floor(times.length / 2)] ?? Number.NaN,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  };
}

function post(url: URL, agent: Agent, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-length': '0', ...headers } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on('error', () => resolve(0));
    sent.end();
  });
}
