/** What a sign-in is bound to. `state` and `nonce` are unguessable and used once; the verifier is that of PKCE. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody whom the provider vouches for. */
export interface KnownPerson {
  readonly issuer: string;
  /** Stays the same at this issuer whatever becomes of the address. */
  readonly subject: string;
  /** Lower case; the provider states that it is theirs. */
  readonly address: string;
  readonly name: string | null;
}

export type SignInResult =
  | { readonly kind: 'known'; readonly person: KnownPerson }
  /** The person said no at the provider. */
  | { readonly kind: 'cancelled' }
  /** The provider knows them, but does not vouch for an address of theirs. */
  | { readonly kind: 'unverified' }
  /** What came back does not belong to what was begun; `why` is for the log. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The provider does not answer, or not sensibly; `why` is for the log. */
  | { readonly kind: 'unavailable'; readonly why: string };

/** An OpenID provider, to which people are sent to say who they are. */
export interface SignInProvider {
  /** Host of the issuer, for pages. */
  readonly name: string;
  /** Origins that the sign-in leads through. */
  readonly origins: readonly string[];
  /** Where to send the browser. */
  begin(
    secrets: SignInSecrets,
  ): Promise<
    { readonly kind: 'send'; readonly url: string } | (SignInResult & { readonly kind: 'unavailable' })
  >;
  /**
   * Exchanges what the browser brought back and checks all of it.
   *
   * @param query of the callback's address, with its question mark
   */
  finish(query: string, secrets: SignInSecrets): Promise<SignInResult>;
}
