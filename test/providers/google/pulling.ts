import { afterEach } from '@jest/globals';
import type { PulledChanges } from '../../../src/app/ports/calendar.ts';
import { november } from './listed-event.ts';
import { type ScriptedAnswer, type SeenRequest, startScriptedGoogle } from './scripted-google.ts';

/** A Google whose answers each test writes, closed after it, and a pull of changes that has to succeed. */
export function pullingForEachTest() {
  let current: Awaited<ReturnType<typeof startScriptedGoogle>> | null = null;
  afterEach(async () => {
    await current?.close();
    current = null;
  });
  return {
    /** The one of this test, once it was started. */
    google: () => current,
    start: async (answer: (request: SeenRequest) => ScriptedAnswer) => {
      current = await startScriptedGoogle(answer);
      return current;
    },
    pulled: async (cursor: string | null, asked = november): Promise<PulledChanges> => {
      const read = await current?.mailbox.calendar.pullChanges(cursor, asked);
      if (!read?.ok) throw new Error(`not pulled: ${JSON.stringify(read)}`);
      return read.value;
    },
  };
}
