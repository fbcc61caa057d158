import type { SourceFile } from './source-files.ts';

const mostLines = 400;
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:generated|test))?\.tsx?$/;
const buckets = /^(?:utils?|helpers?|common|misc)$/;

/** Time and environment are inputs: only where the program is put together may they be read. */
const ambient: readonly (readonly [RegExp, string])[] = [
  [/\bnew Date\(\s*\)/, 'new Date()'],
  [/\bDate\.now\(/, 'Date.now()'],
  [/\bDateTime\.(?:now|local|utc)\(\s*\)/, 'DateTime.now()'],
  [/\bprocess\.env\b/, 'process.env'],
];
const composition: ReadonlySet<string> = new Set(['src/main.ts']);
/** Folders that exist on one machine only. */
const machinePath = /(?<![\w.])\/(?:work|home|root|Users)\/[\w.-]+/;

/** What is wrong with files by name, size and words, each with what to do instead. */
export function fileProblems(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [...nameProblems(file), ...sizeProblems(file), ...wordProblems(file)]);
}

function nameProblems({ path }: SourceFile): string[] {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const problems: string[] = [];
  if (!kebabCase.test(name)) problems.push(`${path}: file names are kebab-case; rename it.`);
  const bucket = [...parts.slice(0, -1), name.replace(/\..*$/, '')].find((part) => buckets.test(part));
  if (bucket) problems.push(`${path}: "${bucket}" says nothing; name the file after what it does.`);
  return problems;
}

function sizeProblems({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1;
  if (lines <= mostLines || path.includes('.generated.')) return [];
  return [`${path}: ${lines} lines, at most ${mostLines}; split it by what it does.`];
}

function wordProblems({ path, text }: SourceFile): string[] {
  const problems: string[] = [];
  const code = withoutComments(text);
  if (path.startsWith('src/') && !composition.has(path)) {
    for (const [pattern, name] of ambient) {
      if (pattern.test(code))
        problems.push(`${path}: ${name} is read where the program is put together; take it as a parameter.`);
    }
  }
  const found = machinePath.exec(text)?.[0];
  if (found)
    problems.push(`${path}: ${found} exists on one machine only; use a path relative to the project.`);
  return problems;
}

/** Docstrings may speak of what code may not do. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
