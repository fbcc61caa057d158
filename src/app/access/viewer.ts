/** What somebody may be to an organization. Everybody who signs in is a `person`; the others come on top of it. */
const roles = ['person', 'lead', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Languages that pages and mails are written in. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/**
 * Who looks at a page. Administrators and auditors are named in the settings, leads in the policy
 * (`teams.NAME.leads`); a role never opens another person's meetings.
 */
export interface Viewer {
  /** Lower case; the mailbox of this address is theirs, and no other. */
  readonly address: string;
  readonly name: string | null;
  readonly roles: readonly Role[];
  /** Names of the teams they lead, as the policy spells them. */
  readonly ledTeams: readonly string[];
}

export function hasRole({ roles: own }: Pick<Viewer, 'roles'>, ...any: readonly Role[]): boolean {
  return any.some((role) => own.includes(role));
}
