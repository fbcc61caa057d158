import { describe, expect, it } from '@jest/globals';
import { filled, statusRound } from '../../../app/plan/plan-entries.ts';
import { colleague, elsewhere, invite, owner } from '../../../contract/world.ts';
import { administrator, type PageFetch, type ServedPages, servedPages } from '../served-pages.ts';

const open = servedPages();

/** A gate whose owner's calendar was read once, and the owner's browser. */
async function planning(): Promise<ServedPages & { readonly ask: PageFetch }> {
  const pages = await open();
  await pages.gate.pull();
  return { ...pages, ask: await pages.signInAs(owner) };
}

function seenIn(html: string): string {
  return /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

function copies({ gate }: ServedPages, address: string) {
  return gate.world.sandbox.parts.engine.copies(address);
}

const carlInHonolulu = `
organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  workingHours: [{ days: [monday, tuesday, wednesday, thursday, friday], hours: 09:00-17:00 }]
people:
  carl@kiln.example: { timeZone: Pacific/Honolulu }
`;

const fragment = { 'hx-request': 'true' };

describe('GET /plan', () => {
  it('is an empty form for the next working day, with a new key each time and the colleagues that are connected', async () => {
    const { gate, ask } = await planning();
    await gate.connect(colleague);
    const [first, second] = [await ask('/plan'), await ask('/plan')];
    expect(first.status).toBe(200);
    const html = await first.text();
    expect(html).toContain('name="date" value="2026-11-24"');
    expect(html).toContain(`<option value="${colleague}"`);
    expect(html).toContain('On the clock in Europe/Paris.');
    const keyIn = (text: string) => /name="key" value="([^"]+)"/.exec(text)?.[1];
    expect(keyIn(await second.text())).not.toBe(keyIn(html));
  });

  it('speaks German to whoever reads German', async () => {
    const { ask } = await planning();
    const html = await (await ask('/plan', { headers: { 'accept-language': 'de-AT,de;q=0.8' } })).text();
    expect(html).toContain('<h1>Besprechung planen</h1>');
    expect(html).not.toMatch(/Title<|Guests</);
  });
});

describe('POST /plan/judge', () => {
  it('comes back with everything that was typed and what the gate says, and creates nothing', async () => {
    const pages = await planning();
    const response = await pages.ask('/plan/judge', { form: { ...statusRound() } });
    expect(response.status).toBe(200);
    // "Back" shows it again; `no-store` would have the browser ask to send it once more.
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const html = await response.text();
    expect(html).toContain('This can be settled in writing.');
    expect(html).toContain('Write the document instead');
    // A switch of the language leads back to the form, not to the address of its judgement.
    expect(html).toContain('name="to" value="/plan"');
    expect(html).toContain('value="Weekly status update"');
    expect(copies(pages, owner)).toEqual([]);
  });

  it('says by badge, headline and reasons the same, and folds what spoke against it', async () => {
    const { ask } = await planning();
    const html = await (await ask('/plan/judge', { form: { ...filled({ date: '2026-11-25' }) } })).text();
    const panel = html.slice(html.indexOf('id="panel"'), html.indexOf('id="hours-title"'));
    expect(panel).toContain('<span class="badge time">Better at another time</span>');
    const [shown = '', folded = ''] = panel.split('What spoke against it');
    expect(shown).toMatch(/Wed,? 25 Nov, 10:00 is on a day that is kept free/);
    expect(folded).toContain('A fairer time: ');
    expect(panel).not.toMatch(/2026-11-25|point-minutes/);
  });

  it('gives htmx only the panel, and one sentence for screen readers', async () => {
    const { ask } = await planning();
    const html = await (await ask('/plan/judge', { form: { ...filled() }, headers: fragment })).text();
    expect(html).not.toContain('<html');
    expect(html).toContain('<p id="panel-said" hx-swap-oob="innerHTML">This is worth meeting for.</p>');
  });

  it('says of each field what is wrong with it, quoted and escaped', async () => {
    const { ask } = await planning();
    const form = filled({ guests: 'x"><script>alert(1)</script>', date: '2026-02-30', title: '' });
    const html = await (await ask('/plan/judge', { form: { ...form } })).text();
    expect(html).toContain('This is not a mail address: x&quot;>&lt;script>');
    expect(html).toContain('This date does not exist.');
    expect(html).not.toContain('<script>alert');
  });

  it('shows hostile text as text, wherever it comes back', async () => {
    const { ask } = await planning();
    const words = '</textarea><img src=x onerror=alert(1)>\u202e';
    const form = statusRound({ title: words, description: `- ${words}`, because: words });
    const html = await (await ask('/plan/judge', { form: { ...form } })).text();
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
  });

  it('takes the name of one colleague as their address', async () => {
    const { gate, ask } = await planning();
    await gate.connect(colleague);
    const [name = ''] = colleague.split('@');
    const html = await (await ask('/plan/judge', { form: { ...filled({ guests: name }) } })).text();
    expect(html).not.toContain('This is not a mail address');
    expect(html).toContain('id="hours-title"');
  });

  it('says which two people a name may mean', async () => {
    const { gate, ask } = await planning();
    await gate.connect(colleague);
    const [local = '', host = ''] = colleague.split('@');
    const other = `${local}.too@${host}`;
    await gate.connect(other);
    const html = await (await ask('/plan/judge', { form: { ...filled({ guests: local }) } })).text();
    expect(html).toContain(`“${local}” may be two people: ${other}, ${colleague}.`);
    expect(html).not.toContain('This is not a mail address');
  });

  it('calls people by the name that the planner’s calendar has for them, else by their address', async () => {
    const { gate, signInAs } = await planning();
    await gate.connect(colleague);
    invite(gate.world);
    const ask = await signInAs(owner, 'Olga Owner');
    await gate.pull();
    const form = { ...filled({ guests: `${colleague}, ${elsewhere}` }) };
    const html = await (await ask('/plan/judge', { form })).text();
    const rows = [...html.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, who]) => who);
    expect(rows).toEqual([
      expect.stringMatching(/^Olga Owner<small>/),
      'Carl Colleague',
      'eva<wbr/>@kiln.example',
    ]);
  });

  it('says for whom a proposed time is early or late, on their clock, and warns in the reader’s language', async () => {
    const { gate, ask } = await planning();
    await gate.inside((tx) => tx.organizations.change({ policyText: carlInHonolulu }));
    await gate.connect(colleague);
    const form = { ...filled({ date: '2026-11-24' }) };
    const english = await (await ask('/plan/judge', { form })).text();
    expect(english).toMatch(
      /<small>Outside working hours: [^<]*\d\d:\d\d[^<]* for carl@kiln\.example[^<]*\./,
    );
    expect(english).not.toContain('everybody is free');
    const headers = { 'accept-language': 'de' };
    const german = await (await ask('/plan/judge', { form, headers })).text();
    expect(german).toMatch(/<small>Außerhalb der Arbeitszeit: [^<]*\d\d:\d\d[^<]* für carl@kiln\.example/);
    const warnings = /<ul class="plan-warnings">(.*?)<\/ul>/.exec(german)?.[1] ?? '';
    expect(warnings).toMatch(/23:00 für carl@kiln\.example in Honolulu, in der Schlafenszeit\./);
    expect(german).toContain('Was das Gate dazu sagt');
  });

  it('fills in a proposed time on the planner’s clock', async () => {
    const { ask } = await planning();
    const slot = String(Date.parse('2026-11-27T14:30:00Z'));
    const html = await (await ask('/plan/judge', { form: { ...filled(), slot } })).text();
    expect(html).toContain('name="date" value="2026-11-27"');
    expect(html).toContain('name="start" value="15:30"');
    expect(html).toContain(`value="${slot}" aria-pressed="true"`);
  });

  it('says what becomes of an hour that the clock skips, or shows twice', async () => {
    const { ask } = await planning();
    const skipped = filled({ date: '2027-03-28', start: '02:30' });
    const html = await (await ask('/plan/judge', { form: { ...skipped } })).text();
    expect(html).toMatch(/The clock skips this hour on that day. It becomes Sun[^<]*28 Mar[^<]*03:30/);
    const twice = filled({ date: '2027-10-31', start: '02:30' });
    expect(await (await ask('/plan/judge', { form: { ...twice } })).text()).toContain('The first is meant:');
  });

  it('takes no form of another page', async () => {
    const pages = await planning();
    const form = { ...filled(), csrf: 'guessed' };
    expect((await pages.ask('/plan/judge', { form })).status).toBe(403);
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await pages.ask('/plan/create', { form: { ...filled(), act: 'create' }, headers })).status).toBe(
      403,
    );
    expect(copies(pages, owner)).toEqual([]);
  });
});

describe('POST /plan/create', () => {
  it('creates what was seen, once, and leads to a page that links its case', async () => {
    const pages = await planning();
    const { ask } = pages;
    const seen = seenIn(await (await ask('/plan/judge', { form: { ...filled() } })).text());
    const form = { ...filled(), seen, act: 'create' };
    const created = await ask('/plan/create', { form });
    expect(created.status).toBe(303);
    const path = created.headers.get('location') ?? '';
    expect(path).toMatch(/^\/plan\?made=[\w%.-]+&said=plan-created$/);
    const html = await (await ask(path)).text();
    expect(html).toContain('Created. The guests are invited.');
    expect(html).toContain('Decide between Kafka and Redis');
    expect(html).toContain(`href="/cases/${(await pages.gate.onlyCase()).id}"`);
    const again = await ask('/plan/create', { form });
    expect(again.headers.get('location')).toBe(path.replace('plan-created', 'plan-existed'));
    expect(copies(pages, owner)).toHaveLength(1);
  });

  it('shows the judgement first where the content is another one', async () => {
    const pages = await planning();
    const seen = seenIn(await (await pages.ask('/plan/judge', { form: { ...filled() } })).text());
    const form = { ...filled({ title: 'Another title' }), seen, act: 'create' };
    const response = await pages.ask('/plan/create', { form });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Nothing was created yet.');
    expect(seenIn(html)).not.toBe(seen);
    expect(copies(pages, owner)).toEqual([]);
  });

  it('asks for a sentence against the verdict, and then is no dead end', async () => {
    const pages = await planning();
    const { ask } = pages;
    const seen = seenIn(await (await ask('/plan/judge', { form: { ...statusRound() } })).text());
    const without = await ask('/plan/create', { form: { ...statusRound(), seen, act: 'create' } });
    const asked = await without.text();
    expect(asked).toContain('id="field-because-problem">Write one sentence why.');
    expect(asked).toMatch(/<textarea[^>]*name="because"[^>]*autofocus/);
    expect(asked).not.toContain('Nothing was created yet.');
    const form = { ...statusRound({ because: 'We have not met for weeks.' }), seen, act: 'create' };
    expect((await ask('/plan/create', { form })).status).toBe(303);
    expect(copies(pages, owner)).toHaveLength(1);
  });

  it('creates the document instead and links it, or gives its draft as a file', async () => {
    const pages = await planning();
    const written = await pages.ask('/plan/create', { form: { ...statusRound(), act: 'write' } });
    expect(written.status).toBe(200);
    expect(await written.text()).toMatch(/<a class="button" href="https?:[^"]+">Open the document/);
    const file = await pages.ask('/plan/create', { form: { ...statusRound(), act: 'markdown' } });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="draft.md"');
    expect(await file.text()).toContain('- platform');
    expect(copies(pages, owner)).toEqual([]);
  });

  it('tells somebody without a calendar how things stand, and still judges and saves the draft', async () => {
    const pages = await planning();
    const ask = await pages.signInAs(administrator);
    const html = await (await ask('/plan/judge', { form: { ...statusRound() } })).text();
    expect(html).toContain('Your calendar is not connected');
    expect(html).not.toContain('value="create"');
    expect((await ask('/plan/create', { form: { ...statusRound(), act: 'markdown' } })).status).toBe(200);
    const tried = await ask('/plan/create', { form: { ...statusRound(), act: 'write' } });
    expect(await tried.text()).toContain('Nothing was created: your calendar is not connected.');
  });

  it('shows nobody what others planned', async () => {
    const pages = await planning();
    const seen = seenIn(await (await pages.ask('/plan/judge', { form: { ...filled() } })).text());
    const created = await pages.ask('/plan/create', { form: { ...filled(), seen, act: 'create' } });
    const ask = await pages.signInAs(administrator);
    const html = await (await ask(created.headers.get('location') ?? '')).text();
    expect(html).not.toContain('Kafka');
  });
});
