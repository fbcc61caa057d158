import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const main = path.join(root, 'dist', 'main.js');

/** The command as it is installed, built anew where a source is newer. Gives the file to run. */
export function builtCli(): string {
  if (!isFresh()) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  return main;
}

function isFresh(): boolean {
  if (!existsSync(main)) return false;
  const built = statSync(main).mtimeMs;
  return globSync('src/**/*.{ts,tsx,yaml,ics}', { cwd: root }).every(
    (source) => statSync(path.join(root, source)).mtimeMs <= built,
  );
}
