import type { Outcome } from './problem.ts';

/** A mail in the owner's name. Plain text and, if given, the same as HTML that the caller has escaped. */
export interface OutgoingMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

export interface MailboxMail {
  /** Sends once. Where the answer is lost the refusal is `outcome-unknown`: it is never sent again by itself. */
  sendMail(mail: OutgoingMail): Promise<Outcome<null>>;
}

export interface NewDocument {
  /** The caller's id of this act: asking twice with one key gives one document. */
  readonly key: string;
  readonly title: string;
  /** Hostile text: shown as it is, never as markup. */
  readonly blocks: readonly {
    readonly kind: 'heading' | 'paragraph' | 'bullet';
    readonly text: string;
  }[];
  /** Who may write in it; nobody is told by mail. */
  readonly writers: readonly string[];
}

export interface MailboxDocuments {
  createDocument(document: NewDocument): Promise<
    Outcome<{
      readonly id: string;
      readonly url: string;
      readonly existed: boolean;
      /** Writers to whom it could not be opened. */
      readonly notShared: readonly string[];
    }>
  >;
}
