import { describe, expect, it } from '@jest/globals';
import { readJob, showJob } from '../../src/jobs/job-data.ts';

const ACT = { kind: 'act', organizationId: 'o', effectId: 'e', group: 'c' } as const;

describe('the data of a job', () => {
  it('is read as it was sent', () => {
    expect(readJob('act', ACT)).toEqual({ ok: true, job: ACT });
  });

  it.each([
    ['null', null, 'the whole'],
    ['a list', [ACT], 'the whole'],
    ['another kind', { ...ACT, kind: 'pull' }, 'kind'],
    ['a missing id', { ...ACT, effectId: undefined }, 'effectId'],
    ['an empty id', { ...ACT, organizationId: '' }, 'organizationId'],
    ['a number', { ...ACT, group: 7 }, 'group'],
    ['a long id', { ...ACT, group: 'x'.repeat(201) }, 'group'],
  ])('is refused for %s, and the reason names the place only', (_, data, place) => {
    const read = readJob('act', data);
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? '' : read.why).toContain(`cannot be read: ${place}.`);
  });

  it('does not repeat values in the reason', () => {
    const read = readJob('pull', { kind: 'pull', organizationId: 7, mailboxId: { title: 'Secret plan' } });
    expect(JSON.stringify(read)).not.toContain('Secret');
    expect(JSON.stringify(read)).toContain('organizationId, mailboxId');
  });

  it('is shown with what can be read of it', () => {
    expect(showJob('deadline', { organizationId: 'o', deadlineId: 4 })).toEqual({
      kind: 'deadline',
      organizationId: 'o',
      deadlineId: '',
    });
    expect(showJob('act', 'nonsense')).toEqual({ kind: 'act', organizationId: '', effectId: '', group: '' });
    expect(showJob('offboard', { organizationId: 'o', mailboxId: 'm' })).toEqual({
      kind: 'offboard',
      organizationId: 'o',
      mailboxId: 'm',
    });
  });
});
