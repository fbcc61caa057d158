import { copyFileSync, cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { buildOnce, builtFolder } from '../../support/build-once.ts';

const root = path.dirname(builtFolder);

/**
 * The command as it is installed, built anew where a source is newer, in a copy of its own: whoever builds while a run
 * goes on changes nothing in it. Gives the file to run.
 */
export function builtCli(folder: string): string {
  buildOnce();
  const product = path.join(folder, 'product');
  rmSync(product, { recursive: true, force: true });
  mkdirSync(product, { recursive: true });
  cpSync(builtFolder, path.join(product, 'dist'), { recursive: true });
  copyFileSync(path.join(root, 'package.json'), path.join(product, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(product, 'node_modules'), 'dir');
  return path.join(product, 'dist', 'main.js');
}
