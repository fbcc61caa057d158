import type { PolicyDesk, PolicyTextProblem } from '../ports/policy-desk.ts';
import type { Rewrite } from '../ports/store/erasing.ts';

/** The policy without a person: what it states of them, and where a comment names them. Null stays the default policy. */
export function forgetInPolicy(
  desk: PolicyDesk,
  policyText: string | null,
  addresses: readonly string[],
  rewrite: Rewrite,
):
  | { readonly ok: true; readonly text: string | null }
  | { readonly ok: false; readonly problems: readonly PolicyTextProblem[] } {
  if (policyText === null) return { ok: true, text: null };
  let text = policyText;
  for (const address of addresses) {
    const changed = desk.forgetPerson(text, address);
    if (!changed.ok) return changed;
    text = changed.text;
  }
  const rewritten = rewrite(text);
  const checked = desk.check(rewritten);
  return checked.ok ? { ok: true, text: rewritten } : { ok: false, problems: checked.problems };
}
