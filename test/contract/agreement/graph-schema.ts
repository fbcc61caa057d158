import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));
const typed = z.object({ Name: z.string(), Type: z.string() });
const structured = z.object({
  Name: z.string(),
  BaseType: z.string().optional(),
  Property: listOf(typed),
  NavigationProperty: listOf(typed),
});
const action = z.object({
  Name: z.string(),
  Parameter: listOf(typed),
  ReturnType: z.object({ Type: z.string() }).optional(),
});
const schemaXml = z.object({
  EnumType: listOf(
    z.object({
      Name: z.string(),
      IsFlags: z.string().optional(),
      Member: listOf(z.object({ Name: z.string() })),
    }),
  ),
  ComplexType: listOf(structured),
  EntityType: listOf(structured),
  Action: listOf(action),
  Function: listOf(action),
});

/** An operation that is bound to a type: an action (POST) or a function (GET). */
export interface GraphOperation {
  readonly name: string;
  readonly kind: 'action' | 'function';
  /** Type it is bound to, as `graph.event` or `Collection(graph.event)`. */
  readonly boundTo: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string | null;
}

/** Types and operations of Microsoft Graph, read from its CSDL. Type names are written as there: `graph.event`. */
export interface GraphSchema {
  readonly knows: (type: string) => boolean;
  /** Type of a property or navigation property, inherited ones too; null where the type has none of that name. */
  readonly propertyType: (type: string, property: string) => string | null;
  readonly operations: readonly GraphOperation[];
  /** What is wrong with a value of a type, each with the path to it. */
  readonly problems: (type: string, value: unknown, place: string) => string[];
  readonly isA: (type: string, ancestor: string) => boolean;
}

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': (value) => Number.isInteger(value),
  'Edm.Int64': (value) => Number.isInteger(value),
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.DateTimeOffset': (value) =>
    matches(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/),
  'Edm.Date': (value) => matches(value, /^\d{4}-\d\d-\d\d$/),
  'Edm.TimeOfDay': (value) => matches(value, /^\d\d:\d\d(:\d\d(\.\d+)?)?$/),
  'Edm.Duration': (value) => matches(value, /^-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/),
  'Edm.Guid': (value) => matches(value, /^[0-9a-fA-F-]{36}$/),
  'Edm.Binary': (value) => typeof value === 'string',
};

const matches = (value: unknown, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value);
export const elementOf = (type: string): string | null => /^Collection\((.+)\)$/.exec(type)?.[1] ?? null;

/** @param xml the CSDL document */
export function readGraphSchema(xml: string): GraphSchema {
  const parsed: unknown = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml);
  const schema = z
    .object({ 'ns0:Edmx': z.object({ 'ns0:DataServices': z.object({ Schema: schemaXml }) }) })
    .parse(parsed)['ns0:Edmx']['ns0:DataServices'].Schema;
  const enums = new Map(schema.EnumType.map((found) => [`graph.${found.Name}`, found]));
  const types = new Map(
    [...schema.ComplexType, ...schema.EntityType].map((found) => [`graph.${found.Name}`, found]),
  );

  const propertyType = (type: string, property: string): string | null => {
    const found = types.get(type);
    // The subset leaves out the root of all entities, which has nothing but an id.
    if (found === undefined) return type === 'graph.entity' && property === 'id' ? 'Edm.String' : null;
    const own = [...found.Property, ...found.NavigationProperty].find(({ Name }) => Name === property);
    return own?.Type ?? (found.BaseType === undefined ? null : propertyType(found.BaseType, property));
  };
  const isA = (type: string, ancestor: string): boolean => {
    if (type === ancestor) return true;
    const base = types.get(type)?.BaseType;
    return base !== undefined && isA(base, ancestor);
  };

  const problems = (type: string, value: unknown, place: string): string[] => {
    if (value === null) return [];
    const element = elementOf(type);
    if (element !== null) {
      if (!Array.isArray(value)) return [`${place} is no collection`];
      return value.flatMap((item, index) => problems(element, item, `${place}[${index}]`));
    }
    const primitive = primitives[type];
    if (primitive !== undefined)
      return primitive(value) ? [] : [`${place} is no ${type}: ${JSON.stringify(value)?.slice(0, 60)}`];
    const members = enums.get(type);
    if (members !== undefined) {
      const names = typeof value === 'string' ? (members.IsFlags ? value.split(',') : [value]) : [];
      const known =
        names.length > 0 && names.every((name) => members.Member.some(({ Name }) => Name === name));
      return known ? [] : [`${place} is no ${type}: ${JSON.stringify(value)}`];
    }
    if (!types.has(type)) return [];
    return structureProblems(type, value, place);
  };

  const structureProblems = (type: string, value: unknown, place: string): string[] => {
    const read = z.record(z.string(), z.unknown()).safeParse(value);
    if (!read.success || Array.isArray(value)) return [`${place} is no ${type}`];
    const declared = read.data['@odata.type'];
    const actual = typeof declared === 'string' ? declared.replace(/^#microsoft\./i, '') : type;
    const known = types.has(actual) && isA(actual, type) ? actual : type;
    return Object.entries(read.data).flatMap(([name, part]) => {
      if (name.includes('@')) return [];
      const found = propertyType(known, name);
      return found === null
        ? [`${place}.${name} is not in ${known}`]
        : problems(found, part, `${place}.${name}`);
    });
  };

  const operations = (['Action', 'Function'] as const).flatMap((kind) =>
    schema[kind].map((found): GraphOperation => {
      const [bound, ...parameters] = found.Parameter;
      return {
        name: found.Name,
        kind: kind === 'Action' ? 'action' : 'function',
        boundTo: bound?.Type ?? '',
        parameters: parameters.map(({ Name, Type }) => ({ name: Name, type: Type })),
        returns: found.ReturnType?.Type ?? null,
      };
    }),
  );
  return {
    knows: (type) => types.has(elementOf(type) ?? type),
    propertyType,
    operations,
    problems,
    isA,
  };
}
