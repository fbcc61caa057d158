import type { LinkPurpose, Store } from './ports/store/store.ts';
import type { Chance, Clock, Log, PolicyBook, Providers } from './ports/surroundings.ts';
import type { Wording } from './ports/wording.ts';

/** What the live gate works with. Use cases take this or the part of it that they need. */
export interface GateDeps {
  readonly store: Store;
  readonly providers: Providers;
  readonly policies: PolicyBook;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly words: Wording;
  readonly links: LinkMaker;
  /** Address under which people and providers reach this installation, without a slash at the end; null where nobody stated one. */
  readonly baseUrl: string | null;
}

/** Makes links that need no sign-in. The same subject always gives the same link, so a retry writes the same words. */
export interface LinkMaker {
  /** Null where nobody stated an address under which we can be reached. */
  linkTo(purpose: LinkPurpose, subjectId: string): { readonly url: string; readonly digest: string } | null;
  /** Digest of a token as it arrives. */
  digestOf(token: string): string;
}
