import { z } from 'zod';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { graphError, withInnerError } from './errors.ts';

/** Source: learn.microsoft.com/graph/json-batching */
const batchBody = z.object({
  requests: z
    .array(
      z.object({
        id: z.string(),
        method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
        /** Relative to the version. */
        url: z.string().max(16_000),
        headers: z.record(z.string(), z.string()).default({}),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).default([]),
      }),
    )
    .min(1)
    .max(20),
});

/** Of one mailbox (microsoft.md 4.6). */
const mostAtOnce = 4;

type BatchPart = z.output<typeof batchBody>['requests'][number];
type PartAnswer = {
  readonly id: string;
  readonly status: number;
  readonly headers?: object;
  readonly body?: unknown;
};

/** Parts go through the front door, so that rights, limits and faults are those of single requests. */
export function batchRoute(parts: SandboxParts): ApiRoute {
  return {
    id: 'batch',
    method: 'POST',
    path: '/v1.0/$batch',
    scopes: [],
    handle: async (request) => withInnerError(await runBatch(parts, request), parts, request.headers),
  };
}

async function runBatch({ positions }: SandboxParts, request: ApiRequest): Promise<ApiAnswer> {
  const parsed = batchBody.safeParse(request.body);
  if (!parsed.success)
    return graphError(400, 'BadRequest', 'A batch takes 1 to 20 requests with id, method and url.');
  const answers = new Map<string, PartAnswer>();
  const run = (part: BatchPart) => {
    const failed = part.dependsOn.some((id) => (answers.get(id)?.status ?? 424) >= 400);
    return failed ? dependencyFailed(part.id) : runPart(request, part);
  };
  const atOnce = positions()['microsoft.batch-order'] === 'in-turn' ? 1 : mostAtOnce;
  for (const group of groupsOf(parsed.data.requests, atOnce)) {
    for (const answer of await Promise.all(group.map(run))) answers.set(answer.id, answer);
  }
  return { status: 200, json: { responses: [...answers.values()] } };
}

/** Parts that may run at the same time, in their order: whoever depends on another one comes after it. */
function groupsOf(parts: readonly BatchPart[], atOnce: number): readonly (readonly BatchPart[])[] {
  const groups: BatchPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const waits = last?.some(({ id }) => part.dependsOn.includes(id)) ?? true;
    if (last === undefined || waits || last.length >= atOnce) groups.push([part]);
    else last.push(part);
  }
  return groups;
}

function dependencyFailed(id: string): PartAnswer {
  const { json: body } = graphError(424, 'FailedDependency', 'A request that this one depends on failed.');
  return { id, status: 424, body };
}

async function runPart({ origin, headers }: ApiRequest, part: BatchPart): Promise<PartAnswer> {
  const path = part.url.startsWith('/') ? part.url : `/${part.url}`;
  const answer = await fetch(`${origin}/v1.0${path}`, {
    method: part.method,
    headers: { ...part.headers, Authorization: headers.authorization ?? '' },
    body: part.body === undefined ? null : JSON.stringify(part.body),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return {
    id: part.id,
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    ...(text === '' ? {} : { body: isJson ? JSON.parse(text) : text }),
  };
}
