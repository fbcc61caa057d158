import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { wordFile } from '../../../src/providers/microsoft/word-file.ts';
import { ana, ben, codeOf, dayMs, type OutlookWorld, openOutlook, unwrap } from './outlook-world.ts';

const document = {
  key: 'case-1',
  title: '../Q4: "figures" <b>\u0000|?*#%',
  blocks: [
    { kind: 'heading', text: 'Status & <w:p/>' },
    { kind: 'bullet', text: 'one\ntwo\u0007\uD800' },
  ],
  writers: [ben],
} as const;

const uploads = ({ sandbox }: OutlookWorld) => sandbox.exchanges.filter(({ method }) => method === 'PUT');

describe('documents in OneDrive', () => {
  it.each(['created', 'not-found'] as const)(
    'is one for one key, with the folder of its path %s',
    async (position) => {
      const world = await openOutlook({ positions: { 'microsoft.missing-folders': position } });
      const { documents } = world.mailbox;
      const first = unwrap(await documents.createDocument(document));
      expect(first).toMatchObject({ existed: false, notShared: [], url: expect.stringMatching(/^https:/) });
      const second = unwrap(await documents.createDocument({ ...document, blocks: [] }));
      expect(second).toEqual({ ...first, existed: true });
      const [upload] = uploads(world);
      expect(decodeURIComponent(upload?.path ?? '')).toMatch(
        /:\/Meeting Gatekeeper\/Q4 figures b [0-9a-f]{10}\.docx:\/content$/,
      );
      expect(world.sandbox.parts.acts.all().filter(({ kind }) => kind === 'mail')).toEqual([]);
      // Nobody but the writers can open it: no link for the company is made.
      expect(world.sandbox.exchanges.filter(({ path }) => path.includes('createLink'))).toEqual([]);
    },
  );

  it('holds hostile text as text', async () => {
    const files = unzipSync(new Uint8Array(await wordFile(document)));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('Status &amp; &lt;w:p/&gt;');
    expect(xml).toMatch(/one<\/w:t>.*<w:br\/>.*two/s);
    expect(xml).toContain('\uFFFD');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be in it
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
  });
});

describe('mail of Outlook', () => {
  const mail = { to: [ben], subject: 'Hello\r\nBcc: x@y.example', text: 'words', html: null };

  it('is never sent twice: a lost answer is said', async () => {
    const world = await openOutlook();
    world.sandbox.setFaults({
      seed: 1,
      rules: [{ provider: 'microsoft', path: 'sendMail', probability: 1, kind: 'reset-after' }],
    });
    expect(codeOf(await world.mailbox.mail.sendMail(mail))).toBe('outcome-unknown');
    expect(world.sandbox.parts.acts.all()).toMatchObject([
      { kind: 'mail', from: ana, to: [ben], detail: 'Hello Bcc: x@y.example' },
    ]);
  });

  it('is sent again where Graph was too busy to take it', async () => {
    const world = await openOutlook();
    world.sandbox.setFaults({
      seed: 1,
      rules: [{ path: 'sendMail', probability: 1, kind: 'rate-limit', retryAfterSeconds: 0.01, times: 2 }],
    });
    unwrap(await world.mailbox.mail.sendMail(mail));
    expect(world.sandbox.parts.acts.all()).toHaveLength(1);
  });
});

describe('subscriptions to Outlook', () => {
  it.each(['10080', '4230'] as const)('last as long as Graph allows (%s minutes)', async (position) => {
    const world = await openOutlook({ positions: { 'microsoft.subscription-minutes': position } });
    const { calendar } = world.mailbox;
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => {
      const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
      const reading = world.provider.readWebhook({
        headers: {},
        query: Object.fromEntries(query),
        body: new Uint8Array(),
      });
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(reading.kind === 'handshake' ? reading.body : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    const port = typeof bound === 'object' ? bound?.port : 0;
    const request = {
      id: 'proposed',
      address: `http://127.0.0.1:${port}/hook`,
      secret: 's'.repeat(128),
      lifetimeMs: 30 * dayMs,
    };
    try {
      const made = unwrap(await calendar.subscribe(request));
      const nowMs = world.sandbox.parts.clock.nowMs();
      expect((made.expiresMs - nowMs) / 60_000).toBe(Number(position) - 10);
      world.sandbox.parts.clock.advance(dayMs);
      const renewed = unwrap(await calendar.renewSubscription(made, request));
      expect(renewed).toEqual({
        subscription: { ...made, expiresMs: made.expiresMs + dayMs },
        replaced: false,
      });
      unwrap(await calendar.unsubscribe(made));
      unwrap(await calendar.unsubscribe(made));
      const anew = unwrap(await calendar.renewSubscription(made, request));
      expect(anew.replaced).toBe(true);
      expect(anew.subscription.id).not.toBe(made.id);
    } finally {
      server.close();
    }
  });
});
