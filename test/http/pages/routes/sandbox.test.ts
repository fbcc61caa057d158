import { describe, expect, it } from '@jest/globals';
import { colleague, elsewhere, hourMs, nowMs, outside, owner } from '../../../contract/world.ts';
import { type PageFetch, type ServedPages, servedPages } from '../served-pages.ts';

const served = servedPages();
const asPart = { headers: { 'hx-request': 'true' } };

const invite = {
  ...{ organizer: colleague, attendees: owner, title: 'Weekly <b>status</b>', text: 'Updates.\r\n- scope' },
  ...{ date: '2026-11-25', time: '21:00', minutes: '30' },
};

const refused = [
  ['an organizer whom nobody knows', { organizer: 'nobody@kiln.example' }, 'Choose somebody of the list'],
  ['an organizer without a calendar', { organizer: outside }, 'Choose somebody of the list'],
  ['no guest', { attendees: [] }, 'Tick one to six people'],
  ['nobody but the organizer', { attendees: colleague }, 'Tick one to six people'],
  ['only strangers', { attendees: 'x@elsewhere.example' }, 'Tick one to six people'],
  ['no title', { title: ' \t' }, 'Give it a title'],
  ['too long a title', { title: 'x'.repeat(301) }, 'Give it a title'],
  ['no day', { date: '' }, 'Choose a day'],
  ['a day that no calendar has', { date: '2026-02-30' }, 'Choose a day'],
  ['a time that no clock has', { time: '25:00' }, 'Choose a time'],
  ['a day that is over', { date: '2026-11-22' }, 'Day and time are over: in Singapore it is Mon'],
  // It is 16:00 in Singapore, and 09:00 in Paris.
  ['a time that is over for whoever invites', { date: '2026-11-23', time: '16:00' }, 'are over'],
  ['no length', { minutes: '0' }, 'Give a length'],
  ['a length that is no number', { minutes: 'half an hour' }, 'Give a length'],
] as const;

/** The carrier of the next look at the log, as the page holds it. */
const nextLook = (html: string): string => /hx-get="(\/sandbox\/happenings[^"]+)"/.exec(html)?.[1] ?? '';

const copiesOf = ({ gate: { world } }: ServedPages, address = owner) =>
  world.sandbox.parts.engine.copies(address);

describe('the sandbox page', () => {
  it('is there for whoever comes, and nowhere where calendars are real', async () => {
    const [sandbox, installed] = [await served(), await served({ isSandbox: false })];
    const [here, there] = await Promise.all(
      [sandbox, installed].map(({ origin }) => fetch(`${origin}/sandbox`)),
    );
    expect([here?.status, there?.status]).toEqual([200, 404]);
    const html = (await here?.text()) ?? '';
    for (const address of [owner, colleague, elsewhere]) expect(html).toContain(address);
    expect(html).not.toContain(outside);
  });

  it('writes an invite as the organizer’s calendar would, on the organizer’s clock', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    const sent = await ask('/sandbox/events', { form: { ...invite, attendees: [owner, elsewhere] } });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sandbox?said=invite-sent#log']);
    const [copy] = copiesOf(pages);
    expect(copy).toMatchObject({
      organizer: colleague,
      fields: {
        summary: 'Weekly <b>status</b>',
        body: { kind: 'text', content: 'Updates.\n- scope' },
        start: { ms: Date.parse('2026-11-25T13:00:00Z'), zone: 'Asia/Singapore' },
        end: { ms: Date.parse('2026-11-25T13:30:00Z') },
      },
    });
    expect(copy?.fields.guests.map(({ address }) => address)).toEqual([owner, elsewhere]);
  });

  it('refuses what cannot be sent, says what to do, and keeps the rest', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    for (const [what, change, says] of refused) {
      const answer = await ask('/sandbox/events', { form: { ...invite, text: 'kept text', ...change } });
      const html = await answer.text();
      expect([what, answer.status, html.includes(says), html.includes('kept text')]).toEqual([
        ...[what, 400, true, true],
      ]);
    }
    expect([...copiesOf(pages), ...copiesOf(pages, colleague)]).toEqual([]);
    const all = await ask('/sandbox/events', { form: { ...invite, attendees: [], title: '', minutes: '0' } });
    expect((await all.text()).match(/<a href="#[\w-]+">(?:Tick|Give)/g)).toHaveLength(3);
  });

  it('shows what stands in a document that the gate created, and nothing for another address', async () => {
    const readAt = async (ask: PageFetch, url: string) =>
      await ask(`/sandbox/documents?${new URLSearchParams({ url })}`);
    const blocks = [{ kind: 'bullet', text: 'scope <b>first</b> & "dates"' }] as const;
    for (const provider of ['google', 'microsoft'] as const) {
      const pages = await served({ provider });
      const { documents } = pages.gate.world.mailbox;
      const made = await documents.createDocument({ key: 'one', title: 'Notes', blocks, writers: [] });
      const shown = await readAt(await pages.signInAs(owner), made.ok ? made.value.url : '');
      const html = await shown.text();
      expect([provider, shown.status]).toEqual([provider, 200]);
      expect(html).toContain('<p dir="auto">scope &lt;b>first&lt;/b> &amp; &quot;dates&quot;</p>');
      expect(html).toMatch(/<h1>Notes/);
    }
    const ask = await (await served()).signInAs(owner);
    for (const url of ['', 'https://docs.google.com/document/d/1nobody/edit', 'javascript:alert(1)'])
      expect((await readAt(ask, url)).status).toBe(404);
  });

  it('tells what happened, once, with the reason, the offer, and the case as its owner', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    const before = nextLook(await (await ask('/sandbox')).text());
    expect((await ask(before, asPart)).status).toBe(204);
    await ask('/sandbox/events', { form: invite });
    const invited = await (await ask(before, asPart)).text();
    expect(invited).toContain('Carl Colleague invited Olga Owner');
    await pages.gate.pull();
    await pages.gate.act();
    const told = await ask(nextLook(invited), asPart);
    expect(told.headers.get('hx-trigger')).toBe('happened');
    const html = await told.text();
    expect(html).toContain('Olga Owner declined');
    expect(html).not.toContain('invited Olga');
    expect(html).toContain('is on a day that is kept free of meetings');
    expect(html).toContain('Weekly &lt;b>status&lt;/b>');
    expect(html).toMatch(/href="\/o\/[\w-]{22}"/);
    const { id } = await pages.gate.onlyCase();
    expect(html).toContain(`value="/cases/${id}"`);
    // The mail to the owner stands under the answer that it tells of.
    expect(html).toContain('And told Olga Owner by mail');
    expect(html.match(/<li/g)).toHaveLength(1);
    expect((await ask(nextLook(html), asPart)).status).toBe(204);
    const whole = await (await ask('/sandbox')).text();
    expect(whole.indexOf('Olga Owner declined')).toBeLessThan(whole.indexOf('invited Olga Owner'));
  });

  it('tells of a meeting that is let through, of which the calendar says nothing', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    const talk = { title: 'Feedback talk', text: 'One-to-one: feedback on the last half year.' };
    await ask('/sandbox/events', { form: { ...invite, ...talk, date: '2026-11-26' } });
    await pages.gate.pull();
    await pages.gate.act();
    const html = await (await ask('/sandbox')).text();
    expect(html).toContain('may meet');
    expect(html).not.toContain('Olga Owner declined');
  });

  it('begins anew for a page of an earlier process', async () => {
    const { origin } = await served();
    for (const since of ['00000000-0000-4000-8000-000000000000.3', '', 'x', '.9e99']) {
      const path = `/sandbox/happenings?since=${since}`;
      const answer = await fetch(`${origin}${path}`, asPart);
      expect([answer.status, answer.headers.get('hx-refresh')]).toEqual([200, 'true']);
    }
  });

  it('leads whoever opens a part of it to the whole', async () => {
    const { origin } = await served();
    const leadsTo = async (path: string) =>
      (await fetch(`${origin}${path}`, { redirect: 'manual' })).headers.get('location');
    expect(await leadsTo('/sandbox/happenings?since=x')).toBe('/sandbox#log');
    const chosen = `?left=${owner}&week=2026-11-23`;
    expect(await leadsTo(`/sandbox/calendars${chosen}`)).toBe(`/sandbox${chosen}#calendars`);
  });
});

describe('the calendars of the sandbox page', () => {
  const calendarOf = async ({ origin }: ServedPages, query: Readonly<Record<string, string>>) =>
    await (await fetch(`${origin}/sandbox/calendars?${new URLSearchParams(query)}`, asPart)).text();

  it('show a meeting to each on their own clock, with the answer and its words', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    await ask('/sandbox/events', { form: invite });
    const both = { left: owner, right: colleague, week: '2026-11-25' };
    const open = await calendarOf(pages, both);
    expect(open).toContain('14:00 – 14:30');
    expect(open).toContain('21:00 – 21:30');
    expect(open).toContain('not answered');
    await pages.gate.pull();
    await pages.gate.act();
    const answered = await calendarOf(pages, both);
    expect(answered).toContain('<s dir="auto">Weekly &lt;b>status&lt;/b></s>');
    expect(answered).toContain('I cannot join at this time.');
    expect(await calendarOf(pages, { ...both, week: '2026-12-02' })).not.toContain('status');
  });

  it('say of what Outlook puts away with a decline where it is', async () => {
    const pages = await served({ provider: 'microsoft' });
    const ask = await pages.signInAs(owner);
    await ask('/sandbox/events', { form: invite });
    expect(await calendarOf(pages, { left: owner, week: '2026-11-25' })).not.toContain('in Deleted Items');
    await pages.gate.pull();
    await pages.gate.act();
    expect(await calendarOf(pages, { left: owner, week: '2026-11-25' })).toContain('in Deleted Items');
  });

  it('show the first two people and the first week for what cannot be shown', async () => {
    const pages = await served();
    const usual = await calendarOf(pages, { week: '2026-11-25' });
    const names = (html: string) => [...html.matchAll(/<h3>([^<]+)/g)].map(([, name]) => name);
    expect(names(usual)).toEqual(['Olga Owner', 'Eva Elsewhere']);
    for (const query of [
      { left: 'nobody@kiln.example', right: outside },
      { week: '2026-13-40' },
      { week: '9999-99-99' },
      { week: "'><script>" },
    ])
      expect(await calendarOf(pages, query)).toBe(usual);
  });
});

describe('the clock of the sandbox page', () => {
  it('moves on by each step', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    const { clock } = pages.gate.world.sandbox.parts;
    for (const [step, ms] of [
      ...[['tomorrow', 24 * hourMs] as const, ['hour', hourMs] as const],
      ...[['day', 24 * hourMs] as const, ['week', 7 * 24 * hourMs] as const],
    ]) {
      const beforeMs = clock.nowMs();
      const answer = await ask('/sandbox/clock', { form: { step } });
      expect(answer.headers.get('location')).toBe('/sandbox?said=time-passed#clock');
      expect([step, clock.nowMs() - beforeMs]).toEqual([step, ms]);
    }
  });

  it('stands for a step that there is not', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    for (const step of ['', 'year', '__proto__', '-1']) await ask('/sandbox/clock', { form: { step } });
    expect(pages.gate.world.sandbox.parts.clock.nowMs()).toBe(nowMs);
  });
});

describe('faults that the sandbox page wishes for', () => {
  /** What an application meets that asks a vendor so often. */
  async function statusesOf({ gate: { world } }: ServedPages, count: number): Promise<number[]> {
    const { access, clock } = world.sandbox.parts;
    const scopes = ['https://www.googleapis.com/auth/calendar'];
    const expiresMs = clock.nowMs() + hourMs;
    const token = access.issue({ provider: 'google', mailbox: owner, scopes, clientId: 'test', expiresMs });
    const url = `${world.sandbox.google.origin}/calendar/v3/calendars/primary`;
    const headers = { authorization: `Bearer ${token}` };
    return await Array.fromAsync({ length: count }, async () =>
      fetch(url, { headers }).then(
        ({ status }) => status,
        () => 0,
      ),
    );
  }

  it('meet so many requests, are told in the log, and are over', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    await ask('/sandbox/faults', { form: { provider: 'google', what: 'server-error', times: '2' } });
    expect(await (await ask('/sandbox')).text()).toContain('Google answers the next 2 requests with 503.');
    expect(await statusesOf(pages, 3)).toEqual([503, 503, 200]);
    const after = await (await ask('/sandbox')).text();
    expect(after).toContain('Google answered 2 requests with 503. The gate tries again.');
    expect(after).toContain('All is well.');
  });

  it('end when all is to be well again', async () => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    await ask('/sandbox/faults', { form: { provider: 'google', what: 'cut', times: '5' } });
    await ask('/sandbox/faults', { form: { provider: 'google', what: 'lost', times: '1' } });
    expect(await statusesOf(pages, 1)).toEqual([0]);
    const wished = await (await ask('/sandbox')).text();
    expect(wished).toContain('Google cuts the next 4 requests.');
    expect(wished).toContain('Google loses every notification.');
    await ask('/sandbox/faults', { form: { act: 'end' } });
    expect(await statusesOf(pages, 1)).toEqual([200]);
    expect(await (await ask('/sandbox')).text()).toContain('All is well.');
  });

  it.each([
    { provider: 'apple', what: 'cut', times: '1' },
    { provider: 'google', what: 'quota', times: '1' },
    { provider: 'google', what: 'cut', times: '51' },
    { provider: 'google', what: 'cut', times: '' },
  ])('are refused where nobody has them: %j', async (form) => {
    const pages = await served();
    const ask = await pages.signInAs(owner);
    const answer = await ask('/sandbox/faults', { form });
    expect(answer.headers.get('location')).toBe('/sandbox?said=not-failing#faults');
    expect(await statusesOf(pages, 1)).toEqual([200]);
  });
});
