import type { Outcome } from '../../app/ports/problem.ts';
import type { GraphRequest } from './client.ts';
import { mostPages } from './limits.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { relativeLink } from './paging-link.ts';
import { refused } from './problems.ts';
import { page } from './schema.ts';

export interface Pages {
  readonly items: readonly unknown[];
  /** Path below the version that continues after the last page; null for lists without changes. */
  readonly deltaPath: string | null;
  readonly pages: number;
}

/** All pages of a list, also where some are short or empty. Preferences go with every page. */
export async function readPages(
  { client, graph }: Pick<MailboxContext, 'client' | 'graph'>,
  first: GraphRequest,
): Promise<Outcome<Pages>> {
  const items: unknown[] = [];
  let request = first;
  for (let pages = 1; pages <= mostPages; pages += 1) {
    const answer = await client.send(request, page);
    if (!answer.ok) return answer;
    for (const item of answer.value.value) items.push(item);
    const { '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = answer.value;
    const link = nextLink ?? deltaLink;
    const path = link === null ? null : relativeLink(graph, link);
    if (link !== null && path === null) return refused('foreign-link', 'link of a page');
    if (nextLink === null || path === null) return { ok: true, value: { items, deltaPath: path, pages } };
    request = { ...first, path, query: {} };
  }
  return refused('unreadable-answer', 'more pages than any calendar has');
}
