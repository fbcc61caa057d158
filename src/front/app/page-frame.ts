import type { Language } from './texts.ts';

/** Structure of `Role`; see there. */
export type FrameRole = 'person' | 'lead' | 'administrator' | 'auditor';

/** Structure of `Viewer`; see there. */
interface FrameViewer {
  readonly address: string;
  readonly name: string | null;
  readonly roles: readonly FrameRole[];
  readonly ledTeams: readonly string[];
}

/** What the frame around each page shows. Structure of http's `Frame`; see there. */
export interface PageFrame {
  /** Null before somebody signed in. */
  readonly viewer: FrameViewer | null;
  readonly language: Language;
  /** BCP 47 tag, for dates and times as the reader writes them. */
  readonly locale: string;
  /** IANA zone of the viewer; `UTC` where nobody knows it. */
  readonly zone: string;
  readonly nowMs: number;
  /** Path of the page, without its query. */
  readonly path: string;
  /** Value of the hidden field `csrf` of every form. */
  readonly csrf: string;
  /** Calendars and people are invented ones. */
  readonly isSandbox: boolean;
  /** Code of what the act before this page did; the page of the topic has the sentence for it. */
  readonly said: string | null;
  readonly assets: { readonly style: string; readonly script: string };
}
