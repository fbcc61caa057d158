import { describe, expect, it } from '@jest/globals';
import { offboardMailbox } from '../../../../src/app/mailboxes/offboard-mailbox.ts';
import { colleague, invite, outside, owner } from '../../../contract/world.ts';
import { administrator, auditor, servedPages } from '../served-pages.ts';

const serve = servedPages();
const path = '/people/erase';

describe('erasing a person on the page', () => {
  it('leads from the list over leaving the mailbox to erasing, and signs them out', async () => {
    const { gate, signInAs } = await serve();
    const fetchAs = await signInAs(administrator);
    expect(await (await fetchAs('/people')).text()).toContain(`/people?address=${encodeURIComponent(owner)}`);
    const chosen = await (await fetchAs(`/people?address=${owner}`)).text();
    expect(chosen).toContain('Disconnect the mailbox');
    expect(chosen).not.toContain('Erase this person');

    const theirs = await signInAs(owner);
    const left = await fetchAs(path, { form: { address: owner, step: 'leave' } });
    expect([left.status, left.headers.get('location')]).toEqual([
      303,
      `/people?address=${encodeURIComponent(owner)}&said=leaving`,
    ]);
    const early = await fetchAs(path, { form: { address: owner, step: 'erase', repeated: owner } });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('still being disconnected');

    await offboardMailbox(gate.deps, gate.organizationId, gate.mailboxId);
    const last = await (await fetchAs(`/people?address=${owner}`)).text();
    expect(last).toContain('Erase this person');
    expect(last).toContain('A first name alone in a title stays; change the title in the calendar.');
    const erased = await fetchAs(path, { form: { address: owner, step: 'erase', repeated: ` ${owner}` } });
    expect([erased.status, erased.headers.get('location')]).toEqual([303, '/people?said=erased']);
    const list = await (await fetchAs('/people?said=erased')).text();
    expect(list).toContain('The person is erased.');
    expect(list).not.toContain(owner);
    expect((await theirs('/cases')).headers.get('location')).toContain('/sign-in');
  });

  it('erases nobody whose address was not repeated, or is none, or is connected', async () => {
    const { gate, signInAs } = await serve();
    const fetchAs = await signInAs(administrator);
    const erase = async (form: Readonly<Record<string, string>>) => {
      const response = await fetchAs(path, { form: { step: 'erase', ...form } });
      return [response.status, await response.text()];
    };
    expect(await erase({ address: owner, repeated: colleague })).toEqual([
      422,
      expect.stringContaining('The two addresses differ'),
    ]);
    expect(await erase({ address: 'olga', repeated: 'olga' })).toEqual([
      422,
      expect.stringContaining('This is no mail address'),
    ]);
    expect(await erase({ address: owner, repeated: owner })).toEqual([
      422,
      expect.stringContaining('Their mailbox is connected'),
    ]);
    expect(await gate.inside((tx) => tx.mailboxes.findByAddress(owner))).toMatchObject({ state: 'active' });
    expect(await gate.inside(({ erasing }) => erasing.isUsed())).toBe(false);
  });

  it('erases nobody whose acts the settings protect, and nobody themselves', async () => {
    const { signInAs } = await serve();
    const fetchAs = await signInAs(administrator);
    for (const [address, words] of [
      [administrator, 'Nobody erases themselves'],
      [auditor, 'Take them out of the settings ADMINISTRATORS and AUDITORS first'],
    ] as const)
      for (const step of ['leave', 'erase']) {
        const response = await fetchAs(path, { form: { address, step, repeated: address } });
        expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(words)]);
      }
    expect((await fetchAs('/audit')).status).toBe(200);
  });

  it('says so before anything is typed, by any address of theirs, and has no form for it', async () => {
    const { gate, signInAs } = await serve();
    const alias = { otherAddresses: [auditor] };
    await gate.inside((tx) => tx.mailboxes.change(gate.mailboxId, alias));
    const fetchAs = await signInAs(administrator);
    for (const [address, words] of [
      [administrator, 'Nobody erases themselves'],
      [auditor, 'Take them out of the settings ADMINISTRATORS and AUDITORS first'],
      [owner, 'Take them out of the settings ADMINISTRATORS and AUDITORS first'],
    ] as const) {
      const response = await fetchAs(`/people?address=${encodeURIComponent(address)}`);
      const html = await response.text();
      expect([address, response.status]).toEqual([address, 200]);
      expect(html).toContain(words);
      for (const form of ['action="/people/erase"', 'This cannot be undone'])
        expect(html).not.toContain(form);
    }
    const other = await (await fetchAs(`/people?address=${outside}`)).text();
    expect(other).toContain('action="/people/erase"');
  });

  it('erases somebody who is only named in calendars of others', async () => {
    const { gate, signInAs } = await serve();
    invite(gate.world, {}, outside);
    await gate.pull();
    const fetchAs = await signInAs(administrator);
    const form = { address: outside, step: 'erase', repeated: outside };
    expect((await fetchAs(path, { form })).status).toBe(303);
    const [entry] = await gate.inside(({ erasing }) => erasing.entriesOf(gate.mailboxId, '', 1));
    expect(entry?.meeting.organizer?.email).toBe('erased-1@erased.invalid');
  });

  it('is for administrators alone', async () => {
    const { signInAs } = await serve();
    for (const address of [owner, auditor]) {
      const fetchAs = await signInAs(address);
      expect((await fetchAs('/people')).status).toBe(403);
      expect((await fetchAs(path, { form: { address: colleague, step: 'leave' } })).status).toBe(403);
    }
  });
});
