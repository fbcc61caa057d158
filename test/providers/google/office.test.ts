import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ana, ben, openGoogleSandbox, value } from './open-sandbox.ts';

type Opened = Awaited<ReturnType<typeof openGoogleSandbox>>;
let sandbox: Opened['sandbox'];
let provider: Opened['provider'];
let b: Opened['b'];
beforeAll(async () => {
  ({ sandbox, provider, b } = await openGoogleSandbox());
});

describe('mail, documents and sign-in of the Google provider at the emulator', () => {
  it('sends a mail once, without letting text into the headers', async () => {
    const mail = {
      to: [ana],
      subject: 'Offer\r\nBcc: eve@evil.example',
      text: 'Héllo',
      html: '<p>Héllo</p>',
    };
    value(await b.mail.sendMail(mail));
    const sent = sandbox.parts.acts.all().filter(({ kind, from }) => kind === 'mail' && from === ben);
    expect(sent).toMatchObject([{ to: [ana], detail: 'Offer Bcc: eve@evil.example' }]);
    for (const to of ['a@b.example, eve@evil.example', 'a@b.example\r\nBcc: eve@evil.example', 'nobody'])
      expect(await b.mail.sendMail({ ...mail, to: [to] })).toMatchObject({
        ok: false,
        problem: { code: 'request-refused' },
      });
  });

  it('writes a document once and opens it to its writers', async () => {
    const document = {
      key: 'doc-1',
      title: "Ben's \\ plan",
      blocks: [
        { kind: 'heading', text: 'Goal' },
        { kind: 'bullet', text: '👍 one' },
        { kind: 'paragraph', text: 'end' },
      ],
      writers: [ana, ben],
    } as const;
    const created = value(await b.documents.createDocument(document));
    expect(created).toMatchObject({ existed: false, notShared: [] });
    expect(value(await b.documents.createDocument(document))).toEqual({ ...created, existed: true });
    const token = sandbox.issueToken(ben, ['https://www.googleapis.com/auth/drive']);
    const stored = await fetch(`${sandbox.google.origin}/v1/documents/${created.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = JSON.stringify(await stored.json());
    expect(text.split('👍 one')).toHaveLength(2);
    expect(text).toContain('HEADING_2');
  });

  it('connects a person', async () => {
    const verifier = 'v'.repeat(64);
    const redirectUri = 'https://gate.example/callback';
    const url = await provider.signIn.authorizationUrl({
      redirectUri,
      state: 'state-1',
      codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
      loginHint: ana,
    });
    expect(new URL(url).searchParams.get('access_type')).toBe('offline');
    const consent = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ decision: 'allow', person: ana }),
      redirect: 'manual',
    });
    const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const wrong = await provider.signIn.redeem({ code: 'none', redirectUri, codeVerifier: verifier });
    expect(wrong).toMatchObject({
      ok: false,
      problem: { code: 'sign-in-required', detail: 'invalid_grant' },
    });
    const signedIn = value(await provider.signIn.redeem({ code, redirectUri, codeVerifier: verifier }));
    expect(signedIn).toMatchObject({ address: ana, subject: '101', missingScopes: [] });
    const own = provider.openMailbox({ grant: signedIn.grant, address: ana, otherAddresses: [] });
    expect(value(await own.calendar.ownerHours()).zone).toBe('Europe/Paris');
    value(await provider.signIn.revoke(signedIn.grant));
    value(await provider.signIn.revoke(signedIn.grant));
    const later = provider.openMailbox({ grant: signedIn.grant, address: ana, otherAddresses: [] });
    expect(await later.calendar.ownerHours()).toMatchObject({
      ok: false,
      problem: { code: 'sign-in-required', detail: 'invalid_grant' },
    });
  });

  it('sends nobody to sign in who is not in the company', async () => {
    const grant = { kind: 'company' } as const;
    const nobody = provider.openMailbox({ grant, address: 'nobody@acme.example', otherAddresses: [] });
    expect(await nobody.calendar.ownerHours()).toMatchObject({
      ok: false,
      problem: { code: 'permission-missing', detail: 'invalid_grant' },
    });
  });

  it('left no fault in the emulator', () => {
    expect(sandbox.faultsOfOurs).toEqual([]);
  });
});
