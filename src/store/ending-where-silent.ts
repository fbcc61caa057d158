import { Socket } from 'node:net';
import type pg from 'pg';

/**
 * A class of connections that end where the server says nothing for so long, asked or not. A network that drops packets
 * reports no error, and TCP itself gives up only after a quarter of an hour: whoever waits for an answer would hold a
 * mailbox for all that time.
 *
 * @param silentMs milliseconds; longer than any statement may take
 */
export function endingWhereSilent(Client: typeof pg.Client, silentMs: number): typeof pg.Client {
  return class extends Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      // Only now is it known whether the stream is encrypted.
      this.on('connect', () => {
        const { stream } = this.connection;
        if (!(stream instanceof Socket)) return;
        stream.setTimeout(silentMs, () => stream.destroy(new Error('the database says nothing any more')));
      });
    }
  };
}
