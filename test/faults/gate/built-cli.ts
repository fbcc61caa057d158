import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const built = path.join(root, 'dist');

/**
 * The command as it is installed, built anew where a source is newer, in a copy of its own: whoever builds while a run
 * goes on changes nothing in it. Gives the file to run.
 */
export function builtCli(folder: string): string {
  if (!isFresh()) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const product = path.join(folder, 'product');
  rmSync(product, { recursive: true, force: true });
  mkdirSync(product, { recursive: true });
  cpSync(built, path.join(product, 'dist'), { recursive: true });
  copyFileSync(path.join(root, 'package.json'), path.join(product, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(product, 'node_modules'), 'dir');
  return path.join(product, 'dist', 'main.js');
}

function isFresh(): boolean {
  const main = path.join(built, 'main.js');
  if (!existsSync(main)) return false;
  const builtMs = statSync(main).mtimeMs;
  return globSync('src/**/*.{ts,tsx,yaml,ics}', { cwd: root }).every(
    (source) => statSync(path.join(root, source)).mtimeMs <= builtMs,
  );
}
