import type { Form } from './page-router.ts';

/** The value of a field as it was sent, the first where there are several; empty where there is none. */
export function fieldOf(form: Form, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

/** Fields whose names begin with `prefix`, without it. */
export function fieldsUnder(form: Form, prefix: string): ReadonlyMap<string, string> {
  const names = Object.keys(form).filter((name) => name.startsWith(prefix));
  return new Map(names.map((name) => [name.slice(prefix.length), fieldOf(form, name)]));
}

/** The version of the policy that a form was made from; -1, which none has, where it was changed by hand. */
export function versionOf(form: Form): number {
  const value = fieldOf(form, 'policyVersion');
  return /^\d{1,9}$/.test(value) ? Number(value) : -1;
}
