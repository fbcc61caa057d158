import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';
import { beginSession, usualSessions } from '../../../src/app/access/sessions.ts';
import { systemChance } from '../../../src/cli/service/chance.ts';
import { createFaultLog } from '../../../src/cli/service/sandbox/fault-log.ts';
import { pageRoutes } from '../../../src/cli/service/web-pages.ts';
import { createApp } from '../../../src/http/create-app.ts';
import { csrfOf } from '../../../src/http/pages/csrf.ts';
import { type GateOptions, type LiveGate, liveGates } from '../../app/effects/live-gate.ts';

/** May come in without a mailbox, by the settings. */
export const administrator = 'ada@kiln.example';
export const auditor = 'ivo@kiln.example';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Asks as a browser of somebody who is signed in; a form is posted with its `csrf`. Follows no redirect. */
export type PageFetch = (
  path: string,
  init?: { readonly form?: Fields; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Response>;

export interface ServedPages {
  readonly origin: string;
  readonly gate: LiveGate;
  readonly signInAs: (address: string, name?: string) => Promise<PageFetch>;
}

interface ServedOptions extends GateOptions {
  readonly provider?: 'google' | 'microsoft';
  /** False: as an installation, whose provider of sign-ins is this issuer; null where none is configured. */
  readonly isSandbox?: boolean;
  readonly issuer?: string | null;
}

/** The product's own pages on a port, beside a gate with the mailbox of `owner`; closed after each test. */
export function servedPages(): (options?: ServedOptions) => Promise<ServedPages> {
  const openGate = liveGates();
  const servers: Server[] = [];
  afterEach(async () => {
    const ending = servers.splice(0).map(async (server) => {
      server.closeAllConnections();
      await new Promise((ended) => server.close(ended));
    });
    await Promise.all(ending);
  });
  return async ({ provider = 'google', isSandbox = true, issuer = unusedIssuer, ...options } = {}) => {
    const faults = createFaultLog();
    const gate = await openGate(provider, { onExchange: faults.hear, ...options });
    const { deps, organizationId, world } = gate;
    const people = world.sandbox.parts.people.all().filter(({ kind }) => kind === 'person');
    const service = {
      ...{ deps, organizationId, company: isSandbox ? people : null },
      ...(isSandbox && { sandbox: { sandbox: world.sandbox, faults } }),
      settings: {
        ...{ ADMINISTRATORS: [administrator], AUDITORS: [auditor], SIGN_IN_ISSUER: issuer },
        ...{ SIGN_IN_CLIENT_ID: issuer && 'gate', SIGN_IN_CLIENT_SECRET: issuer && clientSecret },
      },
    };
    const server = createServer(createApp({ ...deps, routers: pageRoutes(service) })).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((listening) => server.once('listening', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { origin, gate, signInAs: (address, name) => signInAs(gate, origin, address, name ?? null) };
  };
}

const unusedIssuer = 'https://sign-in.example';
export const clientSecret = 'secret-of-the-gate';

async function signInAs(
  { deps, organizationId }: LiveGate,
  origin: string,
  address: string,
  name: string | null,
): Promise<PageFetch> {
  const nobody = { administrators: [], auditors: [], company: [], desk: { teams: () => [] } };
  const access = { ...deps, ...nobody, organizationId, sessions: usualSessions };
  const token = await beginSession(access, { address, name }, null);
  const cookie = `__Host-gatekeeper=${token}`;
  return async (path, { form, headers = {} } = {}) =>
    await fetch(`${origin}${path}`, {
      method: form === undefined ? 'GET' : 'POST',
      headers: { cookie, ...headers },
      ...(form !== undefined && { body: encoded({ csrf: csrfOf(token, systemChance.secret()), ...form }) }),
      redirect: 'manual',
    });
}

function encoded(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((each) => [name, each]),
    ),
  );
}
