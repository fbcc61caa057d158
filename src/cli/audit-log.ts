import { displayText } from '../front/plain-text.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { jsonText } from './json-text.ts';
import { sayRefused } from './messages.ts';
import { doOperation } from './service/do-operation.ts';
import type { OperationValue } from './service/operations.ts';

export interface AuditLogArguments {
  readonly organization?: string;
  readonly most?: string;
  readonly verify?: true;
  readonly head?: string;
  readonly json?: true;
}

type AuditLog = OperationValue<'auditLog'>;

const longestField = 120;
const headForm = /^(\d{1,15}):([0-9a-f]{64})$/;

/**
 * `audit-log`: what people did, newest first, and the newest link of the chain.
 *
 * @returns refused where the chain is broken
 */
export async function runAuditLog(
  deps: CliDeps,
  { head, json, most, verify, ...whose }: AuditLogArguments,
): Promise<ExitStatus> {
  const [, seq, chain] = headForm.exec(head ?? '') ?? [];
  if (head !== undefined && chain === undefined) {
    const remedy = 'write it as it was shown: its number, a colon, and 64 characters';
    await sayRefused(deps, [{ place: '--head', what: 'this is no link of an audit log', remedy }]);
    return exitStatus.refused;
  }
  const result = await doOperation(deps, 'auditLog', {
    ...whose,
    verify: verify === true || head !== undefined,
    ...(most !== undefined && { most: Number(most) }),
    ...(chain !== undefined && { kept: { seq: Number(seq), chain } }),
  });
  if (!result.ok) {
    await sayRefused(deps, result.problems);
    return exitStatus.refused;
  }
  await deps.stdout.write(json ? `${jsonText(result.value)}\n` : auditLogText(result.value));
  return result.value.chain?.broken ? exitStatus.refused : exitStatus.ok;
}

/** An entry in each line, with its time as ISO 8601 in UTC. */
export function auditLogText({ entries, head, chain }: AuditLog): string {
  const lines = entries.map(({ seq, atMs, action, content, left }) => {
    const whole = content ?? left;
    const about = whole?.subject ?? (content === null ? '(erased)' : '');
    const said = [whole?.actor ?? '(erased)', about, factsText(whole?.data ?? {})];
    const fields = said.filter((field) => field !== '').map((field) => displayText(field, longestField));
    return [seq, new Date(atMs).toISOString(), action, ...fields].join('  ');
  });
  if (lines.length === 0) lines.push('Nothing was done yet.');
  if (chain !== null) lines.push(chainText(chain));
  if (head !== null) lines.push(`Newest link, to be kept elsewhere: ${head.seq}:${head.chain}`);
  return lines.map((line) => `${line}\n`).join('');
}

function factsText(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .map(([key, value]) => `${key}=${factText(key, value)}`)
    .join(' ');
}

function factText(key: string, value: unknown): string {
  return key.endsWith('Ms') && typeof value === 'number' ? new Date(value).toISOString() : String(value);
}

function chainText({ checked, erased, broken }: NonNullable<AuditLog['chain']>): string {
  if (broken === null) return `The chain is whole: ${checked} entries, ${erased} of them erased.`;
  const what = broken.why === 'missing' ? 'is missing' : 'was changed';
  return `The chain is broken: entry ${broken.seq} ${what}. Everything before it is whole.`;
}
