import { createAccessTokens } from './accounts/access-tokens.ts';
import { createMails } from './accounts/mails.ts';
import { createNewId } from './accounts/new-id.ts';
import { createPeople } from './accounts/people.ts';
import type { SandboxPerson } from './accounts/person.ts';
import { type Acts, createActs } from './acts.ts';
import { createCalendarEngine } from './calendar/create-engine.ts';
import type { SandboxClock } from './clock.ts';
import type { SandboxParts } from './parts.ts';
import type { Tables } from './state/tables.ts';
import type { SwitchPositions } from './switches.ts';

/** What the parts are put together from. */
export interface PartsOptions {
  readonly clock: SandboxClock;
  readonly tables: Tables;
  readonly people: readonly SandboxPerson[];
  readonly positions: () => SwitchPositions;
  /** 32 bits. */
  readonly seed: number;
  readonly deliver: SandboxParts['deliver'];
}

/** The parts, and `unseen`, which does something without leaving visible acts: what was there before the run. */
export function createParts(options: PartsOptions): {
  readonly parts: SandboxParts;
  readonly unseen: (work: () => void) => void;
} {
  const { clock, tables, positions, deliver } = options;
  const newId = createNewId(tables.table('ids'), options.seed);
  const people = createPeople(options.people);
  const recorded = createActs(tables.table('acts'));
  let isSeen = true;
  const acts: Acts = { ...recorded, record: (act) => void (isSeen && recorded.record(act)) };
  const sendMail = createMails({ table: tables.table('mails'), clock, acts, newId });
  const access = createAccessTokens(tables.table('access-tokens'), clock, newId);
  const engine = createCalendarEngine({ clock, tables, positions, acts, people, newId });
  const parts = { clock, tables, positions, acts, people, engine, sendMail, access, deliver, newId };
  const unseen = (work: () => void) => {
    isSeen = false;
    try {
      work();
    } finally {
      isSeen = true;
    }
  };
  return { parts, unseen };
}
