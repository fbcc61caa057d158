/** A browser in which somebody is signed in. The token that it sends is kept nowhere, only its digest. */
export interface SessionRecord {
  /** SHA-256 of the token, base64url. */
  readonly digest: string;
  /** Lower case. */
  readonly address: string;
  readonly name: string | null;
  readonly createdMs: number;
  /** Until when it lasts where nobody uses it; moved on by use. */
  readonly idleUntilMs: number;
  /** Until when it lasts at most. */
  readonly expiresMs: number;
}

export interface Sessions {
  add(session: SessionRecord): Promise<void>;
  find(digest: string): Promise<SessionRecord | null>;
  keepUntil(digest: string, idleUntilMs: number): Promise<void>;
  remove(digest: string): Promise<void>;
  /** All of a person: they have to sign in again, in every browser. */
  removeOf(address: string): Promise<void>;
  /** @returns how many of those that ended before then were removed */
  clear(endedBeforeMs: number, most: number): Promise<number>;
}

/** A sign-in that was sent to the provider and has not come back. */
export interface SignInRecord {
  /** SHA-256 of the `state` of OAuth, base64url. */
  readonly stateDigest: string;
  /** SHA-256 of the cookie of the browser that began it. */
  readonly browserDigest: string;
  /** Local path to open afterwards. */
  readonly returnTo: string;
  readonly expiresMs: number;
}

export interface SignIns {
  add(signIn: SignInRecord): Promise<void>;
  /** Removes and returns it: whoever comes second with the same state finds none. */
  take(stateDigest: string): Promise<SignInRecord | null>;
  /** @returns how many were removed */
  clear(expiredBeforeMs: number, most: number): Promise<number>;
}

/** Who an address belongs to at the provider of sign-ins: `subject` stays the same when a name changes hands. */
export interface IdentityRecord {
  /** Lower case; the one that the provider states. */
  readonly address: string;
  readonly issuer: string;
  readonly subject: string;
  readonly boundMs: number;
}

export interface Identities {
  /** Binds an address that is not bound yet. @returns what it is bound to now */
  bind(identity: IdentityRecord): Promise<IdentityRecord>;
  /** Somebody else may sign in with this address afterwards. */
  remove(address: string): Promise<void>;
}
