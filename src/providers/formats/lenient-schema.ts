import { z } from 'zod';
import { maxListEntries } from './limits.ts';

/** Fields of foreign JSON: one of another type counts as missing, so that it costs only itself. */
export const text = z.string().nullable().catch(null).default(null);
export const flag = z.boolean().catch(false).default(false);

/** A list that loses only the entries that do not fit. */
export function list<Schema extends z.ZodType>(entry: Schema) {
  return z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((items) => items.slice(0, maxListEntries).flatMap((item) => parsed(entry, item)));
}

/** An object that counts as missing where it is none. */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).nullable().catch(null).default(null);
}

function parsed<Schema extends z.ZodType>(entry: Schema, item: unknown): z.output<Schema>[] {
  const result = entry.safeParse(item);
  return result.success ? [result.data] : [];
}
