import { describe, expect, it } from '@jest/globals';
import { checkPolicyText, longestPolicyBytes } from '../../../src/app/policy/policy-text.ts';
import { createPolicyDesk } from '../../../src/config/policy/edit/create-policy-desk.ts';

const desk = createPolicyDesk();

describe('a typed policy', () => {
  it('may be as long as stated, counted in bytes, and no longer', () => {
    const states = 'organization: { noMeetingDays: [friday] }\n';
    const fits = `${states}# ${'x'.repeat(longestPolicyBytes - states.length - 3)}\n`;
    expect(checkPolicyText(desk, fits).ok).toBe(true);
    expect(checkPolicyText(desk, `${fits}#`)).toMatchObject({ ok: false, problems: [{ place: null }] });
    expect(checkPolicyText(desk, `# ${'é'.repeat(longestPolicyBytes / 2)}`).ok).toBe(false);
  });

  it.each(['', '  \r\n\t', '# later\n', '{}', '---\n', 'null', 'organization: {}\npeople: {}\n'])(
    'has to state something: %j would remove all rules',
    (text) => {
      const problems = [{ place: null, code: 'states-nothing', remedy: expect.stringContaining('brake') }];
      expect(checkPolicyText(desk, text)).toMatchObject({ ok: false, problems });
    },
  );

  it('may be the one that ships, or state no more than a team', () => {
    expect(checkPolicyText(desk, desk.defaultText).ok).toBe(true);
    expect(checkPolicyText(desk, 'teams: { Core: {} }').ok).toBe(true);
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
