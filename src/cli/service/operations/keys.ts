import { z } from 'zod';
import { rotateSecrets } from '../../../store/rotate-secrets.ts';
import { done, operation } from '../operation.ts';

/** Writes everything anew that stands under an older key, so that the older ones are needed no more. */
export const rotateKeys = operation({
  input: z.strictObject({}),
  run: async ({ database, keyring }) =>
    done({ rewritten: await rotateSecrets(database, keyring), current: keyring.current }),
});
