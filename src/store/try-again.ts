/**
 * `serialization_failure` and `deadlock_detected`: PostgreSQL rolled a transaction back in favour of others, and it
 * may succeed when it is run again (manual, section 13.5 "Serialization Failure Handling").
 */
const refusedForOthers: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** The one that PostgreSQL preferred ends within a moment: more than two in a row point to a mistake of ours. */
const mostRuns = 3;

/**
 * Runs a transaction again that was rolled back in favour of others.
 *
 * @param transact runs the whole of it; has no effect where it throws
 * @throws what it throws at last, and everything else at once
 */
export async function tryAgainWhereRefused<T>(transact: () => Promise<T>): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await transact();
    } catch (error) {
      if (run === mostRuns || !refusedForOthers.has(codeOf(error))) throw error;
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
