import { z } from 'zod';
import { isLoopback } from '../../app/access/loopback.ts';

/** One setting: a name of the environment, and what may stand there. */
interface Setting<Value, Standard extends string | null> {
  /** From the text that stands there to the value. */
  readonly schema: z.ZodType<Value, string>;
  /** Sentences for the page and for messages. */
  readonly meaning: string;
  /** What holds where nothing is stated, as text; null where it then is absent. */
  readonly standard: Standard;
  /** Shown nowhere, and may be read from a file by `NAME_FILE`. */
  readonly secret: boolean;
  readonly example: string;
}

const define = <Value, const Standard extends string | null>(
  setting: Setting<Value, Standard>,
): Setting<Value, Standard> => setting;

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, 'is no whole number')
    .transform(Number)
    .pipe(z.number().min(least, `is below ${least}`).max(most, `is above ${most}`));

const address = (schemes: readonly string[], more: string) =>
  z.string().refine((text) => schemes.includes(URL.parse(text)?.protocol ?? ''), `is no address: ${more}`);

const text = z.string().max(500, 'is longer than 500 characters');
const secret = z.string().min(8, 'is shorter than 8 characters').max(4000, 'is longer than 4000 characters');

const keyPattern = /^([\w-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/;

/** `id:key,id:key`; the first is what is written with. */
const keys = z.string().transform((written, context) => {
  const ring = new Map<string, Uint8Array>();
  for (const part of written.split(',')) {
    const [, id = '', key = ''] = keyPattern.exec(part.trim()) ?? [];
    const bytes = Buffer.from(key, 'base64');
    if (bytes.length !== 32 || ring.has(id)) {
      const message = `part ${ring.size + 1} is no new "id:key" with a key of 32 bytes in base64`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    ring.set(id, bytes);
  }
  const [current = ''] = ring.keys();
  return { current, keys: ring as ReadonlyMap<string, Uint8Array> };
});

/** Mail addresses in lower case, separated by commas. */
const addresses = z.string().transform((written, context) => {
  const all = written.split(',').map((part) => part.trim().toLowerCase());
  const wrong = all.findIndex((part) => !/^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/.test(part));
  if (wrong < 0) return [...new Set(all)] as readonly string[];
  context.addIssue({ code: 'custom', message: `has no mail address as part ${wrong + 1}` });
  return z.NEVER;
});

/** One tenant of Microsoft has an issuer of its own; the others speak for addresses that anybody can claim. */
const manyTenants = /^\/(?:common|organizations|consumers)(?:\/|$)/i;

const issuer = z
  .string()
  .refine(
    (written) => ['https:', 'http:'].includes(URL.parse(written)?.protocol ?? ''),
    'is no address: write https://accounts.google.com',
  )
  .refine((written) => {
    const url = URL.parse(written);
    return url?.hostname !== 'login.microsoftonline.com' || !manyTenants.test(url.pathname);
  }, 'lets people of any company in: name your own tenant, https://login.microsoftonline.com/TENANT-ID/v2.0')
  .refine((written) => {
    const url = URL.parse(written);
    return url?.protocol !== 'http:' || isLoopback(url.hostname);
  }, 'begins with http: over a network a sign-in needs https');

/** Everything that an installation can be told, in the order of the page docs/settings.md, which is made of it. */
export const settingsTable = {
  DATABASE_URL: define({
    schema: address(['postgres:', 'postgresql:'], 'write postgres://user:password@host:5432/name'),
    meaning:
      'The PostgreSQL database. Without it an embedded database in `DATA_FOLDER` is used, which one process can have open.',
    standard: null,
    secret: true,
    example: 'postgres://gatekeeper:…@db.acme.example:5432/gatekeeper',
  }),
  DATA_FOLDER: define({
    schema: text,
    meaning: 'The folder of the embedded database, of its key and of what `start` keeps.',
    standard: 'data',
    secret: false,
    example: '/var/lib/meeting-gatekeeper',
  }),
  ENCRYPTION_KEYS: define({
    schema: keys,
    meaning:
      'Keys that encrypt what opens mailboxes: `id:key`, 32 bytes in base64, separated by commas. The first one writes, all of them read; put a new one in front and keep the old ones. Must be stated with `DATABASE_URL`; without it a key is made in `DATA_FOLDER`, readable by its owner only.',
    standard: null,
    secret: true,
    example: '2026b:…,2026a:…',
  }),
  PORT: define({
    schema: whole(0, 65_535),
    meaning: 'The port that the server listens on; 0 takes a free one.',
    standard: '8080',
    secret: false,
    example: '8080',
  }),
  HOST: define({
    schema: text,
    meaning: 'The address of this machine that the server listens on.',
    standard: '127.0.0.1',
    secret: false,
    example: '0.0.0.0',
  }),
  BASE_URL: define({
    schema: address(['https:', 'http:'], 'write https://gate.acme.example').transform((url) =>
      url.replace(/\/+$/, ''),
    ),
    meaning:
      'The address under which calendars and people reach this server. Calendars notify https addresses only; without one they are asked every few minutes, and answers carry no links.',
    standard: null,
    secret: false,
    example: 'https://gate.acme.example',
  }),
  ORGANIZATION_NAME: define({
    schema: text.min(1, 'is empty'),
    meaning: 'The company or person whose mailboxes these are. It is created at the first start.',
    standard: 'My organization',
    secret: false,
    example: 'Acme',
  }),
  POLICY_FILE: define({
    schema: text,
    meaning:
      'The policy of that organization, YAML or JSON, taken at a start where the file changed since. See policy.md.',
    standard: null,
    secret: false,
    example: 'policy.yaml',
  }),
  OBSERVE_DAYS: define({
    schema: whole(0, 365),
    meaning: 'Days that a new mailbox is only watched before anything is answered in it.',
    standard: null,
    secret: false,
    example: '7',
  }),
  GOOGLE_CLIENT_ID: define({
    schema: text,
    meaning: 'The OAuth client of your Google Cloud project (type “desktop” for `connect`).',
    standard: null,
    secret: false,
    example: '123-abc.apps.googleusercontent.com',
  }),
  GOOGLE_CLIENT_SECRET: define({
    schema: secret,
    meaning: 'Its secret.',
    standard: null,
    secret: true,
    example: 'GOCSPX-…',
  }),
  GOOGLE_SERVICE_ACCOUNT: define({
    schema: text,
    meaning:
      'The key file (JSON) of a service account with domain-wide delegation, for all mailboxes of a company.',
    standard: null,
    secret: false,
    example: '/etc/meeting-gatekeeper/service-account.json',
  }),
  MICROSOFT_CLIENT_ID: define({
    schema: text,
    meaning: 'The application registered in Microsoft Entra.',
    standard: null,
    secret: false,
    example: '11111111-2222-4333-8444-555555555555',
  }),
  MICROSOFT_CLIENT_SECRET: define({
    schema: secret,
    meaning: 'Its secret.',
    standard: null,
    secret: true,
    example: '…',
  }),
  MICROSOFT_TENANT_ID: define({
    schema: text,
    meaning: 'The directory of the company; `organizations` lets people of any directory sign in.',
    standard: 'organizations',
    secret: false,
    example: '99999999-8888-4777-8666-555555555555',
  }),
  SIGN_IN_ISSUER: define({
    schema: issuer,
    meaning:
      'Who says who people are, by OpenID Connect: `https://accounts.google.com`, `https://login.microsoftonline.com/TENANT-ID/v2.0` (never `common` or `organizations`), or any other issuer. Its client needs the redirect address `BASE_URL/sign-in/callback`. Without it pages stay closed; links in mails work.',
    standard: null,
    secret: false,
    example: 'https://accounts.google.com',
  }),
  SIGN_IN_CLIENT_ID: define({
    schema: text,
    meaning: 'The client that is registered there for the pages (type “web”).',
    standard: null,
    secret: false,
    example: '123-def.apps.googleusercontent.com',
  }),
  SIGN_IN_CLIENT_SECRET: define({
    schema: secret,
    meaning: 'Its secret.',
    standard: null,
    secret: true,
    example: '…',
  }),
  ADMINISTRATORS: define({
    schema: addresses,
    meaning:
      'Addresses of those who change the policy, hold the brake and erase people; separated by commas.',
    standard: null,
    secret: false,
    example: 'ada@acme.example,ben@acme.example',
  }),
  AUDITORS: define({
    schema: addresses,
    meaning: 'Addresses of those who may read the audit log; separated by commas.',
    standard: null,
    secret: false,
    example: 'ivo@acme.example',
  }),
  LOG_LEVEL: define({
    schema: z.enum(['info', 'warn', 'error', 'silent'], 'is none of info, warn, error, silent'),
    meaning: 'What is logged: `info`, `warn`, `error` or `silent`.',
    standard: 'info',
    secret: false,
    example: 'warn',
  }),
  POOL_SIZE: define({
    schema: whole(2, 200),
    meaning: 'Connections to PostgreSQL that a process opens at most.',
    standard: '10',
    secret: false,
    example: '20',
  }),
  WORKER_CONCURRENCY: define({
    schema: whole(1, 200),
    meaning: 'Jobs of one kind that a process works on at the same time.',
    standard: '8',
    secret: false,
    example: '16',
  }),
  GOOGLE_ENDPOINT: define({
    schema: address(['http:', 'https:'], 'write http://127.0.0.1:4010/'),
    meaning: 'All of Google at this address instead: the sandbox. For tests only.',
    standard: null,
    secret: false,
    example: 'http://127.0.0.1:4010/',
  }),
  MICROSOFT_ENDPOINT: define({
    schema: address(['http:', 'https:'], 'write http://127.0.0.1:4011/'),
    meaning: 'All of Microsoft at this address instead: the sandbox. For tests only.',
    standard: null,
    secret: false,
    example: 'http://127.0.0.1:4011/',
  }),
  FAULT_POINT: define({
    schema: z.string().regex(/^[\w:.-]{1,80}:\d{1,6}$/, 'is no NAME:COUNT'),
    meaning: 'Kills the process at a named point of its work, the n-th time it gets there. For tests only.',
    standard: null,
    secret: false,
    example: 'answerInvite:after-call:3',
  }),
  FAULT_LEASE_MS: define({
    schema: whole(5_000, 600_000),
    meaning:
      'Milliseconds after which a killed process is believed dead. Only together with an endpoint above, for tests.',
    standard: null,
    secret: false,
    example: '20000',
  }),
} as const;

export type SettingName = keyof typeof settingsTable;

/** The value of each setting; null where none is stated and none holds by itself. */
export type SettingValues = {
  readonly [Name in SettingName]:
    | z.output<(typeof settingsTable)[Name]['schema']>
    | ((typeof settingsTable)[Name]['standard'] extends string ? never : null);
};
