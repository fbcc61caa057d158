import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor time that a process has taken so far; 0 where it is gone. Linux only. */
export function processorMs(processId: number): number {
  const fields = statOf(processId);
  // proc(5): utime and stime are fields 14 and 15; two stand before the closing bracket that we cut at.
  return fields === null ? 0 : ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/** A process and all that it started. */
export function familyOf(processId: number): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = all.map(Number).filter((each) => Number(statOf(each)?.[1]) === processId);
  return [processId, ...children];
}

export function parentOf(processId: number): number {
  return Number(statOf(processId)?.[1]);
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What follows the name of the command, which may hold spaces. */
function statOf(processId: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
