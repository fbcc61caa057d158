import { type Refusal, refuse } from './errors.ts';

const form = /^(\S{1,40}) \{([0-9a-f-]{36})\} (Name|Id) (\S.{0,255})$/i;
const tagForm = /^\S{1,40} 0x[0-9a-f]{1,8}$/i;

/** One spelling for ids that mean the same: only the name within is sensitive to case (microsoft.md 3.3). */
export function propertyKey(id: string): string {
  const [, type = '', guid = '', kind = '', name = ''] = form.exec(id) ?? [];
  return type === ''
    ? id.toLowerCase()
    : `${type.toLowerCase()} {${guid.toLowerCase()}} ${kind.toLowerCase()} ${name}`;
}

/**
 * Values to write, by the spelling under which the mailbox already has the property.
 *
 * @returns a refusal where an id has none of the documented forms
 */
export function propertiesToWrite(
  given: readonly { readonly id: string; readonly value: string | null }[],
  present: Readonly<Record<string, string>>,
): Readonly<Record<string, string | null>> | Refusal {
  const spelled = new Map(Object.keys(present).map((id) => [propertyKey(id), id]));
  const values = new Map<string, string | null>();
  for (const { id, value } of given) {
    if (!form.test(id) && !tagForm.test(id))
      return refuse(400, 'ErrorInvalidProperty', 'The extended property id is not of a known form.');
    values.set(spelled.get(propertyKey(id)) ?? id, value);
  }
  return Object.fromEntries(values);
}
