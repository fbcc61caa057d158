import { describe, expect, it } from '@jest/globals';
import { elsewhere, owner } from '../../../contract/world.ts';
import { administrator, type ServedPages, servedPages } from '../served-pages.ts';

const openPages = servedPages();

const policyText = `organization:
  noMeetingDays: [wednesday] # quiet
teams:
  Core:
    members: [${owner}]
people:
  ${owner}: { takesOffHours: false }
  ${elsewhere}: { pause: 2027-01-04, timeZone: Asia/Tokyo }
`;

async function openPolicy(text: string | null = policyText): Promise<ServedPages> {
  const pages = await openPages();
  await pages.gate.inside((tx) => tx.organizations.change({ policyText: text }));
  return pages;
}

const stored = ({ gate }: ServedPages) => gate.inside((tx) => tx.organizations.read());

describe('reading the policy', () => {
  it('explains it to everybody, without what others stated about themselves', async () => {
    const pages = await openPolicy();
    const response = await (await pages.signInAs(owner))('/policy');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain(`Off-hours are never planned for ${owner}.`);
    expect(html).toContain('takesOffHours: false');
    expect(html).toContain('# quiet');
    for (const hidden of [elsewhere, '2027-01-04', 'Tokyo', '<textarea']) expect(html).not.toContain(hidden);
  });

  it('shows the default policy where nobody wrote one', async () => {
    const pages = await openPolicy(null);
    const html = await (await (await pages.signInAs(owner))('/policy')).text();
    expect(html).toContain('Nobody has written a policy yet');
    expect(html).toContain('# What holds for everyone.');
  });

  it('says so where the stored text cannot be read, and gives it to administrators alone', async () => {
    const pages = await openPolicy(`people: [${elsewhere}`);
    const html = await (await (await pages.signInAs(owner))('/policy')).text();
    expect(html).toContain('An administrator has to mend it.');
    expect(html).not.toContain(elsewhere);
    const whole = await (await (await pages.signInAs(administrator))('/policy')).text();
    expect(whole).toContain(`people: [${elsewhere}`);
  });
});

describe('checking a text', () => {
  it('answers htmx with the findings alone, by line and key, and keeps nothing', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const text = 'organization:\r\n  noMeetingDays: [wensday]\r\n';
    const response = await fetchPage('/policy/check', { form: { text }, headers: { 'hx-request': 'true' } });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).not.toContain('<html');
    expect(html).toContain('Line 2, column 19');
    expect(html).toContain('organization.noMeetingDays[0]');
    expect(html).toMatch(/wednesday/i);
    const fine = await fetchPage('/policy/check', {
      form: { text: policyText },
      headers: { 'hx-request': 'true' },
    });
    expect(await fine.text()).toContain('This text is fine.');
    expect((await stored(pages)).policyText).toBe(policyText);
  });

  it('works without script: the page comes back with the text as it was typed', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const response = await fetchPage('/policy/check', { form: { text: 'teams: 3 </textarea><b>' } });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('teams: 3 &lt;/textarea>&lt;b>');
    expect(html).toContain('class="problem"');
  });

  it('is for administrators', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(owner);
    expect((await fetchPage('/policy/check', { form: { text: policyText } })).status).toBe(403);
    expect((await fetchPage('/policy', { form: { text: '', policyVersion: '1' } })).status).toBe(403);
    expect((await stored(pages)).policyText).toBe(policyText);
  });
});

describe('saving a text', () => {
  it('makes it the policy, with an entry that holds digests and no text', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const { policyVersion } = await stored(pages);
    const text = 'organization:\r\n  noMeetingDays: [friday]\r\n';
    const response = await fetchPage('/policy', { form: { text, policyVersion: String(policyVersion) } });
    expect(response.headers.get('location')).toBe('/policy?said=policy-saved');
    expect(await stored(pages)).toMatchObject({
      policyText: 'organization:\n  noMeetingDays: [friday]\n',
      policyVersion: policyVersion + 1,
    });
    const query = { before: null, most: 5, action: null, person: null };
    const [entry, ...more] = await pages.gate.inside((tx) => tx.audit.page(query));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ action: 'policy.changed', content: { actor: administrator } });
    expect(entry?.content?.data).toMatchObject({ bytes: 40, after: expect.stringMatching(/^[\da-f]{64}$/) });
    expect(JSON.stringify(entry)).not.toContain('friday');
  });

  it('is refused where somebody else saved meanwhile; the typed text and theirs are shown', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const before = String((await stored(pages)).policyVersion);
    const theirs = policyText.replace('wednesday', 'monday');
    await pages.gate.inside((tx) => tx.organizations.change({ policyText: theirs }));
    const form = { text: 'organization: { noMeetingDays: [friday] }', policyVersion: before };
    const response = await fetchPage('/policy', { form });
    const html = await response.text();
    expect(response.status).toBe(409);
    expect(html).toContain('organization: { noMeetingDays: [friday] }');
    expect(html).toContain('noMeetingDays: [monday]');
    expect((await stored(pages)).policyText).toBe(theirs);
  });

  it('is refused for a text with mistakes, which stays in the form', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const policyVersion = String((await stored(pages)).policyVersion);
    const response = await fetchPage('/policy', { form: { text: 'organisation: {}', policyVersion } });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('organisation: {}');
    expect(html).toContain('Nothing was saved.');
    expect((await stored(pages)).policyText).toBe(policyText);
  });
});

describe('an earlier text', () => {
  const other = 'organization:\n  noMeetingDays: [friday]\n';
  const save = async (pages: ServedPages, text: string, more: Readonly<Record<string, string>> = {}) => {
    const fetchPage = await pages.signInAs(administrator);
    const { policyVersion } = await stored(pages);
    return await fetchPage('/policy', { form: { text, policyVersion: String(policyVersion), ...more } });
  };
  const lastData = async ({ gate }: ServedPages) => {
    const query = { before: null, most: 1, action: 'policy.changed', person: null };
    return (await gate.inside((tx) => tx.audit.page(query)))[0]?.content?.data;
  };

  it('is listed with when and by whom, and opens with its difference from the text in force', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    expect(await (await fetchPage('/policy')).text()).not.toContain('Earlier texts');
    const { policyVersion } = await stored(pages);
    await save(pages, other);
    const path = `/policy/earlier/${policyVersion}`;
    const list = await (await fetchPage('/policy')).text();
    expect(list).toContain(`<a href="${path}">Version ${policyVersion}</a>`);
    expect(list).toMatch(new RegExp(`In force until \\d+ Nov 2026, [^<]+, replaced by ${administrator}`));
    const html = await (await fetchPage(path)).text();
    expect(html).toMatch(/<del>.*− {3}noMeetingDays: \[friday\]<\/del>/s);
    expect(html).toMatch(/<ins>.*\+ {3}noMeetingDays: \[wednesday\] # quiet\n/s);
    expect(html).not.toContain('<textarea');
    expect(html).toContain(`href="/policy?earlier=${policyVersion}"`);
  });

  it('goes back into the form, is checked there, and holds when it is saved', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const { policyVersion } = await stored(pages);
    await save(pages, other);
    const filled = await (await fetchPage(`/policy?earlier=${policyVersion}`)).text();
    expect(filled).toContain('takesOffHours: false');
    expect(filled).toContain('It holds only once it is saved.');
    expect(filled).toContain('This text is fine.');
    const putBack = String(policyVersion);
    expect(filled).toContain(`<input type="hidden" name="putBack" value="${putBack}"/>`);
    expect((await stored(pages)).policyText).toBe(other);
    // Checked without script, the form still knows where its text comes from.
    const checked = await fetchPage('/policy/check', { form: { text: policyText, putBack } });
    expect(await checked.text()).toContain(`name="putBack" value="${putBack}"`);
    const saved = await save(pages, policyText.replaceAll('\n', '\r\n'), { putBack });
    expect(saved.headers.get('location')).toBe('/policy?said=policy-saved');
    expect((await stored(pages)).policyText).toBe(policyText);
    expect(await lastData(pages)).toMatchObject({ putBack: policyVersion });
    const log = await (await fetchPage('/audit')).text();
    expect(log).toContain(`<td>${administrator} put back the policy of version ${putBack}.</td>`);
  });

  it('is not said to be put back where it was changed in the form, or is another one', async () => {
    const pages = await openPolicy();
    const putBack = String((await stored(pages)).policyVersion);
    await save(pages, other);
    await save(pages, `${policyText}# and more\n`, { putBack });
    expect(await lastData(pages)).not.toHaveProperty('putBack');
    await save(pages, other, { putBack: '99999' });
    expect(await lastData(pages)).not.toHaveProperty('putBack');
  });

  it('may be the policy that ships with the product', async () => {
    const pages = await openPolicy(null);
    const putBack = String((await stored(pages)).policyVersion);
    await save(pages, other);
    const fetchPage = await pages.signInAs(administrator);
    expect(await (await fetchPage(`/policy/earlier/${putBack}`)).text()).toContain(
      'this is the one that ships with the product',
    );
    expect(await (await fetchPage(`/policy?earlier=${putBack}`)).text()).toContain(
      '# What holds for everyone.',
    );
  });

  it('is nothing for others, and one that is not kept is not there', async () => {
    const pages = await openPolicy();
    const { policyVersion } = await stored(pages);
    await save(pages, other);
    const own = await pages.signInAs(owner);
    expect((await own(`/policy/earlier/${policyVersion}`)).status).toBe(403);
    const page = await (await own(`/policy?earlier=${policyVersion}`)).text();
    for (const hidden of ['Earlier texts', elsewhere, 'Tokyo']) expect(page).not.toContain(hidden);
    const fetchPage = await pages.signInAs(administrator);
    for (const version of ['12345', 'x', '-1', '1e3', '99999999999', '%00'])
      for (const path of [`/policy/earlier/${version}`, `/policy?earlier=${version}`])
        expect([path, (await fetchPage(path)).status]).toEqual([path, 404]);
  });
});

describe('a text that states nothing', () => {
  it('is refused with the way to stop all answers, by the live check too, and the typed text stays', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const policyVersion = String((await stored(pages)).policyVersion);
    for (const text of ['', ' \r\n ', '# all of it later']) {
      const response = await fetchPage('/policy', { form: { text, policyVersion } });
      const html = await response.text();
      expect([text, response.status]).toEqual([text, 422]);
      expect(html).toContain('Nothing was saved.');
      expect(html).toContain('An empty policy would remove every rule written here');
      expect(html).toMatch(text.startsWith('#') ? /# all of it later\s*<\/textarea>/ : />\s*<\/textarea>/);
      const headers = { 'hx-request': 'true' };
      const checked = await fetchPage('/policy/check', { form: { text }, headers });
      expect(await checked.text()).toContain('use the brake on the team page.');
    }
    expect((await stored(pages)).policyText).toBe(policyText);
  });

  it('does not keep a first policy from being saved', async () => {
    const pages = await openPolicy(null);
    const fetchPage = await pages.signInAs(administrator);
    const { policyVersion } = await stored(pages);
    const html = await (await fetchPage('/policy')).text();
    expect(html).toContain('# What holds for everyone.');
    const form = { policyVersion: String(policyVersion), text: 'organization: { limits: { people: 6 } }' };
    const response = await fetchPage('/policy', { form });
    expect(response.headers.get('location')).toBe('/policy?said=policy-saved');
  });
});

describe('hostile texts', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi']
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
    .join('\n')}`;

  it('are refused quickly, and nothing is written', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const policyVersion = String((await stored(pages)).policyVersion);
    for (const [what, text] of [
      ['aliases that stand for gigabytes', bomb],
      ['deep lists', '['.repeat(100_000)],
      ['deep maps', `${'{a: '.repeat(30_000)}1${'}'.repeat(30_000)}`],
      ['NUL', 'organization: {}\n# \0\n'],
      ['keys of every object', '__proto__: { teams: 1 }\nconstructor: 1\n'],
      ['many mistakes', 'x: 1\n'.repeat(20_000)],
      ['a little too much', `# ${'x'.repeat(256 * 1024)}\n`],
    ] as const) {
      const before = process.cpuUsage();
      const response = await fetchPage('/policy', { form: { text, policyVersion } });
      expect([what, response.status]).toEqual([what, 422]);
      expect(await response.text()).toContain('class="problem"');
      // Time of the processor, so that a machine with other work gives the same answer.
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(5_000);
    }
    expect((await stored(pages)).policyText).toBe(policyText);
  });

  it('does not even read ten megabytes', async () => {
    const pages = await openPolicy();
    const fetchPage = await pages.signInAs(administrator);
    const response = await fetchPage('/policy', {
      form: { text: 'x'.repeat(10_000_000), policyVersion: '1' },
    });
    expect(response.status).toBe(413);
    expect((await stored(pages)).policyText).toBe(policyText);
  });
});
