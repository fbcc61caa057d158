import { z } from 'zod';
import { policySchema } from './policy-schema.ts';

/** The parts of JSON Schema (2020-12) that the policy's schema uses. */
export interface SchemaNode {
  readonly type?: string;
  /** What the value is, in a few words. */
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly propertyNames?: SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
}

/** The policy file as a JSON Schema, for editors. `docs/policy.schema.json` is this, kept current by a test. */
export function policyJsonSchema(): SchemaNode {
  return z.toJSONSchema(policySchema, { io: 'input', target: 'draft-2020-12' }) as SchemaNode;
}

/** The schema at a path of keys and list positions; undefined where no such place exists. */
export function schemaAt(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode | undefined {
  let nodes: readonly SchemaNode[] = [root];
  for (const step of path) nodes = nodes.flatMap(alternatives).flatMap((node) => child(node, step));
  return nodes.length > 1 ? { anyOf: nodes } : nodes[0];
}

/** A node that is a choice, as the list of its choices; any other node alone. */
export function alternatives(node: SchemaNode): readonly SchemaNode[] {
  return node.anyOf ? node.anyOf.flatMap(alternatives) : [node];
}

function child(node: SchemaNode, step: PropertyKey): readonly SchemaNode[] {
  if (typeof step === 'number') return node.items ? [node.items] : [];
  const name = String(step);
  if (node.properties && Object.hasOwn(node.properties, name)) return [node.properties[name] ?? {}];
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
}
