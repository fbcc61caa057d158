import PostalMime, { type Address } from 'postal-mime';
import { z } from 'zod';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxMail, SandboxParts } from '../parts.ts';
import { forbidden, googleError } from './errors.ts';

const allMail = 'https://mail.google.com/';
const scopesOf = (...names: readonly string[]) => [
  allMail,
  ...names.map((name) => `https://www.googleapis.com/auth/gmail.${name}`),
];

const message = z.object({ raw: z.string().min(1) });

/** Gmail v1: sending, and the profile. */
export function gmailRoutes(parts: SandboxParts): readonly ApiRoute[] {
  return [
    {
      id: 'gmail.users.messages.send',
      method: 'POST',
      path: '/gmail/v1/users/:userId/messages/send',
      scopes: scopesOf('send', 'compose', 'modify', 'addons.current.action.compose'),
      handle: (request) => (isOwn(parts, request) ? sent(parts, request) : delegationDenied(request)),
    },
    {
      id: 'gmail.users.getProfile',
      method: 'GET',
      path: '/gmail/v1/users/:userId/profile',
      scopes: scopesOf('compose', 'metadata', 'modify', 'readonly'),
      handle: (request) => (isOwn(parts, request) ? profile(parts, request) : delegationDenied(request)),
    },
  ];
}

async function sent(parts: SandboxParts, { body, access }: ApiRequest): Promise<ApiAnswer> {
  const raw = message.safeParse(body);
  const parsed = raw.success ? await parsedMail(raw.data.raw) : null;
  if (parsed === null) return invalidArgument("'raw' RFC822 payload message string is required");
  const mailbox = access?.mailbox ?? '';
  const [from = mailbox] = addressesOf(parsed.from === undefined ? [] : [parsed.from]);
  if (parts.people.find(from)?.address !== mailbox) return invalidArgument('Invalid From header');
  const to = [parsed.to, parsed.cc, parsed.bcc].flatMap((addresses) => addressesOf(addresses ?? []));
  if (to.length === 0) return invalidArgument('Recipient address required');
  const { id } = parts.sendMail({
    from: mailbox,
    to: [...new Set(to)],
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html ?? null,
  });
  return { status: 200, json: { id, threadId: id, labelIds: ['SENT'] } };
}

function profile(parts: SandboxParts, { access }: ApiRequest): ApiAnswer {
  const mailbox = access?.mailbox ?? '';
  const mails = [...parts.tables.table<SandboxMail>('mails').values()];
  const own = mails.filter(({ from, to }) => from === mailbox || to.includes(mailbox)).length;
  return {
    status: 200,
    json: {
      emailAddress: mailbox,
      messagesTotal: own,
      threadsTotal: own,
      historyId: String(mails.length + 1),
    },
  };
}

async function parsedMail(raw: string) {
  try {
    return await PostalMime.parse(Buffer.from(raw, 'base64url'));
  } catch {
    return null;
  }
}

/** Lower-case addresses; those of a group one by one. */
function addressesOf(addresses: readonly Address[]): readonly string[] {
  return addresses
    .flatMap((address) =>
      address.group === undefined ? [address.address] : address.group.map((one) => one.address),
    )
    .filter((address) => address.includes('@'))
    .map((address) => address.toLowerCase());
}

function isOwn(parts: SandboxParts, { params, access }: ApiRequest): boolean {
  const { userId = '' } = params;
  return userId === 'me' || parts.people.find(userId)?.address === access?.mailbox;
}

function delegationDenied({ access }: ApiRequest): ApiAnswer {
  return forbidden(`Delegation denied for ${access?.mailbox ?? ''}`);
}

function invalidArgument(text: string): ApiAnswer {
  return googleError(400, 'global', 'invalidArgument', text);
}
