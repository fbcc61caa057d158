import { describe, expect, it } from '@jest/globals';
import { convertCase } from '../../../../src/app/cases/convert-case.ts';
import { colleague, invite, owner } from '../../../contract/world.ts';
import { administrator, auditor, type ServedPages, servedPages } from '../served-pages.ts';

const served = servedPages();

/** A declined invite with markup in its title. */
async function declined({ gate }: ServedPages): Promise<string> {
  invite(gate.world, { summary: 'Roadmap <script>review</script>' });
  await gate.pull();
  await gate.act();
  return (await gate.onlyCase()).id;
}

const fragment = { 'hx-request': 'true' };

describe('the list of cases', () => {
  it('shows what was done and why, and sends its part again only after something changed', async () => {
    const pages = await served();
    const id = await declined(pages);
    const olga = await pages.signInAs(owner);
    const html = await (await olga('/cases')).text();
    expect(html).toContain('Declined for you.');
    expect(html).toContain('is on a day that is kept free of meetings.');
    expect(html).toContain('Roadmap &lt;script>review');
    const again = /hx-get="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(again).toMatch(/^\/cases\?show=all&since=[\w-]{22}$/);
    expect((await olga(again, { headers: fragment })).status).toBe(204);
    expect((await olga(`/cases/${id}/undo`, { form: {} })).status).toBe(303);
    const part = await olga(again, { headers: fragment });
    expect(part.status).toBe(200);
    const changed = await part.text();
    expect(changed).toMatch(/^<section id="case-list"/);
    expect(changed).toContain('Undone.');
    expect(changed).not.toContain('<html');
  });

  it('says how a calendar is connected where none is', async () => {
    const pages = await served();
    const ada = await pages.signInAs(administrator);
    const html = await (await ada('/cases')).text();
    expect(html).toContain(`npx meeting-gatekeeper connect google --hint ${administrator}`);
  });
});

describe('a case', () => {
  it('is there for its owner alone, whatever others may be', async () => {
    const pages = await served();
    await pages.gate.connect(colleague);
    const id = await declined(pages);
    expect((await (await pages.signInAs(owner))(`/cases/${id}`)).status).toBe(200);
    for (const somebody of [colleague, administrator, auditor]) {
      const fetch = await pages.signInAs(somebody);
      const answers = [
        await fetch(`/cases/${id}`),
        await fetch(`/cases/${id}/undo`, { form: {} }),
        await fetch(`/cases/${id}/override`, { form: { note: 'x' } }),
        await fetch(`/cases/${id}/justify`, { form: { purpose: 'incident' } }),
        await fetch(`/cases/${id}/decide`, { form: { what: 'x' } }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      for (const answer of answers) expect(await answer.text()).not.toContain('Roadmap');
    }
    expect(await pages.gate.onlyCase()).toMatchObject({ overridden: false, revision: 0 });
  });

  it('is not there under what is no id', async () => {
    const olga = await (await served()).signInAs(owner);
    for (const id of ['nothing', '%00', 'constructor', '0'.repeat(36), 'x'.repeat(5_000)])
      expect((await olga(`/cases/${id}`)).status).toBe(404);
  });

  it('is undone once and says so, and leads back to the list that it was undone from', async () => {
    const pages = await served();
    const id = await declined(pages);
    const olga = await pages.signInAs(owner);
    const first = await olga(`/cases/${id}/undo`, { form: { back: 'answered' } });
    expect(first.headers.get('location')).toBe('/cases?show=answered&said=undone');
    const second = await olga(`/cases/${id}/undo`, { form: { back: '//evil.example' } });
    expect(second.headers.get('location')).toBe(`/cases/${id}?said=undone-before`);
    expect(await (await olga(`/cases/${id}?said=undone-before`)).text()).toContain('It was undone before.');
    await pages.gate.act();
    expect(pages.gate.answers().map(({ detail }) => detail)).toEqual(['declined', 'needsAction']);
  });

  it('is left alone with a reason that its owner reads again; one too long comes back whole', async () => {
    const pages = await served();
    const id = await declined(pages);
    const olga = await pages.signInAs(owner);
    const long = `Long ${'x'.repeat(500)}`;
    const refused = await olga(`/cases/${id}/override`, { form: { note: long } });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain(`>${long}</textarea>`);
    expect(html).toContain('This is too long.');
    expect((await pages.gate.onlyCase()).overridden).toBe(false);
    const kept = await olga(`/cases/${id}/override`, { form: { note: 'Our <b>biggest</b> customer' } });
    expect(kept.headers.get('location')).toBe(`/cases/${id}?said=left-alone`);
    expect(await (await olga(`/cases/${id}`)).text()).toContain('Our &lt;b>biggest&lt;/b> customer');
  });

  it('is judged again with its purpose while it waits, and says so where it waits no more', async () => {
    const pages = await served();
    const id = await declined(pages);
    const olga = await pages.signInAs(owner);
    const justify = (purpose: string) => olga(`/cases/${id}/justify`, { form: { purpose } });
    expect((await justify('constructor')).status).toBe(422);
    expect((await justify('feedback')).headers.get('location')).toBe(`/cases/${id}?said=judged-again`);
    expect((await pages.gate.onlyCase()).revision).toBe(1);
    await olga(`/cases/${id}/undo`, { form: {} });
    expect((await justify('feedback')).headers.get('location')).toBe(`/cases/${id}?said=not-waiting`);
  });

  it('that is settled in writing keeps the decision of its owner, once', async () => {
    const pages = await served();
    const id = await declined(pages);
    const { deps, organizationId } = pages.gate;
    await convertCase(deps, organizationId, id, colleague);
    const olga = await pages.signInAs(owner);
    const decide = (form: Record<string, string>) => olga(`/cases/${id}/decide`, { form });
    const without = await decide({ what: ' ', why: 'It is ready.' });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('>It is ready.</textarea>');
    const form = { what: 'We ship on Friday.', why: 'It is ready.', notChosen: 'Monday\r\n\r\nNever' };
    expect((await decide(form)).headers.get('location')).toBe(`/cases/${id}?said=decided`);
    expect((await decide(form)).headers.get('location')).toBe(`/cases/${id}?said=not-open`);
    const html = await (await olga(`/cases/${id}`)).text();
    expect(html).toContain('We ship on Friday.');
    expect(html).toContain('<li>Monday</li><li>Never</li>');
  });

  it('takes no form of another page', async () => {
    const pages = await served();
    const id = await declined(pages);
    const olga = await pages.signInAs(owner);
    const posted = await olga(`/cases/${id}/undo`, { form: { csrf: 'guessed' } });
    expect(posted.status).toBe(403);
    expect((await pages.gate.onlyCase()).overridden).toBe(false);
  });
});
