import type { PolicyDesk } from '../ports/policy-desk.ts';
import type { EarlierPolicy } from '../ports/store/earlier-policies.ts';
import type { Rewrite } from '../ports/store/erasing.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { forgetInPolicy } from './forget-in-policy.ts';
import { type NamedPerson, personRemover } from './person-remover.ts';

/** Takes a person out of the texts that the policy had before, each in a transaction of its own. @returns how many named them */
export async function forgetInEarlierPolicies(
  inside: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>,
  desk: PolicyDesk,
  person: NamedPerson,
): Promise<number> {
  const rewrite = personRemover(person);
  let forgotten = 0;
  for (const { version } of await inside(({ earlierPolicies }) => earlierPolicies.list())) {
    const isForgotten = await inside(async ({ organizations, earlierPolicies }) => {
      // Of two who are erased at once the second finds what the first left.
      await organizations.lock();
      const kept = await earlierPolicies.find(version);
      const left = kept && withoutPerson(desk, kept, person.addresses, rewrite);
      if (left === kept) return false;
      await (left === null ? earlierPolicies.remove(version) : earlierPolicies.replace(left));
      return true;
    });
    if (isForgotten) forgotten += 1;
  }
  return forgotten;
}

/** The same one where it does not name them; null where it does and cannot be written without them. */
function withoutPerson(
  desk: PolicyDesk,
  earlier: EarlierPolicy,
  addresses: readonly string[],
  rewrite: Rewrite,
): EarlierPolicy | null {
  const replacedBy = rewrite(earlier.replacedBy);
  const changed = forgetInPolicy(desk, earlier.text, addresses, rewrite);
  // One that today's checks refuse is kept as long as it names nobody: it may still be read.
  if (!changed.ok && rewrite(earlier.text) !== earlier.text) return null;
  const text = changed.ok ? changed.text : earlier.text;
  return text === earlier.text && replacedBy === earlier.replacedBy
    ? earlier
    : { ...earlier, text, replacedBy };
}
