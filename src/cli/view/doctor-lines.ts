import { displayText } from '../../front/plain-text.ts';
import type { Finding } from '../service/doctor/finding.ts';
import { createPalette } from './palette.ts';

const signs = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const;
const longest = 400;

export function doctorLines(findings: readonly Finding[], colors: boolean): string {
  const { bold, quiet } = createPalette(colors);
  const lines = findings.map(({ check, status, what, remedy }) => {
    const sign = status === 'ok' ? quiet(signs.ok) : bold(signs[status]);
    const todo = remedy === null ? '' : `\n       ${bold('→')} ${displayText(remedy, longest)}`;
    return `${sign}  ${displayText(check, longest)}: ${displayText(what, longest)}${todo}\n`;
  });
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  return `${lines.join('')}\n${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} broken\n`;
}
