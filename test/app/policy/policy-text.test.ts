import { describe, expect, it } from '@jest/globals';
import { checkPolicyText, longestPolicyBytes } from '../../../src/app/policy/policy-text.ts';
import { createPolicyDesk } from '../../../src/config/policy/edit/create-policy-desk.ts';

const desk = createPolicyDesk();

describe('a typed policy', () => {
  it('may be as long as stated, counted in bytes, and no longer', () => {
    const fits = `# ${'x'.repeat(longestPolicyBytes - 3)}\n`;
    expect(checkPolicyText(desk, fits).ok).toBe(true);
    expect(checkPolicyText(desk, `#${fits}`)).toMatchObject({ ok: false, problems: [{ place: null }] });
    expect(checkPolicyText(desk, `# ${'é'.repeat(longestPolicyBytes / 2)}`).ok).toBe(false);
  });

  it('may not hold what cannot be stored, and says where that is', () => {
    expect(checkPolicyText(desk, 'teams: {}\r\n# a\0b')).toMatchObject({
      ok: false,
      problems: [{ place: '2:4', what: expect.stringContaining('NUL') }],
    });
  });

  it('is judged with the line ends that it will be stored with', () => {
    const checked = checkPolicyText(desk, 'organization:\r\n  noMeetingDays: [funday]');
    expect(checked).toMatchObject({ ok: false, problems: [{ place: '2:19' }] });
  });
});
