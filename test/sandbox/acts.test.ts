import { describe, expect, it } from '@jest/globals';
import { createActs, type VisibleAct } from '../../src/sandbox/acts.ts';
import { createTables } from '../../src/sandbox/state/create-tables.ts';

const mail = (detail: string): VisibleAct => ({
  kind: 'mail',
  from: 'a@acme.example',
  to: ['b@acme.example'],
  uid: null,
  originalStart: null,
  detail,
  comment: null,
  atMs: 0,
});

describe('acts', () => {
  it('are told in their order, all of them or those after the first so many', async () => {
    const { table } = await createTables(null);
    const acts = createActs(table('acts'));
    expect([acts.count(), acts.all()]).toEqual([0, []]);
    const mails = Array.from({ length: 12 }, (_, index) => mail(`mail ${index}`));
    for (const each of mails) acts.record(each);
    expect(acts.count()).toBe(12);
    expect(acts.all()).toEqual(mails);
    expect(acts.since(9)).toEqual(mails.slice(9));
    expect(acts.since(12)).toEqual([]);
    expect(createActs(table('acts')).all()).toEqual(mails);
  });
});
