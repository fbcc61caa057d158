import { describe, expect, it } from '@jest/globals';
import { dayMs } from '../../contract/world.ts';
import { servedLinks } from './served-links.ts';

const served = servedLinks();
const page = { origin: 'null', 'sec-fetch-site': 'same-origin' } as const;

const press = (address: string, fields: Readonly<Record<string, string>> = {}) =>
  fetch(address, {
    method: 'POST',
    headers: { ...page },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

describe('a link that acts', () => {
  it('does nothing for whoever only looks: scanners, prefetching browsers, a second tab', async () => {
    const { gate, origin, story } = await served();
    const before = await gate.onlyCase();
    const looks = [
      ['GET', {}],
      ['HEAD', {}],
      ['GET', { 'sec-purpose': 'prefetch', purpose: 'prefetch' }],
      ['GET', { 'user-agent': 'Mozilla/5.0 (compatible; SafeLinks)' }],
      ['OPTIONS', {}],
    ] as const;
    for (const path of [story, `${story}/undo`, `${story}/justify`])
      for (const [method, headers] of looks)
        await fetch(`${origin}${path}`, { method, headers: { ...headers } });
    await gate.act();
    expect(gate.answers()).toHaveLength(1);
    expect(await gate.onlyCase()).toEqual(before);
    expect((await press(`${origin}${story}/undo`)).status).toBe(303);
  });

  it('shows again that it was undone, and writes one act', async () => {
    const { gate, origin, story } = await served();
    const pressed = await Promise.all([1, 2, 3].map(() => press(`${origin}${story}/undo`)));
    expect(pressed.map(({ status }) => status)).toEqual([303, 303, 303]);
    const html = await (await fetch(`${origin}${story}`)).text();
    expect(html).toContain('Undone.');
    expect(html).not.toContain('<form');
    const acts = await gate.inside((tx) => tx.audit.after(0, 9));
    expect(acts.map(({ action, content }) => [action, content?.actor])).toEqual([['case.undone', 'link']]);
  });

  it('does nothing once the meeting is over, and still tells its story', async () => {
    const { gate, origin, story } = await served();
    gate.pass(3 * dayMs);
    for (const path of [`${story}/undo`, `${story}/justify`]) {
      const pressed = await press(`${origin}${path}`, { purpose: 'incident' });
      expect([pressed.status, await pressed.text()]).toEqual([
        410,
        expect.stringContaining('meeting is over'),
      ]);
    }
    const shown = await fetch(`${origin}${story}`);
    expect(shown.status).toBe(200);
    expect(await shown.text()).not.toContain('<form');
    await gate.act();
    expect(gate.answers()).toHaveLength(1);
  });
});

describe('“This has to be live”', () => {
  it('judges the meeting again, once, by what its owner says', async () => {
    const { gate, origin, story } = await served('warn');
    expect(await (await fetch(`${origin}${story}`)).text()).toContain(`action="${story}/justify"`);
    const { revision } = await gate.onlyCase();
    const pressed = await press(`${origin}${story}/justify`, { purpose: 'incident' });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, story]);
    const judged = await gate.onlyCase();
    expect(judged.revision).toBe(revision + 1);
    const html = await (await fetch(`${origin}${story}`)).text();
    expect(html).toContain('You said what it is for');
    expect(html).not.toContain('/justify');
    const second = await press(`${origin}${story}/justify`, { purpose: 'social' });
    expect([second.status, await second.text()]).toEqual([410, expect.stringContaining('was done before')]);
    expect(await gate.onlyCase()).toEqual(judged);
  });

  it('leaves the other act of the link open', async () => {
    const { gate, origin, story } = await served('warn');
    await press(`${origin}${story}/justify`, { purpose: 'incident' });
    expect((await press(`${origin}${story}/undo`)).status).toBe(303);
    expect((await gate.onlyCase()).overridden).toBe(true);
  });

  it.each([{}, { purpose: '' }, { purpose: '__proto__' }, { purpose: 'x'.repeat(900) }])(
    'asks again where nothing that it knows was said: %j',
    async (fields) => {
      const { gate, origin, story } = await served('warn');
      const before = await gate.onlyCase();
      const pressed = await press(`${origin}${story}/justify`, fields);
      expect(pressed.status).toBe(422);
      expect(await pressed.text()).toContain('Please choose what the meeting is for.');
      expect(await gate.onlyCase()).toEqual(before);
    },
  );

  it('takes nothing from another page, nor more than a word', async () => {
    const { gate, origin, story } = await served('warn');
    const before = await gate.onlyCase();
    const address = `${origin}${story}/justify`;
    const foreign = await fetch(address, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ purpose: 'incident' }),
    });
    expect(foreign.status).toBe(403);
    expect((await press(address, { purpose: 'x'.repeat(10_000) })).status).toBe(413);
    expect(await gate.onlyCase()).toEqual(before);
  });
});
