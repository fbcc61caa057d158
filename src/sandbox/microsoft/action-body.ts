import type { z } from 'zod';
import { type Refusal, refuse } from './errors.ts';

/** Names of parameters are not sensitive to case. A request without a body has none. */
export function lowerNames(body: unknown): unknown {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]))
    : (body ?? {});
}

/** Refuses the parameters of an action that the schema did not take, naming the first. */
export function unknownParameter(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const where =
    issue?.path.join('/') || (issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'body');
  return refuse(
    400,
    'RequestBodyRead',
    `The parameter '${where.slice(0, 100)}' in the request payload is not a valid parameter for the operation.`,
  );
}
