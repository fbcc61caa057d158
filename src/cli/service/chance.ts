import { randomBytes, randomUUID } from 'node:crypto';
import type { Chance } from '../../app/ports/surroundings.ts';

/** Unguessable values of the system. */
export const systemChance: Chance = {
  uuid: () => randomUUID(),
  secret: () => randomBytes(32).toString('base64url'),
};
