import { displayText } from '../../front/plain-text.ts';
import type { Finding } from '../service/doctor/finding.ts';
import { createPalette } from './palette.ts';

const signs = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const;
const longest = 400;
/** From so many mailboxes on, what is fine about each of them is one line for all. */
const manyMailboxes = 4;

/** The findings, one line each; of many mailboxes only those with something to do have lines of their own. */
export function doctorLines(findings: readonly Finding[], colors: boolean): string {
  const { bold, quiet } = createPalette(colors);
  const lines = joined(findings).map(({ check, status, what, remedy }) => {
    const sign = status === 'ok' ? quiet(signs.ok) : bold(signs[status]);
    const todo = remedy === null ? '' : `\n       ${bold('→')} ${displayText(remedy, longest)}`;
    return `${sign}  ${displayText(check, longest)}: ${displayText(what, longest)}${todo}\n`;
  });
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  return `${lines.join('')}\n${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} broken\n`;
}

function joined(findings: readonly Finding[]): Finding[] {
  const fineByKind = Map.groupBy(findings.filter(isFineMailbox), kindOf);
  const told = new Set<string>();
  return findings.flatMap((finding): readonly Finding[] => {
    const alike = isFineMailbox(finding) ? (fineByKind.get(kindOf(finding)) ?? []) : [];
    if (alike.length < manyMailboxes) return [finding];
    if (told.has(kindOf(finding))) return [];
    told.add(kindOf(finding));
    return [{ ...finding, check: kindOf(finding), what: `fine for ${alike.length} mailboxes` }];
  });
}

const ofMailbox = /^(.{1,40}) (?:of|to) \S+@\S+$/;

function isFineMailbox({ check, status }: Finding): boolean {
  return status === 'ok' && ofMailbox.test(check);
}

function kindOf({ check }: Finding): string {
  return ofMailbox.exec(check)?.[1] ?? check;
}
