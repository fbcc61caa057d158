import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ada, mia, type Office, startOffice, tom } from '../google/office-stand.ts';
import { graphClient } from './graph-stand.ts';

const all = ['Mail.Send', 'Mail.Read', 'MailboxSettings.Read', 'User.Read'];

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(async () => {
  expect(office.log).toEqual([]);
  await office.close();
});

const clientOf = (mailbox: string | null, scopes = all) =>
  graphClient(office.microsoft, office.token('microsoft', mailbox, scopes));

const mailTo = (address: string, more = {}) => ({
  message: {
    subject: 'Plan',
    body: { contentType: 'HTML', content: '<p>Read <b>this</b></p>' },
    toRecipients: [{ emailAddress: { address } }],
    ...more,
  },
  saveToSentItems: true,
});

describe('mail through the Graph client', () => {
  it('sends in the name of the mailbox, and both sides find it', async () => {
    await clientOf(mia.address).api('/me/sendMail').post(mailTo('Tom@acme.example'));
    expect(office.parts.acts.all()).toEqual([
      expect.objectContaining({
        kind: 'mail',
        from: mia.address,
        to: [tom.address],
        detail: 'Plan',
        comment: 'Read this',
      }),
    ]);
    const { value } = await clientOf(tom.address).api('/me/messages').get();
    expect(value).toMatchObject([
      {
        subject: 'Plan',
        bodyPreview: 'Read this',
        from: { emailAddress: { name: 'Mia Chen', address: mia.address } },
        toRecipients: [{ emailAddress: { address: tom.address } }],
        sentDateTime: '2026-11-02T08:00:00Z',
      },
    ]);
    const one = await clientOf(mia.address).api(`/me/messages/${value[0].id}`).select('subject').get();
    expect(one).toEqual({ '@odata.context': expect.any(String), id: value[0].id, subject: 'Plan' });
  });

  it('answers 202 without a body', async () => {
    const answer = await fetch(`${office.microsoft}/v1.0/users/${mia.userId}/sendMail`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${office.token('microsoft', null, ['Mail.Send'])}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(mailTo('outside@customer.example')),
    });
    expect([answer.status, await answer.text()]).toEqual([202, '']);
    expect(office.parts.acts.all()).toMatchObject([{ from: mia.address, to: ['outside@customer.example'] }]);
  });

  it.each<[string, string | null, string, unknown, Readonly<Record<string, unknown>>]>([
    [
      'nobody to send to',
      mia.address,
      '/me',
      mailTo('x@y.z', { toRecipients: [] }),
      { statusCode: 400, code: 'ErrorInvalidRecipients' },
    ],
    [
      'another sender',
      mia.address,
      '/me',
      mailTo('x@y.z', { from: { emailAddress: { address: tom.address } } }),
      { statusCode: 403, code: 'ErrorSendAsDenied' },
    ],
    ['no message', mia.address, '/me', { subject: 'x' }, { statusCode: 400 }],
    [
      'another mailbox',
      mia.address,
      `/users/${tom.address}`,
      mailTo('x@y.z'),
      { statusCode: 403, code: 'ErrorAccessDenied' },
    ],
    ['me of an application', null, '/me', mailTo('x@y.z'), { statusCode: 400 }],
    [
      'a Google mailbox',
      null,
      `/users/${ada.address}`,
      mailTo('x@y.z'),
      { statusCode: 404, code: 'MailboxNotEnabledForRESTAPI' },
    ],
    [
      'a stranger',
      null,
      '/users/nobody@acme.example',
      mailTo('x@y.z'),
      { statusCode: 404, code: 'ErrorInvalidUser' },
    ],
  ])('refuses %s', async (_what, mailbox, root, body, refusal) => {
    await expect(clientOf(mailbox).api(`${root}/sendMail`).post(body)).rejects.toMatchObject(refusal);
    expect(office.parts.acts.all()).toEqual([]);
  });

  it('needs Mail.Send', async () => {
    await expect(
      clientOf(mia.address, ['Mail.Read']).api('/me/sendMail').post(mailTo('x@y.z')),
    ).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  it('pages through the mailbox by its links', async () => {
    for (let count = 0; count < 5; count += 1)
      await clientOf(mia.address).api('/me/sendMail').post(mailTo(tom.address));
    const client = clientOf(tom.address);
    let page = await client.api('/me/messages').top(2).get();
    const ids = new Set<string>();
    for (;;) {
      for (const { id } of page.value) ids.add(id);
      const next: string | undefined = page['@odata.nextLink'];
      if (next === undefined) break;
      page = await client.api(next.slice(office.microsoft.length + '/v1.0'.length)).get();
    }
    expect(ids.size).toBe(5);
  });
});

describe('settings and people through the Graph client', () => {
  it('tells zone and working hours in the words of Windows', async () => {
    const settings = await clientOf(mia.address).api('/me/mailboxSettings').get();
    const workingHours = {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday'],
      startTime: '08:30:00.0000000',
      endTime: '16:00:00.0000000',
      timeZone: { name: 'Singapore Standard Time' },
    };
    expect(settings).toMatchObject({
      timeZone: 'Singapore Standard Time',
      userPurpose: 'user',
      workingHours,
    });
    const application = clientOf(null);
    expect(await application.api(`/users/${tom.userId}/mailboxSettings/timeZone`).get()).toMatchObject({
      value: 'Eastern Standard Time',
    });
    expect(await application.api(`/users/${mia.address}/mailboxSettings/workingHours`).get()).toMatchObject(
      workingHours,
    );
    await expect(clientOf(mia.address, ['User.Read']).api('/me/mailboxSettings').get()).rejects.toMatchObject(
      {
        statusCode: 403,
      },
    );
  });

  it('lists the zones that it knows', async () => {
    const zones = async (path: string) => {
      const { value } = await clientOf(mia.address).api(path).get();
      return value.map(({ alias }: { alias: string }) => alias);
    };
    const iana = "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')";
    expect(await zones(iana)).toContain('Asia/Singapore');
    const windows = await zones('/me/outlook/supportedTimeZones');
    expect(windows).toContain('Romance Standard Time');
    expect(windows).not.toContain('Asia/Singapore');
    expect(await zones('/me/outlook/supportedTimeZones()')).toEqual(windows);
    await expect(zones(iana.replace('Iana', 'Mars'))).rejects.toMatchObject({ statusCode: 400 });
  });

  it('finds people, if the token may look', async () => {
    const me = await clientOf(mia.address).api('/me').select('id,mail').get();
    expect(me).toEqual({ '@odata.context': expect.any(String), id: mia.userId, mail: mia.address });
    await expect(clientOf(mia.address).api(`/users/${tom.address}`).get()).rejects.toMatchObject({
      statusCode: 403,
    });
    const directory = clientOf(null, ['User.Read.All']);
    expect(await directory.api(`/users/${tom.address}`).get()).toMatchObject({ id: tom.userId });
    const { value } = await directory.api('/users').get();
    expect(value.map(({ mail }: { mail: string }) => mail)).toEqual([mia.address, tom.address]);
    const found = await directory.api('/users').filter(`mail eq '${tom.address}'`).get();
    expect(found.value).toMatchObject([{ id: tom.userId }]);
    await expect(directory.api('/users').filter("startswith(mail,'t')").get()).rejects.toMatchObject({
      statusCode: 400,
    });
    await expect(directory.api(`/users/${ada.address}`).get()).rejects.toMatchObject({ statusCode: 404 });
  });
});
