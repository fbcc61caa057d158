import { describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../../src/app/audit/verify-chain.ts';
import { allowAnswers, stopAnswers } from '../../../src/app/brake/stop-answers.ts';
import { undoCase } from '../../../src/app/brake/undo-case.ts';
import { offboardMailbox } from '../../../src/app/mailboxes/offboard-mailbox.ts';
import { erasePerson } from '../../../src/app/people/erase-person.ts';
import { colleague, elsewhere, guest, hourMs, invite, nowMs, outside, owner } from '../../contract/world.ts';
import type { LiveGate } from '../effects/live-gate.ts';
import { twoCompanies } from './two-companies.ts';

const actor = 'ada@kiln.example';
/** Addresses, aliases and name of the owner all contain it. */
const ofOwner = /olga|o\.owner|owner@/i;

describe.each(['embedded', 'postgres'] as const)('erasing a person (%s)', (engine) => {
  const companies = twoCompanies(engine);
  let carl = '';
  let ownMailbox = '';
  let before: Awaited<ReturnType<ReturnType<typeof companies>['dump']>> = {};
  const found = async (needle: RegExp, organizationId: string | null) => {
    const tables = Object.entries(await companies().dump(organizationId));
    return tables.flatMap(([table, rows]) =>
      rows.filter((row) => needle.test(row)).map((row) => `${table}: ${row.slice(0, 2_000)}`),
    );
  };

  it('begins with a company in which the person is everywhere', async () => {
    const { one, other, run } = companies();
    ownMailbox = one.mailboxId;
    for (const gate of [one, other]) await live(gate);
    const [mailbox] = await one.inside((tx) => tx.mailboxes.summaries());
    expect(mailbox).toBeDefined();
    carl = (await one.inside((tx) => tx.mailboxes.findByAddress(colleague)))?.id ?? '';
    await run(`insert into pgboss.job (name, data)
      values ('pull-dead', '{"kind":"pull","organizationId":"${one.organizationId}","mailboxId":"${ownMailbox}"}')`);
    const tables = new Set((await found(ofOwner, one.organizationId)).map((row) => row.split(':')[0]));
    expect([...tables].sort()).toEqual([
      'gatekeeper.audit_entries',
      'gatekeeper.case_log',
      'gatekeeper.cases',
      'gatekeeper.earlier_policies',
      'gatekeeper.effects',
      'gatekeeper.identities',
      'gatekeeper.mailboxes',
      'gatekeeper.meeting_people',
      'gatekeeper.meetings',
      'gatekeeper.offers',
      'gatekeeper.organizations',
      'gatekeeper.sessions',
      'gatekeeper.threads',
    ]);
    expect(await found(new RegExp(ownMailbox), null)).not.toEqual([]);
    before = await companies().dump(other.organizationId);
  });

  it('refuses whoever asks for themselves, and whom the settings name', async () => {
    const { one, erasing } = companies();
    const erase = (by: string, roles: object) =>
      erasePerson({ ...erasing, ...roles }, one.organizationId, owner, { leave: true, actor: by });
    expect(await erase(owner, {})).toEqual({ kind: 'oneself' });
    for (const roles of [{ administrators: [owner] }, { auditors: ['o.owner@kiln.example'] }])
      expect(await erase('operator', roles)).toEqual({ kind: 'has-role' });
    const [mailbox] = await one.inside((tx) => tx.mailboxes.summaries());
    expect(mailbox?.state).not.toBe('leaving');
    expect(await one.inside(({ erasing: erased }) => erased.isUsed())).toBe(false);
  });

  it('waits until the gate has left their mailbox, and leaves it where that was asked for', async () => {
    const { one, erasing } = companies();
    const erase = (leave: boolean) =>
      erasePerson(erasing, one.organizationId, ' O.Owner@kiln.example', { leave, actor });
    expect(await erase(false)).toEqual({ kind: 'still-connected', addresses: [owner] });
    expect(await erase(true)).toEqual({ kind: 'being-left', mailboxIds: [ownMailbox] });
    expect(await erase(false)).toEqual({ kind: 'being-left', mailboxIds: [ownMailbox] });
    expect(await offboardMailbox(one.deps, one.organizationId, ownMailbox)).toMatchObject({ kind: 'done' });
    expect(await erase(false)).toMatchObject({ kind: 'erased', number: 1, mailboxes: 1 });
  });

  it('leaves nothing that names them in any column of any table', async () => {
    const { one } = companies();
    expect(await found(ofOwner, one.organizationId)).toEqual([]);
    expect(await found(ofOwner, null)).toEqual([]);
    expect(await found(new RegExp(ownMailbox), one.organizationId)).toEqual([]);
    expect(await found(new RegExp(ownMailbox), null)).toEqual([]);
  });

  it('keeps earlier texts of the policy without them, and none that can only be read with them', async () => {
    const { one } = companies();
    const kept = await one.inside(async ({ earlierPolicies }) => [
      await earlierPolicies.list(),
      await earlierPolicies.find(900),
      await earlierPolicies.find(902),
    ]);
    expect(kept).toMatchObject([
      [{ version: 902 }, { version: 900 }],
      { text: 'teams:\n  Core:\n    members: [carl@kiln.example]\n', replacedBy: 'erased-1@erased.invalid' },
      { text: 'nobody: [', replacedBy: actor },
    ]);
  });

  it('puts somebody without a name in their place in the calendars of others', async () => {
    const { one } = companies();
    const entries = await one.inside((tx) => tx.erasing.entriesOf(carl, '', 100));
    const review = entries.find(({ meeting }) => meeting.summary?.startsWith('Planning with'));
    expect(review?.meeting.summary).toBe('Planning with Erased person');
    expect(review?.meeting.description).toBe('Erased person leads, write to her or erased-1@erased.invalid.');
    expect(review?.meeting.attendees).toContainEqual(
      expect.objectContaining({ email: 'erased-1@erased.invalid', name: null }),
    );
  });

  it('keeps the audit log whole', async () => {
    const { one } = companies();
    const report = await verifyChain({ store: one.deps.store }, one.organizationId);
    expect(report).toMatchObject({ broken: null });
    expect(report.erased).toBeGreaterThan(1);
    const page = { before: null, most: 1, action: 'person.erased', person: null };
    const [last] = await one.inside((tx) => tx.audit.page(page));
    expect(last?.content).toMatchObject({ actor, subject: 'erased-1@erased.invalid' });
    // Who acted on them stays responsible for it.
    const left = await one.inside((tx) => tx.audit.page({ ...page, action: 'mailbox.left' }));
    expect(left[0]).toMatchObject({
      content: null,
      left: { actor, subject: null, data: { withdrawAnswers: false } },
    });
    expect(left[0]?.left?.data).not.toHaveProperty('mailboxId');
    // What was not about them is told as before.
    const stopped = await one.inside((tx) => tx.audit.page({ ...page, action: 'brake.stopped' }));
    expect(stopped[0]?.content?.actor).toBe(actor);
  });

  it('touches no row of another company', async () => {
    const { other } = companies();
    expect(await companies().dump(other.organizationId)).toEqual(before);
  });

  it('judges nothing anew in the mailboxes of colleagues', async () => {
    const { one } = companies();
    const cases = await one.cases(carl);
    const answered = one.answers().length;
    await one.inside((tx) => tx.mailboxes.forgetCursor(carl));
    await one.pull(carl);
    await one.act();
    expect(await one.cases(carl)).toEqual(cases);
    expect(one.answers()).toHaveLength(answered);
  });

  it('goes on for colleagues, and no reading of their calendars brings the person back', async () => {
    const { one } = companies();
    const cases = (await one.cases(carl)).length;
    planning(one, 'Second planning with Olga Owner');
    await one.pull(carl);
    await one.act();
    expect(await one.cases(carl)).toHaveLength(cases + 1);
    expect((await one.cases(carl))[0]).toMatchObject({ state: 'declined' });
    expect(await found(ofOwner, one.organizationId)).toEqual([]);
  });

  it('can be asked for again, and keeps the number', async () => {
    const { one, erasing } = companies();
    const how = { leave: false, actor };
    const again = await erasePerson(erasing, one.organizationId, owner, how);
    expect(again).toMatchObject({ kind: 'erased', number: 1, mailboxes: 0, removed: 0, rewritten: 0 });
  });

  it('has written nothing of anybody into the log', () => {
    const { log } = companies();
    expect(log.lines.map(({ event }) => event)).toContain('person-erased');
    expect(JSON.stringify(log.lines)).not.toMatch(/@kiln|@outside|olga|carl/i);
  });

  it('lets them come back by their own will', async () => {
    const { one } = companies();
    await one.inside((tx) => tx.erasing.welcome([owner]));
    await one.inside((tx) => tx.mailboxes.forgetCursor(carl));
    await one.pull(carl);
    expect(await found(/olga@kiln/i, one.organizationId)).not.toEqual([]);
  });
});

/** Somebody from outside invites both for the free Wednesday. */
function planning({ world }: LiveGate, summary: string) {
  const startMs = Date.parse('2026-11-25T09:00:00Z');
  const body = 'Olga Owner leads, write to <a href="mailto:olga@kiln.example">her</a> or OLGA@kiln.example.';
  return invite(
    world,
    {
      summary,
      body: { kind: 'html', content: body },
      start: { kind: 'instant', ms: startMs, zone: 'Europe/Paris' },
      end: { kind: 'instant', ms: startMs + hourMs, zone: 'Europe/Paris' },
      guests: [guest(colleague), guest(owner), guest(elsewhere)],
    },
    outside,
  );
}

/** Two mailboxes with declined invites, undone and converted ones, a session, settings of a person, the brake. */
async function live(gate: LiveGate): Promise<void> {
  const { deps, organizationId, mailboxId, inside } = gate;
  const carl = await gate.connect(colleague);
  await inside(async (tx) => {
    await tx.mailboxes.change(mailboxId, { otherAddresses: ['o.owner@kiln.example'] });
    const { policyText } = await tx.organizations.read();
    const own = `\npeople:\n  ${owner}:\n    # Olga Owner asked for this.\n    timeZone: Europe/Warsaw\n`;
    await tx.organizations.change({ policyText: `${policyText}${own}` });
    const texts = [
      `teams:\n  Core:\n    members: [${owner}, carl@kiln.example]\n`,
      `x: [${owner}`,
      'nobody: [',
    ];
    for (const [index, text] of texts.entries()) {
      const replaced = { replacedMs: nowMs, replacedBy: index === 0 ? owner : actor };
      await tx.earlierPolicies.keep({ version: 900 + index, text, ...replaced });
    }
    const session = { digest: 'd', address: owner, name: 'Olga Owner', createdMs: nowMs };
    await tx.sessions.add({ ...session, idleUntilMs: nowMs, expiresMs: nowMs + hourMs });
    await tx.identities.bind({ address: owner, issuer: 'https://i.example', subject: 's', boundMs: nowMs });
    await tx.jobs.send({ kind: 'pull', organizationId, mailboxId });
  });
  invite(gate.world, { guests: [guest(owner)] });
  planning(gate, 'Planning with Olga Owner');
  for (const id of [mailboxId, carl]) await gate.pull(id);
  await gate.act();
  const [first, second] = await gate.cases();
  await undoCase(deps, organizationId, first?.id ?? '', owner);
  await undoCase(deps, organizationId, (await gate.cases(carl))[0]?.id ?? '', owner, 'Olga Owner asked');
  await inside((tx) =>
    tx.threads.add({
      ...{ caseId: (second?.id ?? '') + carl, mailboxId: carl, documentUrl: null, openedMs: nowMs },
      ...{ draft: null, escalatedEntryId: null, decidedMs: nowMs },
      decision: { what: 'Olga Owner decides', by: owner },
    }),
  );
  await stopAnswers(deps, organizationId, actor);
  await allowAnswers(deps, organizationId, actor);
  await gate.act();
}
