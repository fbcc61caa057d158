import type { GroupFigures } from '../app/ports/store/group-figures.ts';
import type { Scope } from './scope.ts';

export function groupFiguresIn({ trx }: Scope): GroupFigures {
  return {
    since: async (mailboxIds, sinceMs) => {
      if (mailboxIds.length === 0) return { declines: 0, offers: 0, prompts: 0 };
      const answers = trx
        .selectFrom('answers')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('mailboxId', 'in', mailboxIds)
        .where('answer', '=', 'declined')
        .where('confirmed', '=', true)
        .where('givenMs', '>=', sinceMs);
      const offers = trx
        .selectFrom('offers')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('mailboxId', 'in', mailboxIds)
        .where('createdMs', '>=', sinceMs);
      const prompts = trx
        .selectFrom('effects')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('mailboxId', 'in', mailboxIds)
        .where('kind', '=', 'promptOwner')
        .where('state', '=', 'done')
        .where('endedMs', '>=', sinceMs);
      return {
        declines: (await answers.executeTakeFirstOrThrow()).count,
        offers: (await offers.executeTakeFirstOrThrow()).count,
        prompts: (await prompts.executeTakeFirstOrThrow()).count,
      };
    },
  };
}
