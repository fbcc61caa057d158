import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

const named = z.object({ '@_Name': z.string() });
const property = named.extend({ '@_Type': z.string() });
const structure = named.extend({
  '@_BaseType': z.string().optional(),
  Property: z.array(property).default([]),
  NavigationProperty: z.array(property).default([]),
});
const schema = z.object({
  EnumType: z.array(named.extend({ Member: z.array(named) })),
  ComplexType: z.array(structure),
  EntityType: z.array(structure),
});

const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  isArray: (name) =>
    ['EnumType', 'ComplexType', 'EntityType', 'Member', 'Property', 'NavigationProperty'].includes(name),
});

/** Tells what of a value does not agree with the metadata (CSDL) of Graph. */
export interface Metadata {
  /** One line for each disagreement, with the path to it; annotations (`@...`) are passed over. */
  readonly faults: (value: unknown, type: string, path?: string) => readonly string[];
}

export function readMetadata(xml: string): Metadata {
  const { EnumType, ComplexType, EntityType } = schema.parse(parser.parse(xml).Edmx.DataServices.Schema);
  const enums = new Map(
    EnumType.map((type) => [type['@_Name'], type.Member.map((member) => member['@_Name'])]),
  );
  const structures = new Map([...ComplexType, ...EntityType].map((type) => [type['@_Name'], type]));

  /** Properties of a type and of those it is made from. The subset lacks `entity`, which holds the id. */
  function propertiesOf(name: string): ReadonlyMap<string, string> {
    const type = structures.get(name);
    if (type === undefined) return new Map([['id', 'Edm.String']]);
    const base = type['@_BaseType'];
    const own = [...type.Property, ...type.NavigationProperty].map(
      (entry) => [entry['@_Name'], entry['@_Type']] as const,
    );
    return new Map([...(base === undefined ? [] : propertiesOf(plain(base))), ...own]);
  }

  function faults(value: unknown, type: string, path = plain(type)): readonly string[] {
    if (value === null) return [];
    const item = /^Collection\((.*)\)$/.exec(type)?.[1];
    if (item !== undefined)
      return Array.isArray(value)
        ? value.flatMap((entry, index) => faults(entry, item, `${path}[${index}]`))
        : [`${path}: not a list`];
    if (type.startsWith('Edm.')) return isOf(value, type) ? [] : [`${path}: ${String(value)} is no ${type}`];
    const members = enums.get(plain(type));
    if (members !== undefined)
      return members.includes(String(value)) ? [] : [`${path}: ${String(value)} is none of ${members}`];
    if (typeof value !== 'object') return [`${path}: not an object`];
    const known = propertiesOf(plain(type));
    // A type without properties takes any (`resourceData`).
    if (known.size === 0) return [];
    return Object.entries(value)
      .filter(([name]) => !name.includes('@'))
      .flatMap(([name, entry]) => {
        const expected = known.get(name);
        return expected === undefined
          ? [`${path}.${name}: not a property of ${type}`]
          : faults(entry, expected, `${path}.${name}`);
      });
  }
  return { faults };
}

function plain(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

const forms: Readonly<Record<string, RegExp>> = {
  'Edm.DateTimeOffset': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})$/,
  'Edm.Date': /^\d{4}-\d{2}-\d{2}$/,
  'Edm.TimeOfDay': /^\d{2}:\d{2}:\d{2}(\.\d{1,7})?$/,
  'Edm.Guid': /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

function isOf(value: unknown, type: string): boolean {
  if (type === 'Edm.Boolean') return typeof value === 'boolean';
  if (type === 'Edm.Int32') return Number.isInteger(value);
  if (type === 'Edm.Double') return typeof value === 'number';
  return typeof value === 'string' && (forms[type]?.test(value) ?? true);
}
