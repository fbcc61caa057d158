import type { AuditRow, LeftContent } from '../ports/store/audit.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type NamedPerson, personRemover } from './person-remover.ts';

const mostAtOnce = 500;

/** Makes every entry that names a person forget that it was them; the chain stays whole. @returns how many */
export async function forgetInAudit(
  inside: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>,
  person: NamedPerson,
): Promise<number> {
  const remove = personRemover(person);
  let forgotten = 0;
  let after = 0;
  for (;;) {
    const from = after;
    const rows = await inside(async ({ audit }) => {
      const portion = await audit.after(from, mostAtOnce);
      const named = portion.flatMap((row) => withoutThem(row, remove) ?? []);
      await audit.forget(named);
      forgotten += named.length;
      return portion;
    });
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < mostAtOnce) return forgotten;
  }
}

/**
 * What an entry may go on saying: who acted on them stays responsible for it. Of what they did themselves only stays
 * whom they did it to. Null where it does not name them.
 */
function withoutThem(
  { seq, content, left }: AuditRow,
  remove: ReturnType<typeof personRemover>,
): (LeftContent & Pick<AuditRow, 'seq'>) | null {
  const said = content ?? left;
  if (said === null) return null;
  const isKept = (value: unknown) => remove(value) === value;
  const { actor, subject, data } = said;
  if (isKept([actor, subject]) && isKept(data)) return null;
  const isSubjectKept = subject !== null && isKept(subject);
  if (actor !== null && !isKept(actor))
    return { seq, actor: null, subject: isSubjectKept && subject.includes('@') ? subject : null, data: {} };
  const facts = Object.entries(data).filter(
    // The mailbox of somebody who is erased stands for them.
    ([key, value]) => isKept({ [key]: value }) && (isSubjectKept || key !== 'mailboxId'),
  );
  return { seq, actor, subject: isSubjectKept ? subject : null, data: Object.fromEntries(facts) };
}
