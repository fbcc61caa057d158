import { z } from 'zod';
import type { Agreement, Exchange } from './exchange.ts';
import { elementOf, type GraphOperation, type GraphSchema } from './graph-schema.ts';

/**
 * What hangs below a person. The subset of the CSDL has no entity container and no `user`; these are its navigation
 * properties as learn.microsoft.com/graph/api/resources/user names them. Types that the subset lacks are not judged.
 */
const roots: Readonly<Record<string, string>> = {
  me: 'graph.user',
  users: 'Collection(graph.user)',
  subscriptions: 'Collection(graph.subscription)',
};
const userProperties: Readonly<Record<string, string>> = {
  events: 'Collection(graph.event)',
  calendarView: 'Collection(graph.event)',
  calendar: 'graph.calendar',
  calendars: 'Collection(graph.calendar)',
  mailboxSettings: 'graph.mailboxSettings',
  messages: 'Collection(graph.message)',
  outlook: 'graph.outlookUser',
  drive: 'graph.drive',
};
const queryOptions: ReadonlySet<string> = new Set([
  '$select',
  '$expand',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$skiptoken',
  '$deltatoken',
  '$count',
  'startDateTime',
  'endDateTime',
  '@microsoft.graph.conflictBehavior',
]);
const errorBody = z.object({
  error: z
    .object({ code: z.string(), message: z.string(), innerError: z.object({}).loose().optional() })
    .strict(),
});

/** Where a path leads: to a value of a type, or to an operation. */
type Place =
  | { readonly kind: 'value'; readonly type: string }
  | { readonly kind: 'operation'; readonly operation: GraphOperation };

/** Checks exchanges against the CSDL of Microsoft Graph. Unknown properties are problems, on open types too. */
export function graphAgreement(schema: GraphSchema): (exchange: Exchange) => Agreement {
  return (exchange) => {
    const place = placeOf(schema, exchange.path);
    if (place === null) return { method: null, problems: [] };
    const method = `${exchange.method} ${place.kind === 'value' ? place.type : place.operation.name}`;
    const problems = [
      ...queryProblems(schema, place, exchange),
      ...requestProblems(schema, place, exchange),
      ...responseProblems(schema, place, exchange),
    ];
    return { method, problems: problems.map((problem) => `${method}: ${problem}`) };
  };
}

function placeOf(schema: GraphSchema, path: string): Place | null {
  const [version, first, ...rest] = path.split('/').filter((part) => part !== '');
  const root = roots[first ?? ''];
  if (version !== 'v1.0' || root === undefined) return null;
  let place: Place = { kind: 'value', type: root };
  for (const segment of rest) {
    const next: Place | null =
      place.kind === 'value' ? step(schema, place.type, decodeURIComponent(segment)) : null;
    if (next === null) return null;
    place = next;
  }
  return place;
}

function step(schema: GraphSchema, type: string, segment: string): Place | null {
  const name = segment.replace(/\(.*\)$/, '').replace(/^microsoft\.graph\./, '');
  const operation = schema.operations.find((found) => found.name === name && isBoundTo(schema, found, type));
  if (operation !== undefined) return { kind: 'operation', operation };
  const element = elementOf(type);
  if (element !== null) return { kind: 'value', type: element };
  if (type === 'graph.drive')
    return segment === 'items' ? { kind: 'value', type: 'Collection(graph.driveItem)' } : null;
  const property = type === 'graph.user' ? userProperties[segment] : schema.propertyType(type, segment);
  return property === undefined || property === null ? null : { kind: 'value', type: property };
}

function isBoundTo(schema: GraphSchema, { boundTo }: GraphOperation, type: string): boolean {
  const [bound, actual] = [elementOf(boundTo), elementOf(type)];
  if (bound !== null) return actual !== null && schema.isA(actual, bound);
  return actual === null && schema.isA(type, boundTo);
}

function queryProblems(schema: GraphSchema, place: Place, { query }: Exchange): string[] {
  const type = place.kind === 'value' ? place.type : (place.operation.returns ?? '');
  const entity = elementOf(type) ?? type;
  const problems: string[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    if (!queryOptions.has(name)) problems.push(`query has ${name}, which is no option`);
    if ((name !== '$select' && name !== '$orderby') || !schema.knows(entity)) continue;
    for (const word of value.split(',')) {
      const property = word.trim().split(/[ /]/)[0] ?? '';
      if (schema.propertyType(entity, property) === null)
        problems.push(`${name} names ${property}, not in ${entity}`);
    }
  }
  return problems;
}

function requestProblems(schema: GraphSchema, place: Place, { method, requestBody }: Exchange): string[] {
  const empty = requestBody === undefined || requestBody === null || requestBody === '';
  if (place.kind === 'operation') {
    if (method !== (place.operation.kind === 'action' ? 'POST' : 'GET'))
      return [`is a ${place.operation.kind}`];
    if (empty) return [];
    return parameterProblems(schema, place.operation, requestBody);
  }
  const type = elementOf(place.type) ?? place.type;
  if (method === 'POST' && elementOf(place.type) === null)
    return ['is no collection to which something is added'];
  if (method === 'GET' || method === 'DELETE') return empty ? [] : ['has a body'];
  return empty ? ['has no body'] : schema.problems(type, requestBody, 'request');
}

/** The CSDL writes `Comment`, the documentation and its examples `comment`: the service takes both. */
function parameterProblems(schema: GraphSchema, operation: GraphOperation, body: unknown): string[] {
  const read = z.record(z.string(), z.unknown()).safeParse(body);
  if (!read.success) return ['request is no object'];
  return Object.entries(read.data).flatMap(([name, value]) => {
    const known = operation.parameters.find((found) => found.name.toLowerCase() === name.toLowerCase());
    if (known === undefined) return [`request has ${name}, which ${operation.name} does not know`];
    return schema.problems(known.type, value, `request.${name}`);
  });
}

function responseProblems(schema: GraphSchema, place: Place, exchange: Exchange): string[] {
  const { method, status, responseBody } = exchange;
  if (status >= 400) {
    const read = errorBody.safeParse(responseBody);
    return read.success ? [] : [`response ${status}: ${z.prettifyError(read.error)}`];
  }
  const empty = responseBody === undefined || responseBody === null || responseBody === '';
  if (status === 202 || status === 204) return empty ? [] : [`response ${status} has a body`];
  if (place.kind === 'operation' && place.operation.returns === null)
    return empty ? [] : ['response has a body'];
  if (empty) return method === 'DELETE' ? [] : ['response has no body'];
  const type = place.kind === 'operation' ? (place.operation.returns ?? '') : place.type;
  const element = elementOf(type);
  if (element === null || (method === 'POST' && place.kind === 'value'))
    return schema.problems(element ?? type, responseBody, 'response');
  const page = z
    .object({
      value: z.array(z.unknown()),
      '@odata.context': z.string(),
      '@odata.nextLink': z.string().optional(),
      '@odata.deltaLink': z.string().optional(),
      '@odata.count': z.number().optional(),
    })
    .strict()
    .safeParse(responseBody);
  if (!page.success) return [`response: ${z.prettifyError(page.error)}`];
  return page.data.value.flatMap((item, index) => schema.problems(element, item, `response[${index}]`));
}
