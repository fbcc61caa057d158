import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
}

const folder = path.resolve('../shared/contracts/google');

export const contractsArePresent = existsSync(folder);

/** What of an answer disagrees with Google's own description of it: paths of unknown fields and of wrong types. */
export function disagreements(file: string, schemaName: string, answer: unknown): readonly string[] {
  const { schemas } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {
    readonly schemas: Readonly<Record<string, Schema>>;
  };
  const check = (value: unknown, schema: Schema, at: string): string[] => {
    if (schema.$ref !== undefined) return check(value, schemas[schema.$ref] ?? {}, at);
    if (schema.type === 'array') {
      if (!Array.isArray(value)) return [`${at} is no array`];
      return value.flatMap((entry, index) => check(entry, schema.items ?? {}, `${at}[${index}]`));
    }
    if (schema.type === 'object') {
      if (typeof value !== 'object' || value === null) return [`${at} is no object`];
      return Object.entries(value).flatMap(([name, inner]) => {
        const known = schema.properties?.[name] ?? schema.additionalProperties;
        return known === undefined ? [`${at}.${name} is unknown`] : check(inner, known, `${at}.${name}`);
      });
    }
    const wanted = schema.type === 'integer' ? 'number' : schema.type;
    return wanted === undefined || wanted === 'any' || typeof value === wanted
      ? []
      : [`${at} is no ${wanted}`];
  };
  return check(answer, { $ref: schemaName }, schemaName);
}
