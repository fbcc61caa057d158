import { describe, expect, it } from '@jest/globals';
import { longestReason } from '../../../../src/app/brake/stop-answers.ts';
import type { StoreTransaction } from '../../../../src/app/ports/store/store.ts';
import { colleague, dayMs, elsewhere, invite, nowMs, owner } from '../../../contract/world.ts';
import { administrator, type PageFetch, type ServedPages, servedPages } from '../served-pages.ts';

const openPages = servedPages();

const lead = 'lena@kiln.example';
const otherLead = 'sam@kiln.example';

const policyText = `# Kiln
organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  workingHours: [{ days: [monday, tuesday, wednesday, thursday, friday], hours: 08:00-19:00 }]
  noMeetingDays: [wednesday]
  enforcement: { default: warn, no-meeting-day: enforce, focus-block: grace }
  mayEnforce: { teams: [Sales] }
teams:
  Core: # keep this comment
    members: [${owner}, ${colleague}]
    leads: [${lead}]
  Sales:
    members: [${elsewhere}]
    leads: [${otherLead}]
people:
  ${owner}: { pause: true }
`;

async function openTeam(): Promise<ServedPages> {
  const pages = await openPages();
  await pages.gate.inside((tx) => tx.organizations.change({ policyText }));
  return pages;
}

/** The hidden field of the version that a page was made from. */
async function versionIn(fetchPage: PageFetch): Promise<string> {
  const html = await (await fetchPage('/team')).text();
  return /name="policyVersion" value="(\d+)"/.exec(html)?.[1] ?? 'none';
}

const storedPolicy = ({ gate }: ServedPages) =>
  gate.inside(async (tx) => (await tx.organizations.read()).policyText ?? '');
const auditOf = ({ gate }: ServedPages) =>
  gate.inside((tx: StoreTransaction) =>
    tx.audit.page({ before: null, most: 20, action: null, person: null }),
  );

describe('the team page', () => {
  it('shows a lead the own team with its mailboxes, and nothing of other teams or of the organization', async () => {
    const pages = await openTeam();
    const response = await (await pages.signInAs(lead))('/team');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain(owner);
    expect(html).toMatch(new RegExp(`${colleague}[^§]*Not connected`));
    for (const hidden of ['Sales', elsewhere, 'Stop all answers', '/team/pilot', '/team/undo-rule'])
      expect(html).not.toContain(hidden);
  });

  it('tells a lead nothing of meetings, pauses or figures of so few', async () => {
    const pages = await openTeam();
    invite(pages.gate.world, { summary: 'Layoffs, Severance' });
    await pages.gate.pull();
    await pages.gate.act();
    expect(await pages.gate.cases()).toHaveLength(1);
    const fetchPage = await pages.signInAs(lead);
    const html = await (await fetchPage('/team')).text();
    expect(html).toContain('Figures are shown for five connected people or more');
    for (const hidden of ['Layoffs', 'Severance', 'pause', 'Paused', 'offers made'])
      expect(html).not.toContain(hidden);
    const id = (await pages.gate.onlyCase()).id;
    const refused = await fetchPage('/team/undo-rule', {
      form: { rule: 'no-meeting-day', sinceMs: '0', confirmed: 'yes' },
    });
    expect(refused.status).toBe(403);
    expect((await pages.gate.inside((tx) => tx.cases.find(id)))?.overridden).toBe(false);
  });

  it('shows an administrator every team, and says what keeps a mailbox from working', async () => {
    const pages = await openTeam();
    const problem = { code: 'permission-missing', sinceMs: nowMs - dayMs } as const;
    await pages.gate.inside((tx) => tx.mailboxes.change(pages.gate.mailboxId, { problem }));
    const html = await (await (await pages.signInAs(administrator))('/team')).text();
    for (const shown of ['Core', 'Sales', 'A permission is missing', 'Stop all answers', 'Pilot'])
      expect(html).toContain(shown);
  });

  it('is closed to whoever leads nobody', async () => {
    const pages = await openTeam();
    expect((await (await pages.signInAs(owner))('/team')).status).toBe(403);
  });
});

describe('the rules of a team', () => {
  it('are changed by its lead, in the text, with an entry in the audit log', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(lead);
    const policyVersion = await versionIn(fetchPage);
    const form = {
      team: 'Core',
      policyVersion,
      'rule.unfair-burden': 'grace',
      'was.unfair-burden': '',
      'rule.made up': 'warn',
    };
    const response = await fetchPage('/team/enforcement', { form });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/team?said=enforcement-saved');
    const text = await storedPolicy(pages);
    expect(text).toContain('unfair-burden: grace');
    expect(text).toContain('# keep this comment');
    const entries = await auditOf(pages);
    expect(JSON.stringify(entries)).not.toContain('made up');
    expect(entries).toMatchObject([
      {
        action: 'enforcement.changed',
        content: { actor: lead, subject: 'Core', data: { 'unfair-burden': 'grace' } },
      },
    ]);
  });

  it('that would be ignored are refused, with what holds instead, and nothing is written', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(lead);
    const policyVersion = await versionIn(fetchPage);
    const form = {
      ...{ team: 'Core', policyVersion },
      ...{ 'rule.focus-block': 'warn', 'was.focus-block': '' },
      ...{ 'rule.public-holiday': 'enforce', 'was.public-holiday': '' },
    };
    const response = await fetchPage('/team/enforcement', { form });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('“Warn” protects less than the organization, so “Grace” holds.');
    expect(html).toContain('This team may not set “Enforce”, so “Grace” holds.');
    expect(html).toMatch(/name="rule.focus-block"[^§]{0,900}value="warn" selected/);
    expect(await storedPolicy(pages)).toBe(policyText);
  });

  it('of another team are not there for a lead', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(lead);
    const policyVersion = await versionIn(fetchPage);
    for (const team of ['Sales', '', '__proto__', 'nobody knows it']) {
      const form = { team, policyVersion, 'rule.unfair-burden': 'grace', 'was.unfair-burden': '' };
      expect((await fetchPage('/team/enforcement', { form })).status).toBe(404);
    }
    expect(await storedPolicy(pages)).toBe(policyText);
  });

  it('changed by somebody else meanwhile are not overwritten, and the choice stays', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(lead);
    const policyVersion = await versionIn(fetchPage);
    const changed = policyText.replace('focus-block: grace', 'focus-block: warn');
    await pages.gate.inside((tx) => tx.organizations.change({ policyText: changed }));
    const form = { team: 'Core', policyVersion, 'rule.unfair-burden': 'grace', 'was.unfair-burden': '' };
    const response = await fetchPage('/team/enforcement', { form });
    const html = await response.text();
    expect(response.status).toBe(409);
    expect(html).toContain('Somebody else changed the policy in the meantime');
    expect(html).toMatch(/name="rule.unfair-burden"[^§]{0,900}value="grace" selected/);
    expect(await storedPolicy(pages)).toBe(changed);
    const again = { ...form, policyVersion: await versionIn(fetchPage) };
    expect((await fetchPage('/team/enforcement', { form: again })).status).toBe(303);
    expect(await storedPolicy(pages)).toContain('focus-block: warn');
  });

  it('for everybody are an administrator’s', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(administrator);
    const policyVersion = await versionIn(fetchPage);
    const form = { team: '', policyVersion, 'rule.focus-block': '', 'was.focus-block': 'grace' };
    expect((await fetchPage('/team/enforcement', { form })).status).toBe(303);
    expect(await storedPolicy(pages)).not.toContain('focus-block');
    const same = { ...form, policyVersion: await versionIn(fetchPage), 'was.focus-block': '' };
    const location = (await fetchPage('/team/enforcement', { form: same })).headers.get('location');
    expect(location).toBe('/team?said=nothing-changed');
  });
});

describe('what only an administrator steers', () => {
  it('stops and allows answers, and says since when', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(administrator);
    expect(
      (await fetchPage('/team/brake', { form: { answers: 'stop', reason: ' Too many declines ' } })).status,
    ).toBe(303);
    const html = await (await fetchPage('/team?said=answers-stopped')).text();
    expect(html).toContain('All answers are stopped since Mon 23 Nov');
    expect(html).toContain('No invite is answered until you allow it again.');
    expect(html).toContain(`Stopped by ${administrator}.`);
    const ofLead = await (await (await pages.signInAs(lead))('/team')).text();
    expect(ofLead).toContain('All answers are stopped');
    expect(ofLead).not.toContain('Stopped by');
    await fetchPage('/team/brake', { form: { answers: 'allow' } });
    const { answersStoppedMs } = await pages.gate.inside((tx) => tx.organizations.read());
    expect(answersStoppedMs).toBeNull();
    const acts = (await auditOf(pages)).map(({ action, content }) => [action, content?.data.reason]);
    expect(acts).toEqual([
      ['brake.released', undefined],
      ['brake.stopped', 'Too many declines'],
    ]);
  });

  it('lets nobody type a longer reason for the brake than is kept, and says so', async () => {
    const pages = await openTeam();
    const html = await (await (await pages.signInAs(administrator))('/team')).text();
    expect(html).toMatch(new RegExp(`<input name="reason" maxlength="${longestReason}"`));
    expect(html).toContain(`At most ${longestReason} characters.`);
  });

  it('lifts a fall-back that is shown with its figures', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(administrator);
    const fallback = { rule: 'focus-block', sinceMs: nowMs, answered: 31, forecast: 4.2 };
    await pages.gate.inside((tx) => tx.fallbacks.add(fallback));
    expect(await (await fetchPage('/team')).text()).toContain('31 answers in a day, 4.2 were foreseen.');
    await fetchPage('/team/lift', { form: { rule: 'focus-block' } });
    expect(await pages.gate.inside((tx) => tx.fallbacks.open())).toEqual([]);
  });

  it('sets the pilot, and refuses names that there are not', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(administrator);
    const policyVersion = await versionIn(fetchPage);
    const form = { policyVersion, who: 'group', group: `Core\r\n${elsewhere}\r\n`, startDate: '2026-12-01' };
    const wrong = await fetchPage('/team/pilot', { form: { ...form, group: 'Cores' } });
    expect(wrong.status).toBe(422);
    const refused = (await wrong.text()).replaceAll('&quot;', '"');
    expect(refused).toMatch(/"Cores" is not a team of this policy\. Write "Core"\. Teams of this policy:/);
    for (const ofTheText of ['Line ', 'column ', 'organization.pilot'])
      expect(refused).not.toContain(ofTheText);
    const nobody = await fetchPage('/team/pilot', { form: { ...form, group: ' ' } });
    expect(nobody.status).toBe(422);
    expect((await fetchPage('/team/pilot', { form })).headers.get('location')).toBe('/team?said=pilot-saved');
    expect(await storedPolicy(pages)).toMatch(/startDate: "?2026-12-01/);
    const after = await (await fetchPage('/team')).text();
    expect(after).toContain(`${elsewhere} has no mailbox here.`);
    expect(after).not.toContain('Core has no mailbox here.');
    const late = await fetchPage('/team/pilot', { form: { ...form, who: 'everybody' } });
    expect(late.status).toBe(409);
    const end = { ...form, who: 'everybody', startDate: '', policyVersion: await versionIn(fetchPage) };
    expect((await fetchPage('/team/pilot', { form: end })).status).toBe(303);
    expect(await storedPolicy(pages)).not.toContain('pilot');
  });

  it('undoes a rule only after a page that says how much it concerns', async () => {
    const pages = await openTeam();
    await pages.gate.inside((tx) =>
      tx.organizations.change({ policyText: policyText.replace('{ pause: true }', '{ pause: false }') }),
    );
    for (let each = 0; each < 3; each += 1) invite(pages.gate.world, { summary: `Review ${each}` });
    await pages.gate.pull();
    await pages.gate.act();
    const fetchPage = await pages.signInAs(administrator);
    const form = { rule: 'no-meeting-day', since: '2026-11-01T08:00' };
    const asked = await fetchPage('/team/undo-rule', { form });
    const html = await asked.text();
    expect(asked.status).toBe(200);
    expect(html).toContain('Answers to 3 meetings of 1 person since Sun 1 Nov, 08:00');
    // Another language leads back to the page that has the form.
    expect(html).toContain('name="to" value="/team"');
    expect((await pages.gate.cases()).filter(({ overridden }) => overridden)).toEqual([]);
    const sinceMs = /name="sinceMs" value="(\d+)"/.exec(html)?.[1] ?? '';
    const done = await fetchPage('/team/undo-rule', { form: { rule: form.rule, sinceMs, confirmed: 'yes' } });
    expect(done.headers.get('location')).toBe('/team?said=rule-undone');
    expect((await pages.gate.cases()).filter(({ overridden }) => overridden)).toHaveLength(3);
    await pages.gate.act();
    expect(await (await fetchPage('/team/undo-rule', { form })).text()).toContain('nothing to undo');
  });

  it('asks again where the rule or the time says nothing', async () => {
    const pages = await openTeam();
    const fetchPage = await pages.signInAs(administrator);
    for (const [rule, since, says] of [
      ['other', '2026-11-01T08:00', 'Choose a rule of the list.'],
      ['no-meeting-day', '', 'Write a date and a time'],
      ['no-meeting-day', '2026-02-31T08:00', 'Write a date and a time'],
      ['no-meeting-day', '2026-12-01T08:00', 'Choose a time that has passed.'],
    ] as const) {
      const response = await fetchPage('/team/undo-rule', { form: { rule, since } });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(says);
    }
  });
});

describe('a stored policy that cannot be read', () => {
  it('leaves the brake usable, and leads to the policy page', async () => {
    const pages = await openTeam();
    await pages.gate.inside((tx) => tx.organizations.change({ policyText: 'teams: [' }));
    const html = await (await (await pages.signInAs(administrator))('/team')).text();
    expect(html).toContain('cannot be read');
    expect(html).toContain('Stop all answers');
    expect(html).toContain('<option value="no-meeting-day">');
  });
});
