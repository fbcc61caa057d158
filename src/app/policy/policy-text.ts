import type { GateDeps } from '../gate-deps.ts';
import type { PolicyDesk, PolicyTextProblem } from '../ports/policy-desk.ts';
import { changePolicy, type PolicySaved } from './change-policy.ts';

/** A policy of some thousand people fits. */
export const longestPolicyBytes = 256 * 1024;

/** What a form finds in a typed text. */
export type CheckedPolicy =
  | { readonly ok: true; readonly notes: readonly PolicyTextProblem[] }
  | { readonly ok: false; readonly problems: readonly PolicyTextProblem[] };

/** A cleared form is a slip: the text holds what all others set for themselves as well. */
const nothingStated: PolicyTextProblem = {
  ...{ place: null, key: '', code: 'states-nothing' },
  what: 'an empty policy would remove every rule written here and everything people set for themselves',
  remedy: 'To stop all answers, use the brake on the team page.',
};

/** What is wrong with a text that somebody typed; hostile texts cost no more than the size allows. */
export function checkPolicyText(desk: Pick<PolicyDesk, 'check'>, typed: string): CheckedPolicy {
  const text = asStored(typed);
  const unfit = unfitness(text);
  if (unfit !== null) return { ok: false, problems: [unfit] };
  const checked = desk.check(text);
  return checked.ok && checked.statesNothing ? { ok: false, problems: [nothingStated] } : checked;
}

/**
 * Makes a typed text the policy of an organization.
 *
 * @param typed with the line ends of a browser
 * @param fromVersion version of the policy that was edited
 * @param putBack version of the earlier text that the form was filled with; the audit log names it where it was left as it was
 */
export async function savePolicyText(
  deps: Pick<GateDeps, 'store' | 'clock'> & { readonly desk: Pick<PolicyDesk, 'check' | 'defaultText'> },
  organizationId: string,
  {
    typed,
    fromVersion,
    putBack = null,
  }: { readonly typed: string; readonly fromVersion: number; readonly putBack?: number | null },
  actor: string,
): Promise<PolicySaved> {
  // Before the transaction: nobody waits for the reading of a long text.
  const checked = checkPolicyText(deps.desk, typed);
  if (!checked.ok) return { kind: 'refused', problems: checked.problems };
  const text = asStored(typed);
  const data = (await isEarlier(deps, organizationId, text, putBack)) ? { putBack } : {};
  const act = { actor, action: 'policy.changed', subject: null, data } as const;
  return await changePolicy(deps, organizationId, fromVersion, () => ({ ok: true, text }), act);
}

async function isEarlier(
  { store, desk }: Pick<GateDeps, 'store'> & { readonly desk: Pick<PolicyDesk, 'defaultText'> },
  organizationId: string,
  text: string,
  version: number | null,
): Promise<boolean> {
  if (version === null) return false;
  const earlier = await store.inOrganization(organizationId, (tx) => tx.earlierPolicies.find(version));
  return earlier !== null && asStored(earlier.text ?? desk.defaultText) === text;
}

/** Forms send CR LF, whatever the text had; a policy ends with a line end. */
function asStored(typed: string): string {
  const text = typed.replaceAll('\r\n', '\n');
  return text.endsWith('\n') || text === '' ? text : `${text}\n`;
}

function unfitness(text: string): PolicyTextProblem | null {
  const bytes = Buffer.byteLength(text);
  if (bytes > longestPolicyBytes) {
    const what = `the text has ${bytes} bytes, and at most ${longestPolicyBytes} are taken`;
    return { place: null, key: '', what, remedy: 'Shorten comments, or leave out what the defaults say.' };
  }
  const nul = text.indexOf('\0');
  if (nul === -1) return null;
  const lines = text.slice(0, nul).split('\n');
  return {
    place: `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`,
    key: '',
    what: 'there is a character that cannot be stored (NUL)',
    remedy: 'Type the line again.',
  };
}
