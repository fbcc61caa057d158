/**
 * Runs a bench by name: `npm run bench -- triage [args]`; without a name it lists what there is.
 * A bench is a folder of this one with a file of its own name in it; its first line of words says what it measures.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;
const fileOf = (name: string): string => path.join(folder, name, `${name}.ts`);

function benches(): string[] {
  return readdirSync(folder).filter((name) => existsSync(fileOf(name)));
}

function firstWords(name: string): string {
  return /^\s*\*?\s*([A-Z].*)$/m.exec(readFileSync(fileOf(name), 'utf8'))?.[1] ?? '';
}

function list(): string {
  return ['Benches:', ...benches().map((name) => `  ${name.padEnd(12)} ${firstWords(name)}`)].join('\n');
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  console.log(list());
} else if (benches().includes(name)) {
  process.exitCode = spawnSync(process.execPath, [fileOf(name), ...args], { stdio: 'inherit' }).status ?? 1;
} else {
  console.error(`There is no bench called ${name}.\n${list()}`);
  process.exitCode = 2;
}
