import { z } from 'zod';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api-route.ts';
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

type BatchPart = z.output<typeof batchBody>['requests'][number];
type PartAnswer = {
  readonly id: string;
  readonly status: number;
  readonly headers?: object;
  readonly body?: unknown;
};

/** Parts go through the front door one after the other, so that rights, limits and faults are those of single requests. */
export function batchRoute(parts: SandboxParts): ApiRoute {
  return {
    id: 'batch',
    method: 'POST',
    path: '/v1.0/$batch',
    scopes: [],
    handle: async (request) => withInnerError(await runBatch(request), parts, request.headers),
  };
}

async function runBatch(request: ApiRequest): Promise<ApiAnswer> {
  const parsed = batchBody.safeParse(request.body);
  if (!parsed.success)
    return graphError(400, 'BadRequest', 'A batch takes 1 to 20 requests with id, method and url.');
  const answers = new Map<string, PartAnswer>();
  for (const part of parsed.data.requests) {
    const failed = part.dependsOn.some((id) => (answers.get(id)?.status ?? 424) >= 400);
    answers.set(part.id, failed ? dependencyFailed(part.id) : await runPart(request, part));
  }
  return { status: 200, json: { responses: [...answers.values()] } };
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
