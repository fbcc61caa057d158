import type { Transaction } from 'kysely';
import type { Keyring } from './secrets.ts';
import type { Tables } from './tables.ts';

/** One transaction in the name of an organization, as the tables' functions need it. */
export interface Scope {
  readonly trx: Transaction<Tables>;
  readonly organizationId: string;
  readonly keyring: Keyring;
}
