import { describe, expect, it } from '@jest/globals';
import { servedLinks } from './served-links.ts';

const served = servedLinks();

describe('the link of an offer', () => {
  it('opens the draft with the agenda of the invite, escaped, and lets it be saved', async () => {
    const { origin, offer } = await served();
    const page = await fetch(`${origin}${offer}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('<li>scope</li><li>dates</li>');
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; form-action 'self'/,
    );
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    const saved = await fetch(`${origin}${offer}.md`);
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="draft.md"');
    expect(await saved.text()).toContain('- scope\n- dates');
  });

  it('opens no case, and the link of a case no offer', async () => {
    const { origin, offer, story } = await served();
    for (const path of [
      offer.replace('/o/', '/c/'),
      story.replace('/c/', '/o/'),
      '/o/x',
      '/c/nobody-knows-this-one',
    ])
      expect((await fetch(`${origin}${path}`)).status).toBe(404);
  });

  it('begins a document when its button is pressed, once, and leads to it', async () => {
    const { gate, origin, offer } = await served();
    const press = () =>
      fetch(`${origin}${offer}/write`, {
        method: 'POST',
        headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
        redirect: 'manual',
      });
    expect(await (await fetch(`${origin}${offer}`)).text()).toContain(`action="${offer}/write"`);
    const pressed = await press();
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, offer]);
    await press();
    expect(await (await fetch(`${origin}${offer}`)).text()).toContain('being created');
    expect(await gate.open('openThread')).toHaveLength(1);
    await gate.act();
    const html = await (await fetch(`${origin}${offer}`)).text();
    expect(html).toMatch(/<a href="https?:[^"]+">It is written here/);
    expect(html).not.toContain('<form');
    expect((await gate.onlyCase()).state).toBe('thread.open');
  });

  it.each([{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }])(
    'begins nothing for a form of another page: %j',
    async (headers) => {
      const { gate, origin, offer } = await served();
      const pressed = await fetch(`${origin}${offer}/write`, { method: 'POST', headers: { ...headers } });
      expect(pressed.status).toBe(403);
      expect((await fetch(`${origin}${offer}/write`)).status).toBe(404);
      expect(await gate.open('openThread')).toEqual([]);
    },
  );

  it('begins nothing once the owner wants the meeting as it is', async () => {
    const { gate, origin, offer, story } = await served();
    await fetch(`${origin}${story}/undo`, { method: 'POST', redirect: 'manual' });
    expect(await (await fetch(`${origin}${offer}`)).text()).not.toContain('<form');
    await fetch(`${origin}${offer}/write`, { method: 'POST', redirect: 'manual' });
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined', 'needsAction']);
    const { id } = await gate.onlyCase();
    expect(await gate.inside((tx) => tx.threads.find(id))).toBeNull();
  });

  it('ends a month after the meeting', async () => {
    const { gate, origin, offer, story } = await served();
    gate.pass(40 * 86_400_000);
    expect((await fetch(`${origin}${offer}`)).status).toBe(410);
    expect((await fetch(`${origin}${story}`)).status).toBe(410);
    expect((await fetch(`${origin}${story}/undo`, { method: 'POST' })).status).toBe(410);
    await gate.act();
    expect(gate.answers()).toHaveLength(1);
  });
});

describe('the link of a case', () => {
  it('shows what was done and why; looking does nothing', async () => {
    const { gate, origin, story } = await served();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await fetch(`${origin}${story}`, { method });
      expect(page.status).toBe(200);
      if (method === 'HEAD') continue;
      const html = await page.text();
      expect(html).toContain('The gate has declined this invite for you.');
      expect(html).toContain('kept free of meetings');
      expect(html).toContain(`<form class="actions" method="post" action="${story}/undo">`);
      expect(html).not.toContain('<script');
    }
    expect((await fetch(`${origin}${story}/undo`)).status).toBe(404);
    await gate.act();
    expect(gate.answers()).toHaveLength(1);
  });

  it('undoes the answer also while the policy cannot be read', async () => {
    const { gate, origin, story } = await served();
    const { policyText } = await gate.inside((tx) => tx.organizations.read());
    await gate.inside((tx) => tx.organizations.change({ policyText: 'organization: [broken' }));
    const pressed = await fetch(`${origin}${story}/undo`, { method: 'POST', redirect: 'manual' });
    expect(pressed.status).toBe(303);
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined', 'needsAction']);
    await gate.inside((tx) => tx.organizations.change({ policyText }));
  });

  it('undoes the answer when its button is pressed, and once only', async () => {
    const { gate, origin, story } = await served();
    const press = () =>
      fetch(`${origin}${story}/undo`, {
        method: 'POST',
        // As browsers send it from a page with the policy no-referrer.
        headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
        redirect: 'manual',
      });
    const pressed = await press();
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, story]);
    await press();
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined', 'needsAction']);
    const html = await (await fetch(`${origin}${story}`)).text();
    expect(html).toContain('Undone.');
    expect(html).not.toContain('<form');
  });

  it.each([
    { 'sec-fetch-site': 'cross-site', origin: 'https://gate.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('refuses a form of another page: %j', async (headers) => {
    const { gate, origin, story } = await served();
    const pressed = await fetch(`${origin}${story}/undo`, { method: 'POST', headers: { ...headers } });
    expect(pressed.status).toBe(403);
    await gate.act();
    expect(gate.answers()).toHaveLength(1);
  });

  it('takes a press from the stated address, from its own host, and from no browser at all', async () => {
    for (const headers of [{ origin: 'https://gate.example' }, {}] as const) {
      const { gate, origin, story } = await served();
      await fetch(`${origin}${story}/undo`, { method: 'POST', headers: { ...headers }, redirect: 'manual' });
      await gate.act();
      expect(gate.answers()).toHaveLength(2);
    }
  });
});
