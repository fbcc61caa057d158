import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import { run } from './memory-deps.ts';

describe('demo', () => {
  it('explains itself, judges the sample month, and says what to do next', async () => {
    const { status, stdout, stderr } = await run(['demo']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const at = (text: string) => stdout.indexOf(text);
    const order = [
      'two questions',
      'calendar of Sam',
      'GO ASYNC (',
      'DECLINE (',
      'MEET (',
      'October 2026: ',
      'Now your own calendar',
    ];
    expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
    expect(Math.min(...order.map(at))).toBeGreaterThanOrEqual(0);
    expect(stdout).toContain('audit --me you@company.com --month 2026-10');
  });

  it('protects the free Wednesday of the sample, but lets the incident and the interview pass', async () => {
    const { stdout } = await run(['demo']);
    const group = (heading: string) => stdout.slice(stdout.indexOf(`\n${heading} (`)).split('\n\n')[0] ?? '';
    expect(group('DECLINE')).toContain('Budget 2027');
    expect(group('MEET')).toMatch(
      /Interview: Noor[\s\S]*INCIDENT: checkout|INCIDENT: checkout[\s\S]*Interview: Noor/,
    );
    expect(group('MOVE')).toContain('For Wei Ling Tan');
    expect(group('SKIP')).toMatch(/Focus time[\s\S]*Dentist[\s\S]*Ania on holiday/);
  });

  it.each([40, 80, 120, 200])('fits %d cells, but for the commands to copy', async (columns) => {
    const { stdout } = await run(['demo'], { terminal: { columns } });
    const prose = stdout.split('\n').filter((line) => !line.startsWith('   npx '));
    for (const line of prose) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  });
});
