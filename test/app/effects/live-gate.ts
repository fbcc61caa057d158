import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { carryOut } from '../../../src/app/effects/carry-out.ts';
import type { ActDeps } from '../../../src/app/effects/effect-run.ts';
import { pullMailbox } from '../../../src/app/intake/pull-mailbox.ts';
import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { CaseRecord } from '../../../src/app/ports/store/cases.ts';
import type { EffectKind, EffectRecord } from '../../../src/app/ports/store/effects.ts';
import type { StoreTransaction } from '../../../src/app/ports/store/store.ts';
import type { Log } from '../../../src/app/ports/surroundings.ts';
import { systemChance } from '../../../src/cli/service/chance.ts';
import { createLinkMaker } from '../../../src/cli/service/link-maker.ts';
import { createPolicyBook } from '../../../src/cli/service/policy-book.ts';
import { createWording } from '../../../src/front/wording/create-wording.ts';
import { openWorld, type WorldOptions } from '../../contract/open-world.ts';
import { actsOf, type ContractWorld, nowMs, owner } from '../../contract/world.ts';
import { startTestPostgres, type TestPostgres } from '../../support/postgres.ts';
import { openTestStore, type TestStore } from '../../support/test-store.ts';

/** What a kill looks like inside one process: nothing after it happens. */
export class Killed extends Error {}

/** A gate that runs on a real store against one emulator, with a connected mailbox that is active. */
export interface LiveGate {
  readonly world: ContractWorld;
  readonly deps: ActDeps;
  readonly organizationId: string;
  readonly mailboxId: string;
  readonly inside: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  /** Connects another mailbox of the organization. */
  readonly connect: (address: string) => Promise<string>;
  /** Reads the calendar and judges what changed. */
  readonly pull: (mailboxId?: string) => Promise<void>;
  /** Carries out what is open, the follow-ups too, until nothing is. */
  readonly act: (change?: Partial<ActDeps>) => Promise<void>;
  readonly open: (kind?: EffectKind) => Promise<readonly EffectRecord[]>;
  readonly cases: (mailboxId?: string) => Promise<readonly CaseRecord[]>;
  /** The one case of the owner's mailbox. */
  readonly onlyCase: () => Promise<CaseRecord>;
  /** Answers that the organizer saw. */
  readonly answers: () => readonly {
    readonly detail: string;
    readonly comment: string | null;
    readonly from: string;
  }[];
  /** Subjects of the mails that the gate sent to the owner, without those that a calendar sends by itself. */
  readonly mails: () => readonly string[];
  /** Lets leases run out. */
  readonly pass: (ms: number) => void;
}

export interface GateOptions extends WorldOptions {
  readonly enforcement?: 'enforce' | 'grace' | 'warn' | 'observe';
}

const quiet = () => {};

/** Wednesday is kept free; whoever invites from kiln.example is a colleague. */
const policyText = (enforcement: string): string => `
organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  workingHours: [{ days: [monday, tuesday, wednesday, thursday, friday], hours: 08:00-19:00 }]
  noMeetingDays: [{ day: wednesday }]
  enforcement: { default: observe, no-meeting-day: ${enforcement} }
`;

/**
 * Opens gates on one database for the whole file; each has an organization and a sandbox of its own.
 * @param engine on PostgreSQL transactions really run beside each other
 */
export function liveGates(
  engine: 'embedded' | 'postgres' = 'embedded',
): (name: CalendarProvider['name'], options?: GateOptions) => Promise<LiveGate> {
  let opened: TestStore;
  let postgres: TestPostgres | null = null;
  const worlds: ContractWorld[] = [];
  beforeAll(async () => {
    postgres = engine === 'postgres' ? await startTestPostgres() : null;
    opened = await openTestStore(
      postgres === null ? {} : { engine: 'postgres', url: await postgres.createDatabase() },
    );
  });
  afterEach(async () => {
    await Promise.all(worlds.splice(0).map(({ sandbox }) => sandbox.close()));
  });
  afterAll(async () => {
    await opened.close();
    await postgres?.close();
  });
  return async (name, { enforcement = 'enforce', ...options } = {}) => {
    const world = await openWorld(name, options);
    worlds.push(world);
    return openGate(opened, world, enforcement);
  };
}

/** One gate on a store, with a mailbox that is active in an emulator. */
export async function openGate(
  { store }: Pick<TestStore, 'store'>,
  world: ContractWorld,
  enforcement: string,
  log: Log = { info: quiet, warn: quiet, error: quiet },
): Promise<LiveGate> {
  const organizationId = systemChance.uuid();
  await store.directory.createOrganization({ id: organizationId, name: 'Kiln', createdMs: 0 });
  const inside = <T>(work: (tx: StoreTransaction) => Promise<T>) =>
    store.inOrganization(organizationId, work);
  await inside((tx) => tx.organizations.change({ policyText: policyText(enforcement) }));
  let passedMs = 0;
  const deps: ActDeps = {
    store,
    providers: { google: null, microsoft: null, [world.provider.name]: world.provider },
    policies: createPolicyBook(),
    clock: { nowMs: () => world.sandbox.parts.clock.nowMs() + passedMs },
    chance: systemChance,
    log,
    words: createWording(),
    links: createLinkMaker(new Uint8Array(32).fill(3), 'https://gate.example'),
    baseUrl: 'https://gate.example',
  };
  const connect = async (address: string): Promise<string> => {
    const id = systemChance.uuid();
    await inside((tx) =>
      tx.mailboxes.add({
        id,
        provider: world.provider.name,
        address,
        otherAddresses: [],
        grant: { kind: 'company' },
        state: 'active',
        observingUntilMs: null,
        connectedMs: nowMs,
        cursor: null,
        window: null,
        pulledMs: null,
        hours: null,
        problem: null,
        forecast: null,
      }),
    );
    return id;
  };
  const mailboxId = await connect(owner);
  const open = async (kind?: EffectKind) => {
    const all = await inside((tx) => tx.effects.forgotten(Number.MAX_SAFE_INTEGER, 1_000));
    return kind === undefined ? all : all.filter((effect) => effect.kind === kind);
  };
  const cases = (id = mailboxId) => inside((tx) => tx.cases.ofMailbox(id, 100));
  return {
    world,
    deps,
    organizationId,
    mailboxId,
    inside,
    connect,
    open,
    cases,
    pull: async (id = mailboxId) => {
      const result = await pullMailbox(deps, organizationId, id);
      if (result.kind !== 'done') throw new Error(`pull: ${result.why}`);
    },
    act: async (change = {}) => {
      for (let round = 0; round < 10; round += 1) {
        const waiting = await open();
        if (waiting.length === 0) return;
        for (const { id } of waiting) await carryOut({ ...deps, ...change }, organizationId, id);
      }
      throw new Error(
        `never done: ${(await open()).map(({ kind, state }) => `${kind} ${state}`).join(', ')}`,
      );
    },
    onlyCase: async () => {
      const all = await cases();
      const [only] = all;
      if (only === undefined || all.length > 1) throw new Error(`${all.length} cases`);
      return only;
    },
    answers: () => actsOf(world, 'answer'),
    mails: () =>
      world
        .mails()
        .filter(({ from, to }) => from === owner && to.includes(owner))
        .map(({ subject }) => subject),
    pass: (ms) => {
      passedMs += ms;
    },
  };
}

/** Ends the process, once, when it comes to this point. */
export function killAt(point: string): (name: string) => void {
  let alive = true;
  return (name) => {
    if (!alive || name !== point) return;
    alive = false;
    throw new Killed(point);
  };
}

/** Longer than the lease of an effect. */
export const leaseOverMs = 121_000;

/** Acts until the process is killed at a point, then again after the lease as another process would. */
export async function actThroughKill(gate: LiveGate, point: string): Promise<void> {
  const killed = await gate.act({ onPoint: killAt(point) }).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Killed) return true;
      throw error;
    },
  );
  if (!killed) throw new Error(`${point} was never reached`);
  gate.pass(leaseOverMs);
  await gate.act();
}

export const providers = ['google', 'microsoft'] as const;
