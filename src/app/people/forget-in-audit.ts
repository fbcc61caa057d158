import type { StoreTransaction } from '../ports/store/store.ts';
import { type NamedPerson, personRemover } from './person-remover.ts';

const mostAtOnce = 500;

/** Makes every entry that names a person forget its content; the chain stays whole. @returns how many */
export async function forgetInAudit(
  inside: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>,
  person: NamedPerson,
): Promise<number> {
  const rewrite = personRemover(person);
  let forgotten = 0;
  let after = 0;
  for (;;) {
    const from = after;
    const rows = await inside(async ({ audit }) => {
      const portion = await audit.after(from, mostAtOnce);
      const named = portion.filter(({ content }) => content !== null && rewrite(content) !== content);
      await audit.forget(named.map(({ seq }) => seq));
      forgotten += named.length;
      return portion;
    });
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < mostAtOnce) return forgotten;
  }
}
