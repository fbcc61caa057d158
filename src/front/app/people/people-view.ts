type MailboxState = 'observing' | 'active' | 'leaving' | 'left';

/** Structure of `KnownPerson`; see there. */
export interface KnownPerson {
  readonly address: string;
  readonly state: MailboxState;
}

/** Structure of `EraseRefusal`; see there. */
export type EraseRefusal =
  | { readonly why: 'not-an-address' | 'not-repeated' }
  | { readonly why: 'oneself' | 'has-role' | 'still-connected' | 'being-left' }
  | { readonly why: 'policy-refused'; readonly problem: string };

/** Structure of `ChosenPerson`; see there. */
export interface ChosenPerson {
  readonly address: string;
  readonly state: MailboxState | null;
  readonly refusal: EraseRefusal | null;
  readonly bar: 'oneself' | 'has-role' | null;
}

/** Structure of `PeopleView`; see there. */
export interface PeopleView {
  readonly people: readonly KnownPerson[];
  readonly chosen: ChosenPerson | null;
}
