import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import { graphError } from './errors.ts';

type Json = Readonly<Record<string, unknown>>;

const pageMost = 999;

/** One entity, with the properties of `$select` only; the id always stays. */
export function entityAnswer({ query, origin }: ApiRequest, context: string, entity: Json): ApiAnswer {
  return {
    status: 200,
    json: { '@odata.context': `${origin}/v1.0/$metadata#${context}/$entity`, ...selected(query, entity) },
  };
}

/** A page of a list: `$top` entries behind `$skip`, and a link to the next where there is one. */
export function listAnswer(
  request: ApiRequest,
  path: string,
  context: string,
  entities: readonly Json[],
  usualTop: number,
): ApiAnswer {
  const { query, origin } = request;
  const top = Number(query.get('$top') ?? usualTop);
  const skip = Number(query.get('$skip') ?? 0);
  if (![top, skip].every(Number.isInteger) || top < 1 || top > pageMost || skip < 0) {
    return graphError(
      400,
      'BadRequest',
      `Invalid value for $top or $skip: 1 to ${pageMost} entries, from 0 on.`,
    );
  }
  const next = new URLSearchParams(query);
  next.set('$skip', String(skip + top));
  return {
    status: 200,
    json: {
      '@odata.context': `${origin}/v1.0/$metadata#${context}`,
      ...(skip + top < entities.length ? { '@odata.nextLink': `${origin}${path}?${next}` } : {}),
      value: entities.slice(skip, skip + top).map((entity) => selected(query, entity)),
    },
  };
}

function selected(query: URLSearchParams, entity: Json): Json {
  const names = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  if (names === undefined) return entity;
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name === 'id' || name.startsWith('@') || names.includes(name)),
  );
}
