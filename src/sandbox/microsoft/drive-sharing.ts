import { z } from 'zod';
import type { ApiAnswer } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { type DriveItem, type ItemPermission, itemsOf } from './drive-items.ts';
import { graphError } from './errors.ts';

const linkBody = z.object({
  type: z.enum(['view', 'edit']),
  scope: z.enum(['anonymous', 'organization', 'users']).default('organization'),
});

const inviteBody = z.object({
  recipients: z.array(z.object({ email: z.email().toLowerCase() })).min(1),
  roles: z.array(z.enum(['read', 'write'])).length(1),
  requireSignIn: z.boolean().default(false),
  sendInvitation: z.boolean().default(false),
  message: z.string().max(2000).nullable().default(null),
});

/** A sharing link: 201 for a new one, 200 where one of this type and scope stands. */
export function linkCreated(parts: SandboxParts, item: DriveItem, body: unknown): ApiAnswer {
  const parsed = linkBody.safeParse(body);
  if (!parsed.success)
    return invalidRequest('The type is view or edit, the scope anonymous, organization or users.');
  const { type, scope } = parsed.data;
  const standing = item.permissions.find(({ link }) => link?.type === type && link.scope === scope);
  if (standing !== undefined) return { status: 200, json: permissionResource(parts, standing) };
  const id = parts.newId(24);
  const permission: ItemPermission = {
    id,
    role: type === 'edit' ? 'write' : 'read',
    link: { type, scope, webUrl: `https://halden-my.sharepoint.example/:w:/g/personal/${id}` },
    email: null,
  };
  keep(parts, item, [permission]);
  return { status: 201, json: permissionResource(parts, permission) };
}

/** Opens an item to people by address; somebody who has it already gets the new role. */
export function invited(parts: SandboxParts, item: DriveItem, body: unknown): ApiAnswer {
  const parsed = inviteBody.safeParse(body);
  if (!parsed.success)
    return invalidRequest('Recipients with an email and one role, read or write, are needed.');
  const { recipients, roles, requireSignIn, sendInvitation, message } = parsed.data;
  if (!requireSignIn && !sendInvitation) {
    return invalidRequest('At least one of requireSignIn and sendInvitation must be true.');
  }
  const role = roles[0] ?? 'read';
  const emails = [...new Set(recipients.map(({ email }) => parts.people.find(email)?.address ?? email))];
  const granted = emails.map((email): ItemPermission => {
    const standing = item.permissions.find((permission) => permission.email === email);
    return { id: standing?.id ?? parts.newId(24), role, link: null, email };
  });
  keep(parts, item, granted);
  parts.acts.record({
    kind: 'document-shared',
    from: item.owner,
    to: emails,
    uid: null,
    originalStart: null,
    detail: item.name,
    comment: message ?? role,
    atMs: parts.clock.nowMs(),
  });
  if (sendInvitation) {
    const subject = `${item.owner} shared "${item.name}" with you`;
    parts.sendMail({ from: item.owner, to: emails, subject, text: message ?? subject, html: null });
  }
  return { status: 200, json: { value: granted.map((permission) => permissionResource(parts, permission)) } };
}

function keep(parts: SandboxParts, item: DriveItem, added: readonly ItemPermission[]): void {
  const others = item.permissions.filter(({ id }) => !added.some((permission) => permission.id === id));
  itemsOf(parts).put(item.id, { ...item, permissions: [...others, ...added] });
}

/** `permission` of Graph. */
function permissionResource(parts: SandboxParts, { id, role, link, email }: ItemPermission) {
  const person = email === null ? null : parts.people.find(email);
  return {
    id,
    roles: [role],
    ...(link === null ? {} : { hasPassword: false, link: { ...link, preventsDownload: false } }),
    ...(email === null
      ? {}
      : {
          grantedToV2: { user: { id: person?.userId ?? null, displayName: person?.name ?? email, email } },
          invitation: { email, signInRequired: true },
        }),
  };
}

function invalidRequest(message: string): ApiAnswer {
  return graphError(400, 'invalidRequest', message);
}
