import { z } from 'zod';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { type DriveFile, type DrivePermission, filesOf } from './drive-files.ts';
import { permissionResource } from './drive-resource.ts';
import { invalid } from './errors.ts';

const newPermission = z.object({
  type: z.enum(['user', 'group', 'domain', 'anyone']),
  role: z.enum(['writer', 'commenter', 'reader']),
  emailAddress: z.email().toLowerCase().nullable().default(null),
  domain: z.string().toLowerCase().nullable().default(null),
  expirationTime: z.iso.datetime({ offset: true }).nullable().default(null),
});

const yearMs = 366 * 24 * 3_600_000;

/** Opens a file to somebody; once more for the same one changes their role. Tells them by mail unless told not to. */
export function shareFile(parts: SandboxParts, file: DriveFile, request: ApiRequest): ApiAnswer {
  const parsed = newPermission.safeParse(request.body);
  if (!parsed.success) return invalid('The specified permission is not valid.', 'permission');
  const { type, role, emailAddress, domain } = parsed.data;
  const named = type === 'user' || type === 'group';
  if (named && emailAddress === null)
    return invalid('The emailAddress field is required.', 'permission.emailAddress');
  if (type === 'domain' && domain === null)
    return invalid('The domain field is required.', 'permission.domain');
  const expires = parsed.data.expirationTime;
  if (expires !== null && !(named && isWithinYear(parts, expires))) {
    return invalid('The expiration time is not valid.', 'permission.expirationTime');
  }
  const person = emailAddress === null ? null : parts.people.find(emailAddress);
  const permission: DrivePermission = {
    id: person?.userId ?? emailAddress ?? (type === 'anyone' ? 'anyoneWithLink' : `${domain}k`),
    type,
    role,
    emailAddress: named ? (person?.address ?? emailAddress) : null,
    domain: type === 'domain' ? domain : null,
    expirationTime: expires,
  };
  const before = file.permissions.find(({ id }) => id === permission.id);
  if (before?.role === 'owner') return { status: 200, json: permissionResource(parts, before) };
  const others = file.permissions.filter(({ id }) => id !== permission.id);
  filesOf(parts).put(file.id, { ...file, permissions: [...others, permission], version: file.version + 1 });
  tell(parts, file, permission, request);
  return { status: 200, json: permissionResource(parts, permission) };
}

function isWithinYear(parts: SandboxParts, expires: string): boolean {
  const aheadMs = Date.parse(expires) - parts.clock.nowMs();
  return aheadMs > 0 && aheadMs <= yearMs;
}

function tell(
  parts: SandboxParts,
  file: DriveFile,
  { type, role, emailAddress, domain }: DrivePermission,
  { query, access }: ApiRequest,
): void {
  const from = access?.mailbox ?? file.owner;
  const to =
    emailAddress === null ? [] : type === 'group' ? parts.people.membersOf(emailAddress) : [emailAddress];
  const comment = query.get('emailMessage');
  parts.acts.record({
    kind: 'document-shared',
    from,
    to: emailAddress === null ? [domain ?? 'anyone'] : to,
    uid: null,
    originalStart: null,
    detail: file.name,
    comment: comment ?? role,
    atMs: parts.clock.nowMs(),
  });
  if (to.length === 0 || query.get('sendNotificationEmail') === 'false') return;
  const subject = `Item shared with you: "${file.name}"`;
  parts.sendMail({
    from,
    to,
    subject,
    text: comment ?? `${from} has invited you to ${file.name}.`,
    html: null,
  });
}
