import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { z } from 'zod';
import type { Agreement, Exchange } from './exchange.ts';

const schemaPart = z.record(z.string(), z.unknown());
const parameter = z.object({
  type: z.string(),
  location: z.enum(['path', 'query']),
  required: z.boolean().default(false),
  repeated: z.boolean().default(false),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
});
const method = z.object({
  id: z.string(),
  path: z.string(),
  httpMethod: z.string(),
  parameters: z.record(z.string(), parameter).default({}),
  request: z.object({ $ref: z.string() }).optional(),
  response: z.object({ $ref: z.string() }).optional(),
});
const description = z.object({
  name: z.string(),
  servicePath: z.string(),
  schemas: z.record(z.string(), schemaPart),
  parameters: z.record(z.string(), schemaPart).default({}),
  resources: z.unknown(),
});
type Method = z.output<typeof method>;

/** Google's common error body, source: google.aip.dev/193 and the guides on errors. */
const errorBody = z.object({
  error: z.union([
    z.strictObject({
      code: z.number().int(),
      message: z.string(),
      status: z.string().optional(),
      details: z.array(z.unknown()).optional(),
      errors: z
        .array(
          z.strictObject({
            domain: z.string(),
            reason: z.string(),
            message: z.string(),
            location: z.string().optional(),
            locationType: z.string().optional(),
            extendedHelp: z.string().optional(),
          }),
        )
        .optional(),
    }),
    z.string(),
  ]),
});

/** Checks exchanges against Google's API descriptions (discovery documents). Unknown fields are problems too. */
export function googleAgreement(documents: readonly unknown[]): (exchange: Exchange) => Agreement {
  const apis = documents.map((document) => new Api(document));
  return (exchange) => {
    for (const api of apis) {
      const found = api.methodOf(exchange);
      if (found !== null) return { method: found.method.id, problems: api.problemsOf(found, exchange) };
    }
    return { method: null, problems: [] };
  };
}

interface FoundMethod {
  readonly method: Method;
  readonly pathValues: Readonly<Record<string, string>>;
}

class Api {
  readonly #methods: readonly { readonly method: Method; readonly pattern: RegExp }[];
  readonly #commonParameters: ReadonlySet<string>;
  readonly #validators: (name: string) => ValidateFunction;

  constructor(document: unknown) {
    const api = description.parse(document);
    this.#commonParameters = new Set(Object.keys(api.parameters));
    this.#methods = methodsIn(api.resources).map((found) => ({
      method: found,
      pattern: pathPattern(`/${api.servicePath}${found.path}`),
    }));
    const ajv = new Ajv({ strict: false, allErrors: true, formats });
    const definitions = Object.fromEntries(
      Object.entries(api.schemas).map(([name, schema]) => [name, toJsonSchema(schema)]),
    );
    ajv.addSchema({ definitions }, api.name);
    this.#validators = (name) => {
      const found = ajv.getSchema(`${api.name}#/definitions/${name}`);
      if (found === undefined) throw new Error(`${api.name} describes no ${name}`);
      return found;
    };
  }

  methodOf(exchange: Exchange): FoundMethod | null {
    for (const { method: found, pattern } of this.#methods) {
      if (found.httpMethod !== exchange.method) continue;
      const match = pattern.exec(exchange.path);
      if (match !== null) return { method: found, pathValues: match.groups ?? {} };
    }
    return null;
  }

  problemsOf({ method: found }: FoundMethod, exchange: Exchange): string[] {
    const success = exchange.status >= 200 && exchange.status < 300;
    return [
      ...this.#queryProblems(found, new URLSearchParams(exchange.query)),
      ...this.#bodyProblems('request', found.request?.$ref, exchange.requestBody),
      ...(success
        ? this.#bodyProblems('response', found.response?.$ref, exchange.responseBody)
        : errorProblems(exchange)),
    ].map((problem) => `${found.id}: ${problem}`);
  }

  #queryProblems(found: Method, query: URLSearchParams): string[] {
    const problems: string[] = [];
    for (const [name, value] of query) {
      const known = found.parameters[name];
      if (known === undefined || known.location !== 'query') {
        if (!this.#commonParameters.has(name))
          problems.push(`query has ${name}, which the method does not know`);
        continue;
      }
      if (!known.repeated && query.getAll(name).length > 1) problems.push(`query repeats ${name}`);
      if (!isParameterValue(value, known))
        problems.push(`query ${name}=${value} is no ${known.format ?? known.type}`);
    }
    for (const [name, known] of Object.entries(found.parameters)) {
      if (known.required && known.location === 'query' && !query.has(name))
        problems.push(`query lacks ${name}`);
    }
    return problems;
  }

  #bodyProblems(part: string, schemaName: string | undefined, body: unknown): string[] {
    const empty = body === undefined || body === null || body === '';
    if (schemaName === undefined) return empty ? [] : [`${part} has a body, which the method does not know`];
    if (empty) return part === 'response' ? ['response has no body'] : [];
    const validate = this.#validators(schemaName);
    if (validate(body)) return [];
    return (validate.errors ?? []).map((error) => `${part}${error.instancePath} ${told(error)}`);
  }
}

function methodsIn(resources: unknown): Method[] {
  const level = z
    .record(
      z.string(),
      z.object({ methods: z.record(z.string(), z.unknown()).optional(), resources: z.unknown().optional() }),
    )
    .parse(resources ?? {});
  return Object.values(level).flatMap((resource) => [
    ...Object.values(resource.methods ?? {}).map((found) => method.parse(found)),
    ...methodsIn(resource.resources),
  ]);
}

/** `{name}` is one part of a path, `{+name}` any number of them. */
function pathPattern(path: string): RegExp {
  const source = path
    .split(/(\{\+?\w+\})/)
    .map((part) => {
      const name = /^\{(\+?)(\w+)\}$/.exec(part);
      if (name === null) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return name[1] === '+' ? `(?<${name[2]}>.+)` : `(?<${name[2]}>[^/:]+)`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}

function isParameterValue(value: string, known: z.output<typeof parameter>): boolean {
  if (known.enum !== undefined) return known.enum.includes(value);
  if (known.type === 'integer') return /^-?\d+$/.test(value);
  if (known.type === 'boolean') return value === 'true' || value === 'false';
  return known.format === 'date-time' ? formats['date-time'].test(value) : true;
}

function errorProblems(exchange: Exchange): string[] {
  if (exchange.status === 304) return [];
  const read = errorBody.safeParse(exchange.responseBody);
  return read.success ? [] : [`response ${exchange.status}: ${z.prettifyError(read.error)}`];
}

const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  int64: /^-?\d+$/,
  uint64: /^\d+$/,
  byte: /^[A-Za-z0-9+/_-]*=*$/,
} as const;

/** A schema of a discovery document (JSON Schema draft 3 with additions) as JSON Schema draft 7. */
function toJsonSchema(schema: Record<string, unknown>): Record<string, unknown> {
  if (typeof schema.$ref === 'string') return { $ref: `#/definitions/${schema.$ref}` };
  if (schema.type === 'array') return { type: 'array', items: toJsonSchema(asRecord(schema.items)) };
  if (schema.type === 'object') return toObjectSchema(schema);
  if (schema.type === 'any' || schema.type === undefined) return {};
  return {
    type: schema.type,
    ...(schema.enum === undefined ? {} : { enum: schema.enum }),
    ...(schema.type === 'string' && String(schema.format) in formats ? { format: schema.format } : {}),
  };
}

function toObjectSchema(schema: Record<string, unknown>): Record<string, unknown> {
  const properties = Object.entries(asRecord(schema.properties)).map(([name, part]) => [
    name,
    toJsonSchema(asRecord(part)),
  ]);
  const others = schema.additionalProperties;
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: others === undefined ? properties.length === 0 : toJsonSchema(asRecord(others)),
  };
}

const asRecord = (value: unknown): Record<string, unknown> => schemaPart.parse(value ?? {});

function told({ message, params }: ErrorObject): string {
  return `${message ?? 'is wrong'} ${JSON.stringify(params)}`;
}
