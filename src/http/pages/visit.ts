import type { Language, Viewer } from '../../app/access/viewer.ts';

/** What the frame around each page shows; `front/app/page-frame.ts` has the same structure. */
export interface Frame {
  /** Null before somebody signed in. */
  readonly viewer: Viewer | null;
  readonly language: Language;
  /** BCP 47 tag that the browser asked for, for dates and times as the reader writes them. */
  readonly locale: string;
  /** IANA zone of the viewer: of their mailbox or policy; `UTC` where nobody knows it. */
  readonly zone: string;
  readonly nowMs: number;
  /** Path under which the page can be opened, without its query; of the page that has the form where one was sent. */
  readonly path: string;
  /** Value of the hidden field `csrf` of every form. */
  readonly csrf: string;
  /** Calendars and people are invented ones. */
  readonly isSandbox: boolean;
  /** What the act before this page did, by its code; null where there was none. Shown once, above the page. */
  readonly said: string | null;
  /** Addresses of style and script, with a digest of their content. */
  readonly assets: { readonly style: string; readonly script: string };
}

/** One request of somebody who may make it. */
export interface Visit {
  readonly organizationId: string;
  readonly viewer: Viewer;
  readonly frame: Frame;
}
