import type { ReadProblem } from '../core/meeting/reading.ts';

/** What the system's refusals mean for people. */
const meanings: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOENT: ['there is no such file', 'check the path'],
  ENOTDIR: ['there is no such file', 'check the path'],
  EISDIR: ['it is a folder', 'name a file in it'],
  EACCES: ['it may not be opened', 'check its permissions'],
  EPERM: ['it may not be opened', 'check its permissions'],
  ENAMETOOLONG: ['the name is too long for a file', 'check the path'],
};

/** A refusal of the file system as a message; null for anything else, which is no matter of the file. */
export function fileProblem(error: unknown, place: string): ReadProblem | null {
  if (typeof error !== 'object' || error === null) return null;
  if (!('code' in error) || typeof error.code !== 'string' || !('syscall' in error)) return null;
  const [what, remedy] = meanings[error.code] ?? [`it cannot be used (${error.code})`, 'try another file'];
  return { place, what, remedy };
}
