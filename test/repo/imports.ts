import path from 'node:path';
import type { SourceFile } from './source-files.ts';

/** One import or re-export. */
export interface Import {
  readonly from: string;
  /** The file that is imported, relative to the root, or the package's specifier. */
  readonly to: string;
  readonly isFile: boolean;
  /** Erased before it runs. */
  readonly typeOnly: boolean;
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import of a file, in order. */
export function importsOf({ path: from, text }: SourceFile): Import[] {
  return [...text.matchAll(statement)].map(([, typeOnly, ...specifiers]) => {
    const specifier = specifiers.find((found) => found !== undefined) ?? '';
    const isFile = specifier.startsWith('.');
    const to = isFile ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
    return { from, to, isFile, typeOnly: typeOnly !== undefined };
  });
}

/** Folders of `src` from the top down; each may import itself and what stands below it. */
const layers: readonly (readonly string[])[] = [
  ['main.ts'],
  ['cli'],
  ['http', 'jobs', 'providers', 'store', 'sandbox', 'front', 'config'],
  ['app'],
  ['core'],
];
/** Folders of `src/core` from the bottom up; those of the second list stand beside and see only the meeting. */
const coreOrder = ['meeting', 'fairness', 'signals', 'need', 'time', 'offer', 'gate'];
const besideOrder = ['load'];
/** What several providers stand on: how calendars write events, and how requests are sent. */
const providerBases = ['formats', 'transport'];
const corePackages = ['luxon', 'xstate'];
/** Words that stand beside the formulas they explain, so that the two cannot drift apart. */
const frontMayQuote: ReadonlySet<string> = new Set(['src/core/load/definitions.ts']);

/** What is wrong with the imports of `src`: which file, which import, what is allowed, what to do instead. */
export function importProblems(files: readonly SourceFile[]): string[] {
  const imports = files.flatMap(importsOf);
  return [...imports.flatMap((found) => problemOf(found) ?? []), ...cycles(imports)];
}

function problemOf(found: Import): string | null {
  const from = found.from.split('/').slice(1);
  const to = found.to.split('/').slice(1);
  if (!found.isFile) return from[0] === 'core' ? packageProblem(found) : null;
  if (!found.to.startsWith('src/')) return told(found, 'src stands alone', 'move what it needs into src');
  if (from[0] === 'core' && to[0] === 'core') return coreProblem(found, from[1] ?? '', to[1] ?? '');
  if (from[0] === to[0]) return siblingProblem(found, from, to);
  if (from[0] === 'front') return frontProblem(found, to);
  const allowed = layers.slice(layerOf(from[0]) + 1).flat();
  if (allowed.includes(to[0] ?? '')) return null;
  return told(
    found,
    `${from[0]} may import ${allowed.join(', ') || 'nothing but itself'}`,
    'take what it needs as a parameter and let main or cli put the parts together',
  );
}

const layerOf = (folder: string | undefined): number =>
  layers.findIndex((layer) => layer.includes(folder ?? ''));

function packageProblem(found: Import): string | null {
  if (corePackages.some((name) => found.to === name || found.to.startsWith(`${name}/`))) return null;
  return told(
    found,
    `core imports only ${corePackages.join(' and ')}`,
    'do the input and output in a provider or in app and hand core the data',
  );
}

function coreProblem(found: Import, from: string, to: string): string | null {
  const below = besideOrder.includes(from) ? ['meeting'] : coreOrder.slice(0, coreOrder.indexOf(from));
  if (from === to || below.includes(to)) return null;
  return told(
    found,
    `core/${from} may import ${below.map((name) => `core/${name}`).join(', ') || 'nothing but itself'}`,
    `move what both need down into core/${below[0] ?? 'meeting'}`,
  );
}

function siblingProblem(found: Import, from: readonly string[], to: readonly string[]): string | null {
  if (from[0] !== 'providers' || from.length < 3 || from[1] === to[1]) return null;
  const bases = providerBases.includes(from[1] ?? '') ? [] : providerBases;
  if (bases.includes(to[1] ?? '')) return null;
  return told(
    found,
    `providers/${from[1]} may import itself, ${[...bases, 'app'].join(', ')} and core`,
    'move what both providers need into formats, transport, app or core',
  );
}

function frontProblem(found: Import, to: readonly string[]): string | null {
  if ((to[0] === 'core' && found.typeOnly) || frontMayQuote.has(found.to)) return null;
  return told(
    found,
    'front may import itself and types of core (`import type`)',
    'let the caller compute it and hand front the finished words and figures',
  );
}

function told({ from, to }: Import, allowed: string, remedy: string): string {
  return `${from} imports ${to}: ${allowed}; ${remedy}.`;
}

/** Circles of imports that are still there when the program runs; types are erased and may refer to each other. */
function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, isFile, typeOnly } of imports) {
    if (isFile && !typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0)
      found.push(
        `${[...trail.slice(at), file].join(' -> ')}: no file may import itself in a circle; move what they share into a file of its own.`,
      );
    if (at >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
