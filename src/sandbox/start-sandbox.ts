import type { Express } from 'express';
import type { SandboxPerson } from './accounts/person.ts';
import { createApiApp } from './api/api-app.ts';
import type { Exchange } from './api/exchange.ts';
import { type Listening, listen } from './api/listen.ts';
import type { SandboxClock } from './clock.ts';
import { createControlApp } from './control/control-app.ts';
import type { SandboxControl } from './control/sandbox-control.ts';
import { createParts } from './create-parts.ts';
import { createDeliveries, type DeliveryPace } from './delivery/create-delivery.ts';
import { type GivenNotificationFaults, notificationFaultsSchema } from './delivery/notification-faults.ts';
import { createFaults, type Faults } from './faults/create-faults.ts';
import { calm, type FaultPlan } from './faults/fault-plan.ts';
import { createLimits, type Limits } from './limits/limits.ts';
import { type ChangedLimits, limitFigures } from './limits/limits-figures.ts';
import type { SandboxParts } from './parts.ts';
import { nextSampleInvites, plantSampleCalendars, samplePeople } from './sample/sample-company.ts';
import { openClock, openState, plantOnce } from './state/sandbox-state.ts';
import { type SwitchPositions, switchPositions } from './switches.ts';
import { createVendors } from './vendors.ts';

export interface SandboxOptions {
  /** The time that runs by itself, epoch milliseconds; a test hands one that stands still. */
  readonly realNowMs: () => number;
  /** Sandbox time of a new state; null is the real time. */
  readonly startMs: number | null;
  /** 32 bits: the same seed and the same requests give the same ids. */
  readonly seed: number;
  /** Keeps the state over a restart; null forgets it. */
  readonly stateFile: string | null;
  /** 0 takes a free one. */
  readonly ports: { readonly google: number; readonly microsoft: number; readonly control: number };
  readonly positions?: Partial<SwitchPositions>;
  /** By default the sample company. */
  readonly people?: readonly SandboxPerson[];
  /** Plants three months of meetings of the sample company in a new state. */
  readonly sample: boolean;
  readonly faults?: FaultPlan;
  readonly limits?: ChangedLimits;
  /** Lists come in short and empty pages, as both vendors may send them. */
  readonly shortPages?: boolean;
  /** Of notifications; by default that of the vendors. */
  readonly pace?: DeliveryPace;
  readonly onExchange?: (exchange: Exchange) => void;
  /** One text for each fault of our own. */
  readonly log?: (text: string) => void;
}

/** A running sandbox. */
export interface Sandbox {
  /** What client libraries take as the root of the API, for example `http://127.0.0.1:4010`. */
  readonly google: { readonly origin: string };
  readonly microsoft: { readonly origin: string };
  readonly control: { readonly origin: string };
  readonly parts: SandboxParts;
  /** Starts a plan of faults from its beginning; null ends all. */
  readonly setFaults: (plan: FaultPlan | null) => void;
  readonly setNotificationFaults: (faults: GivenNotificationFaults | null) => void;
  readonly turn: (positions: Partial<SwitchPositions>) => void;
  readonly limits: Limits['report'];
  /** Resolves when every notification has been delivered or given up. */
  readonly settled: () => Promise<void>;
  /** Cuts what is under way; the state is in its file when this resolves. */
  readonly close: () => Promise<void>;
}

const dayMs = 86_400_000;
/** Three months of meetings, half of them still to come. */
const sampleDays = 45;

/**
 * Starts emulators of both calendars and the control of the sandbox, each on a port of this machine.
 *
 * @throws the system's error where a port is taken or the state file cannot be opened, UnreadableState where that
 *   file is something else
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const tables = await openState(options.stateFile);
  const clock = openClock(tables, options.realNowMs, options.startMs);
  const deliveries = createDeliveries(clock, options.pace);
  let positions = switchPositions(options.positions);
  const { parts, unseen } = createParts({
    clock,
    tables,
    people: options.people ?? samplePeople,
    positions: () => positions,
    seed: options.seed,
    deliver: deliveries.deliver,
  });
  if (options.sample) plantOnce(tables, () => unseen(() => plantSampleCalendars(parts, sampleWindow(clock))));
  const faults = createFaults(options.faults ?? calm);
  const limits = createLimits(clock, parts.positions, limitFigures(options.limits));
  const control: SandboxControl = {
    parts,
    // Created after the planting: nobody is told of meetings that were there before.
    vendors: createVendors(parts, options.shortPages ?? false),
    limits: limits.report,
    nextInvites: (count) => nextSampleInvites(parts, count),
    setFaults: (plan) => faults.set(plan ?? calm),
    setNotificationFaults: (given) =>
      deliveries.setFaults(given === null ? null : notificationFaultsSchema.parse(given)),
    turn: (turned) => {
      positions = { ...positions, ...turned };
    },
  };
  const closeInner = async () => {
    await deliveries.close();
    await tables.close();
  };
  const servers = await openServers(control, { faults, limits }, options).catch(async (error: unknown) => {
    await closeInner();
    throw error;
  });
  const { setFaults, setNotificationFaults, turn } = control;
  return {
    ...servers.origins,
    parts,
    setFaults,
    setNotificationFaults,
    turn,
    limits: limits.report,
    settled: deliveries.settled,
    close: async () => {
      await servers.close();
      await closeInner();
    },
  };
}

function sampleWindow(clock: SandboxClock): { fromMs: number; toMs: number } {
  const nowMs = clock.nowMs();
  return { fromMs: nowMs - sampleDays * dayMs, toMs: nowMs + sampleDays * dayMs };
}

/** Opens all three ports, or none. */
async function openServers(
  control: SandboxControl,
  troubles: { readonly faults: Faults; readonly limits: Limits },
  { ports, onExchange, log }: SandboxOptions,
) {
  const { parts, vendors } = control;
  const told = { ...(onExchange && { onExchange }), ...(log && { log }) };
  const opened: Listening[] = [];
  const open = async (app: Express, port: number) => {
    const listening = await listen(app, port);
    opened.push(listening);
    return { origin: listening.origin };
  };
  const openApi = (provider: 'google' | 'microsoft') =>
    open(createApiApp({ provider, ...vendors[provider], parts, ...troubles, ...told }), ports[provider]);
  const close = async () => void (await Promise.all(opened.map((listening) => listening.close())));
  try {
    const google = await openApi('google');
    const microsoft = await openApi('microsoft');
    const origins = { google: google.origin, microsoft: microsoft.origin };
    const controls = await open(createControlApp(control, origins, log), ports.control);
    return { origins: { google, microsoft, control: controls }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
