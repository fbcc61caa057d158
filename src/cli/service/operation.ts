import type { z } from 'zod';
import type { ReadProblem } from '../../core/meeting/reading.ts';
import type { Service } from './create-service.ts';

/** What an operation gives; plain JSON, because it may travel from the running server to a command. */
export type OperationResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** Something that a command asks of the product, in its own process or of the running server. */
export interface Operation<Schema extends z.ZodType, Value> {
  readonly input: Schema;
  readonly run: (service: Service, input: z.output<Schema>) => Promise<OperationResult<Value>>;
}

/** Keeps the types of an operation. */
export function operation<Schema extends z.ZodType, Value>(
  given: Operation<Schema, Value>,
): Operation<Schema, Value> {
  return given;
}

export const done = <Value>(value: Value): OperationResult<Value> => ({ ok: true, value });

export const refuse = (
  place: string,
  what: string,
  remedy: string,
): { ok: false; problems: ReadProblem[] } => ({
  ok: false,
  problems: [{ place, what, remedy }],
});
