import type { FoundViewer } from '../../app/access/find-viewer.ts';
import type { Role } from '../../app/access/viewer.ts';
import type { Clock, Log } from '../../app/ports/surroundings.ts';
import type { Frame } from './visit.ts';

/** What keeps somebody from a page; `front` has the words for each. */
export type NoticeKind =
  | 'not-found'
  | 'forbidden'
  | 'expired'
  | 'refused'
  | 'not-configured'
  | 'unavailable'
  | 'failed';

/** What the routes of all pages have in common: who comes in, and what stands around a page. */
export interface PageAccess {
  readonly organizationId: string;
  /** `closed`: no sign-in is configured, so nobody comes in. */
  readonly mode: 'sandbox' | 'provider' | 'closed';
  readonly baseUrl: string | null;
  readonly log: Pick<Log, 'error'>;
  readonly clock: Clock;
  readonly chance: { readonly secret: () => string };
  readonly openSession: (token: string) => Promise<FoundViewer | null>;
  readonly assets: Frame['assets'];
  /**
   * A whole page, made by `front`. `mayOpen`, of `forbidden`: the roles that would have it. `typed`, of `expired`: the
   * text of the form that was not carried out.
   */
  readonly notice: (kind: NoticeKind, frame: Frame, mayOpen?: readonly Role[], typed?: string) => string;
}
