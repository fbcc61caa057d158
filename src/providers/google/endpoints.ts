/** Where Google is. The sandbox puts all of it on one origin of this machine. Roots end in a slash. */
export interface GoogleEndpoints {
  /** Calendar and Drive. */
  readonly apiRoot: string;
  readonly docsRoot: string;
  readonly gmailRoot: string;
  readonly tokenUrl: string;
  readonly authorizationUrl: string;
  readonly revokeUrl: string;
  /** Certificates that ID tokens are signed with, as PEM by key id. */
  readonly certificatesUrl: string;
}

export const googleEndpoints: GoogleEndpoints = {
  apiRoot: 'https://www.googleapis.com/',
  docsRoot: 'https://docs.googleapis.com/',
  gmailRoot: 'https://gmail.googleapis.com/',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  revokeUrl: 'https://oauth2.googleapis.com/revoke',
  certificatesUrl: 'https://www.googleapis.com/oauth2/v1/certs',
};

/** Addresses that a token, a code or a secret may be sent to. The browser goes to the authorization page by itself. */
export function trustedRoots(endpoints: GoogleEndpoints): readonly string[] {
  const { authorizationUrl: _, ...trusted } = endpoints;
  return Object.values(trusted);
}
