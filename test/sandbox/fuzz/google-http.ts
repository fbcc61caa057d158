import { Agent, request } from 'node:http';

interface HttpCall {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Requests over connections that are kept. `fetch` takes as long as all of the emulator. */
interface HttpClient {
  readonly send: (url: string, call: HttpCall) => Promise<{ readonly status: number; readonly text: string }>;
  readonly close: () => void;
}

export function openHttpClient(): HttpClient {
  const agent = new Agent({ keepAlive: true });
  return {
    send: (url, { method, headers, body }) =>
      new Promise((resolve, reject) => {
        const sent = request(url, { method, headers, agent }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
          );
        });
        sent.on('error', reject);
        sent.end(body ?? undefined);
      }),
    close: () => agent.destroy(),
  };
}
