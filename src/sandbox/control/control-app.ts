import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { controlInput } from './control-input.ts';
import { controlPage } from './control-page.ts';
import { isForeign } from './foreign-request.ts';
import { issueToken } from './issue-token.ts';
import type { SandboxControl } from './sandbox-control.ts';
import { writeEvent } from './write-event.ts';

/** Where the two APIs are. */
export interface Origins {
  readonly google: string;
  readonly microsoft: string;
}

/** What cannot be done, in words. */
class Refused extends Error {
  readonly status = 404;
}

const largestBody = '1mb';
/** The page needs no script and nothing from elsewhere. */
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The control of the sandbox over HTTP, in JSON, and a page to look at. */
export function createControlApp(
  control: SandboxControl,
  origins: Origins,
  log: (text: string) => void = () => {},
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(refuseStrangers);
  // `null` is a plan as well: no faults.
  app.use(express.json({ limit: largestBody, strict: false }));
  app.get('/', (request, response) => {
    const ownOrigin = `http://${request.headers.host ?? ''}`;
    response.set('content-security-policy', pagePolicy).type('html');
    response.send(controlPage(control.parts, { ...origins, control: ownOrigin }));
  });
  addReading(app, control);
  addOrders(app, control);
  app.use((request: Request, response: Response) => {
    refuse(
      response,
      404,
      `there is no ${request.method} ${request.path}; docs/sandbox.md lists what there is`,
    );
  });
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    answerError(error, response, log);
  });
  return app;
}

function refuseStrangers(request: Request, response: Response, next: NextFunction): void {
  if (isForeign(request.headers)) refuse(response, 403, 'the control is for programs of this machine only');
  else if (hasBody(request) && !request.is('json'))
    refuse(response, 415, 'send content-type: application/json');
  else next();
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function addReading(app: Express, { parts, limits }: SandboxControl): void {
  const { acts, clock, people, positions, tables } = parts;
  app.get('/people', (_, response) => void response.json(people.all()));
  app.get('/acts', (request, response) => {
    const { kind, since } = controlInput.actsQuery.parse(request.query);
    const asked = acts
      .all()
      .filter((act) => (kind ?? act.kind) === act.kind && act.atMs >= (since ?? act.atMs));
    response.json(asked);
  });
  app.get('/mails', (_, response) => void response.json([...tables.table('mails').values()]));
  app.get('/switches', (_, response) => void response.json(positions()));
  app.get('/clock', (_, response) => void response.json({ nowMs: clock.nowMs() }));
  app.get('/limits', (_, response) => void response.json(limits()));
}

function addOrders(app: Express, control: SandboxControl): void {
  const { clock, people, positions } = control.parts;
  app.put('/switches', (request, response) => {
    control.turn(controlInput.switches.parse(request.body));
    response.json(positions());
  });
  app.post('/clock', (request, response) => {
    clock.advance(controlInput.clock.parse(request.body).advanceMs);
    response.json({ nowMs: clock.nowMs() });
  });
  app.put('/faults', (request, response) => {
    control.setFaults(controlInput.faults.parse(request.body));
    response.status(204).end();
  });
  app.put('/notification-faults', (request, response) => {
    control.setNotificationFaults(controlInput.notificationFaults.parse(request.body));
    response.status(204).end();
  });
  app.post('/invites', (request, response) => {
    const before = control.parts.acts.count();
    const invites = control.nextInvites(controlInput.invites.parse(request.body ?? {}).count);
    const told = control.parts.acts.since(before).filter(({ kind }) => kind === 'invitation');
    const reached = (invite: string) => told.flatMap(({ uid, to }) => (uid === invite ? to : []));
    response.json(invites.map((invite) => ({ ...invite, to: [...new Set(reached(invite.uid))] })));
  });
  app.post('/events', (request, response) => {
    const before = control.parts.acts.count();
    const written = writeEvent(control.parts, controlInput.events.parse(request.body));
    if (!written.ok) refused(written.why);
    const told = control.parts.acts.since(before).flatMap(({ uid, to }) => (uid === written.uid ? to : []));
    response.json({ uid: written.uid, to: [...new Set(told)] });
  });
  app.post('/expire-sync', (request, response) => {
    const { mailbox } = controlInput.expireSync.parse(request.body);
    const person = people.find(mailbox) ?? refused(`nobody here is called ${mailbox}; GET /people lists all`);
    control.vendors.expireSync(person.address);
    response.status(204).end();
  });
  app.post('/lifecycle', (request, response) => {
    const { subscriptionId, event } = controlInput.lifecycle.parse(request.body);
    if (!control.vendors.sendLifecycle(subscriptionId, event)) {
      refused(`there is no subscription ${subscriptionId} that takes such events`);
    }
    response.status(204).end();
  });
  app.post('/tokens', (request, response) => {
    const issued = issueToken(control.parts, control.vendors, controlInput.tokens.parse(request.body));
    response.json(issued.ok ? issued.token : refused(issued.why));
  });
}

function refused(why: string): never {
  throw new Refused(why);
}

function answerError(error: unknown, response: Response, log: (text: string) => void): void {
  if (error instanceof z.ZodError) refuse(response, 400, z.prettifyError(error));
  else if (error instanceof Refused) refuse(response, error.status, error.message);
  else if (error instanceof SyntaxError) refuse(response, 400, 'the body is not JSON');
  else if (isOfBody(error)) refuse(response, error.status, error.message);
  else {
    log(`control: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    refuse(response, 500, 'a fault of the sandbox; its log says more');
  }
}

/** What express says of a body that is too large or in an encoding that nobody reads. */
function isOfBody(error: unknown): error is Error & { readonly status: number } {
  if (!(error instanceof Error) || !('expose' in error) || error.expose !== true) return false;
  return 'status' in error && typeof error.status === 'number';
}

function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}
