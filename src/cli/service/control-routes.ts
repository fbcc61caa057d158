import { isIP } from 'node:net';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { controlPath } from './control-path.ts';
import type { Service } from './create-service.ts';
import { isSameToken } from './data-folder.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { startProblem } from './start-problem.ts';

const largestBody = '1mb';
const loopback = /^(?:::ffff:)?127\.|^::1$/;
const bearer = /^Bearer ([\w-]{20,100})$/;

/**
 * Operations over HTTP, for commands on this machine while the server has the embedded database open. Whoever may read
 * the token's file may use them; a browser may not (its requests carry an origin), nor whoever comes through a proxy or
 * by a name that was pointed at this machine (their Host is another).
 */
export function controlRoutes(service: Service, token: string): Router {
  const router = Router();
  router.use(controlPath, refuseStrangers(token));
  router.post(`${controlPath}/:name`, express.json({ limit: largestBody }), async (request, response) => {
    const named = Object.entries(operations).find(([name]) => name === request.params.name);
    if (named === undefined) return void response.status(404).json({ error: 'there is no such operation' });
    // Each operation checks its input by its own schema, so here it is any of them.
    const operation = named[1] as Operation<z.ZodType, unknown>;
    const input = operation.input.safeParse(request.body ?? {});
    if (!input.success) return void response.status(400).json({ error: z.prettifyError(input.error) });
    response.json(await run(operation, service, input.data));
  });
  return router;
}

/** What the command would have been told in a process of its own, it is told here as well. */
async function run(operation: Operation<z.ZodType, unknown>, service: Service, input: unknown) {
  try {
    return await operation.run(service, input);
  } catch (error) {
    const problem = startProblem(error, service.settings);
    if (problem === null) throw error;
    return { ok: false, problems: [problem] } as const;
  }
}

function refuseStrangers(token: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const [, given = ''] = bearer.exec(request.headers.authorization ?? '') ?? [];
    if (!isOwnMachine(request)) response.status(403).json({ error: 'for programs of this machine only' });
    else if (!isSameToken(given, token))
      response.status(401).json({ error: 'the token is missing or wrong' });
    else next();
  };
}

function isOwnMachine({ socket, headers }: Request): boolean {
  const host = URL.parse(`http://${headers.host ?? ''}`)?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const isLoopbackHost = isIP(host) !== 0 && loopback.test(host);
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return (
    loopback.test(socket.remoteAddress ?? '') &&
    isLoopbackHost &&
    !isForwarded &&
    headers.origin === undefined &&
    headers['sec-fetch-site'] === undefined
  );
}
