import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../../src/app/ports/store/audit.ts';
import type { LiveGate } from '../../../app/effects/live-gate.ts';
import { nowMs, owner } from '../../../contract/world.ts';
import { administrator, auditor, servedPages } from '../served-pages.ts';

const serve = servedPages();

async function append(gate: LiveGate, ...entries: readonly Partial<AuditEntry>[]): Promise<void> {
  const usual = { atMs: nowMs, actor: administrator, action: 'brake.stopped', subject: null, data: {} };
  await gate.inside(async ({ audit }) => {
    for (const entry of entries) await audit.append({ ...usual, ...entry });
  });
}

describe('the page of the audit log', () => {
  it('shows an auditor what was done, newest first, in plain words of both languages', async () => {
    const { gate, signInAs } = await serve();
    await append(
      gate,
      {},
      { action: 'mailbox.left', actor: 'operator', subject: owner, data: { mailboxId: 'm-1' } },
      { action: 'new.one', subject: '<script>alert(1)</script>' },
    );
    const fetchAs = await signInAs(auditor);
    const english = await (await fetchAs('/audit', { headers: { 'accept-language': 'en-GB' } })).text();
    const at = (text: string) => {
      const place = english.indexOf(`<td>${text}.</td>`);
      expect([text, place > 0]).toEqual([text, true]);
      return place;
    };
    const left = at(`The operator of this server disconnected a mailbox: ${owner}`);
    expect(at(`${administrator} new.one: &lt;script>alert(1)&lt;/script>`)).toBeLessThan(left);
    expect(left).toBeLessThan(at(`${administrator} stopped all answers`));
    expect(english).toContain('<details class="audit-facts"><summary>Ids and digests</summary>');
    expect(english).toContain('<div>Mailbox: <code>m-1</code></div>');
    expect(english).not.toContain('<script>alert');
    const german = await (await fetchAs('/audit', { headers: { 'accept-language': 'de-DE' } })).text();
    expect(german).toContain('hat ein Postfach getrennt');
    expect(german).not.toMatch(/stopped all answers|Newest link/);
  });

  it('says facts in words, and times to the second with year and offset', async () => {
    const { gate, signInAs } = await serve();
    const digest = 'a1'.repeat(32);
    await append(
      gate,
      { action: 'rule.undone', subject: 'focus-block', data: { sinceMs: nowMs, undone: 1204 } },
      { action: 'mailbox.connected', subject: owner, data: { isNew: true, provider: 'google' } },
      { action: 'enforcement.changed', data: { 'focus-block': 'warn', before: null, after: digest } },
      { data: { reason: 'decline' } },
    );
    const fetchAs = await signInAs(auditor);
    const english = await (await fetchAs('/audit', { headers: { 'accept-language': 'en-GB' } })).text();
    for (const words of [
      'Meetings: 1,204',
      'For the first time: yes',
      'Calendar: Google',
      'Reason: decline<',
    ])
      expect(english).toContain(words);
    expect(english).toMatch(/Since: \d+ Nov 2026, \d\d:\d\d:\d\d (GMT|UTC)/);
    expect(english).toMatch(/<time datetime="2026-11-[^"]+Z">\d+ Nov 2026, \d\d:\d\d:\d\d (GMT|UTC)/);
    expect(english).toContain(`Policy after: <code>${digest}</code>`);
    expect(english).not.toMatch(/sinceMs|isNew|: true|focus-block: |before:/);
    const german = await (await fetchAs('/audit', { headers: { 'accept-language': 'de-DE' } })).text();
    for (const words of ['Besprechungen: 1.204', 'Zum ersten Mal: ja', ': Hinweisen', 'Regeln danach'])
      expect(german).toContain(words);
  });

  it('names who acted on somebody who was erased', async () => {
    const { gate, signInAs } = await serve();
    await append(gate, { action: 'mailbox.left', subject: owner }, { actor: owner, subject: auditor });
    await gate.inside(({ audit }) =>
      audit.forget([
        { seq: 1, actor: administrator, subject: null, data: {} },
        { seq: 2, actor: null, subject: auditor, data: {} },
      ]),
    );
    const html = await (await (await signInAs(auditor))('/audit')).text();
    const erased = 'Somebody who was erased';
    expect(html).toContain(`<td>${administrator} disconnected a mailbox: somebody who was erased.</td>`);
    expect(html).toContain(`<td>${erased} stopped all answers: ${auditor}.</td>`);
  });

  it('says who did what to which rule, team, person or policy, and keeps ids to be opened', async () => {
    const { gate, signInAs } = await serve();
    const id = '0b9f6c1e-3d1a-4d0e-9a51-52c6d2f0a7b1';
    await append(
      gate,
      { action: 'rule.undone', subject: 'focus-block' },
      { action: 'enforcement.changed', subject: 'Core', data: { 'focus-block': 'warn' } },
      { action: 'enforcement.changed' },
      { action: 'case.undone', actor: owner, subject: id },
      { action: 'case.undone', actor: 'link', subject: owner, data: { caseId: id } },
      { action: 'protections.paused', actor: owner, subject: owner },
      { action: 'plan.created', actor: owner, subject: 'a1b2c3', data: { guests: 2 } },
      { action: 'policy.changed', data: { version: 9, putBack: 7 } },
      { action: 'policy.changed', actor: 'operator', data: { from: 'file', version: 1 } },
    );
    const fetchAs = await signInAs(auditor);
    const sentencesIn = (html: string) =>
      [...html.matchAll(/<\/time><\/td><td>([^<]*)<\/td>/g)].map(([, text]) => text).reverse();
    const english = await (await fetchAs('/audit', { headers: { 'accept-language': 'en-GB' } })).text();
    expect(sentencesIn(english)).toEqual([
      `${administrator} undid everything that a rule had answered: the rule “Focus time”.`,
      `${administrator} changed how strictly rules are applied: in the team Core.`,
      `${administrator} changed how strictly rules are applied: for everybody.`,
      `${owner} undid a decision of the gate: a meeting of their own.`,
      `Whoever had the link undid a decision of the gate: a meeting of ${owner}.`,
      `${owner} paused the gate for themselves.`,
      `${owner} planned a meeting through the gate.`,
      `${administrator} put back the policy of version 7.`,
      'The operator of this server took the policy from the file of the settings.',
    ]);
    // Every id stands in what can be opened, and nowhere else.
    const opened = english.replace(/<details class="audit-facts">.*?<\/details>/gs, '');
    for (const hidden of [id, 'a1b2c3']) expect(opened).not.toContain(hidden);
    expect(english.split(id)).toHaveLength(3);
    const german = await (await fetchAs('/audit', { headers: { 'accept-language': 'de-DE' } })).text();
    expect(sentencesIn(german)).toContain(`${administrator} hat die Regeln der Fassung 7 wiederhergestellt.`);
    expect(sentencesIn(german)).toContain(
      `Wer den Link hatte, hat eine Entscheidung des Gates zurückgenommen: eine Besprechung von ${owner}.`,
    );
  });

  it('is no page of anybody else', async () => {
    const { signInAs } = await serve();
    expect((await (await signInAs(owner))('/audit')).status).toBe(403);
  });

  it('shows fifty at a time, each once, and chooses by action and person', async () => {
    const { gate, signInAs } = await serve();
    await append(
      gate,
      ...Array.from({ length: 60 }, (_, index) => ({
        action: index % 2 === 0 ? 'brake.stopped' : 'brake.released',
        actor: index < 3 ? owner : administrator,
      })),
    );
    const fetchAs = await signInAs(auditor);
    const numbersOf = async (path: string) => {
      const html = await (await fetchAs(path)).text();
      return [...html.matchAll(/<td class="soft audit-fixed">(\d+)<\/td>/g)].map(([, number]) =>
        Number(number),
      );
    };
    const first = await numbersOf('/audit');
    expect(first).toEqual(Array.from({ length: 50 }, (_, index) => 60 - index));
    const html = await (await fetchAs('/audit')).text();
    expect(html).toContain('href="/audit?before=11"');
    expect(await numbersOf('/audit?before=11')).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await numbersOf(`/audit?person=${owner.toUpperCase()}`)).toEqual([3, 2, 1]);
    expect(await numbersOf(`/audit?person=${owner}&action=brake.released`)).toEqual([2]);
    expect(await numbersOf('/audit?before=x&action=&person=')).toEqual(first);
    expect(await numbersOf('/audit?action=never.done')).toEqual([]);
  });

  it('verifies the chain, shows the head, and names the entry that was changed', async () => {
    const { gate, signInAs } = await serve();
    await append(gate, {}, {}, {});
    const fetchAs = await signInAs(auditor);
    const head = await gate.inside(({ audit }) => audit.head());
    const whole = await (await fetchAs('/audit?verify=1', { headers: { 'hx-request': 'true' } })).text();
    expect(whole).toContain('The chain is whole: 3 entries verified.');
    expect(whole).toContain(`3:${head?.chain}`);
    expect(whole).not.toContain('<html');
    await gate.inside(({ audit }) => audit.forget([{ seq: 2, actor: null, subject: null, data: {} }]));
    const erased = await (await fetchAs('/audit?verify=1')).text();
    expect(erased).toContain('3 entries verified, 1 of them about people who were erased');
    expect(erased).toContain('Somebody who was erased');
  });
});
