import { describe, expect, it } from '@jest/globals';
import { run } from './memory-deps.ts';

describe('policy check', () => {
  it('explains the default policy where no file is named', async () => {
    const { status, stdout, stderr } = await run(['policy', 'check']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^The default policy says:\n- /);
    expect(stdout).toContain('Monday to Friday 09:00-17:00');
  });

  it('explains a policy in sentences', async () => {
    const files = { 'p.yaml': 'organization:\n  noMeetingDays: [wednesday]\n' };
    const { status, stdout } = await run(['policy', 'check', 'p.yaml'], { files });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^p\.yaml is valid\. It says:\n- Wednesday is kept free/);
  });

  it('tells every problem with line, key and what is allowed', async () => {
    const files = {
      'p.yaml': 'organization:\n  noMeetingDays: [wensday]\n  enforcement: { default: hard }\n',
    };
    const { status, stdout, stderr } = await run(['policy', 'check', 'p.yaml'], { files });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^refused: p\.yaml:2:\d+: organization\.noMeetingDays.*wednesday/);
    expect(lines[1]).toMatch(
      /^refused: p\.yaml:3:\d+: organization\.enforcement\.default.*observe, warn, grace, enforce/,
    );
  });

  it('says the same as JSON', async () => {
    const files = { 'good.yaml': 'organization: {}\n', 'bad.yaml': 'organizatoin: {}\n' };
    const good = await run(['policy', 'check', '--json', 'good.yaml'], { files });
    expect(JSON.parse(good.stdout)).toEqual({
      ok: true,
      sentences: expect.any(Array),
      notes: [],
      problems: [],
    });
    const bad = await run(['policy', 'check', '--json', 'bad.yaml'], { files });
    expect(bad.status).toBe(2);
    expect(JSON.parse(bad.stdout)).toMatchObject({
      ok: false,
      sentences: [],
      problems: [{ place: 'bad.yaml:1:1' }],
    });
  });

  it('does not read a file without end', async () => {
    const { status, stderr } = await run(['policy', 'check', '/dev/zero']);
    expect(status).toBe(2);
    expect(stderr).toContain('at most 500000 are read');
  });
});
