import { describe, expect, it } from '@jest/globals';
import { fileProblems } from './files.ts';
import { sourceFiles } from './source-files.ts';

/** Spelled apart, so that this file itself stays clean. */
const machinePath = ['', 'work', 'somewhere'].join('/');

describe('files', () => {
  it('of the project keep the rules of names, size and inputs', () => {
    expect(fileProblems(sourceFiles(['src', 'test', 'bench']))).toEqual([]);
  });
});

describe('a file against the rules is told', () => {
  it.each([
    ['a name in camel case', 'src/app/readFile.ts', '', 'kebab-case'],
    ['a name with an underscore', 'test/app/read_file.test.ts', '', 'kebab-case'],
    ['a bucket', 'src/app/utils.ts', '', '"utils" says nothing'],
    ['a folder of a bucket', 'src/app/helpers/dates.ts', '', '"helpers" says nothing'],
    ['too many lines', 'src/app/long.ts', 'x;\n'.repeat(401), '401 lines, at most 400'],
    ['the clock', 'src/core/gate/judge.ts', 'const now = new Date( );', 'new Date() is read'],
    ['the clock in a number', 'src/cli/start.ts', 'const now = Date.now();', 'Date.now() is read'],
    ['the clock of luxon', 'src/app/report.ts', 'DateTime.now().toISO()', 'DateTime.now() is read'],
    ['the environment', 'src/providers/google/client.ts', 'process.env.TOKEN', 'process.env is read'],
    ['a path of a machine', 'bench/run.ts', `read('${machinePath}')`, 'exists on one machine only'],
  ])('%s', (_, path, text, problem) => {
    expect(fileProblems([{ path, text }])).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['where the program is put together', 'src/main.ts', 'const { env } = process.env; Date.now();'],
    ['a date that is given', 'src/core/gate/judge.ts', 'new Date(ms).toISOString()'],
    ['words about it', 'src/core/gate/judge.ts', '/** Never `Date.now()`. */\n// nor process.env\n'],
    ['generated text of any length', 'src/core/signals/weights.generated.ts', 'x;\n'.repeat(5000)],
    ['a web address', 'src/app/links.ts', "const link = 'https://acme.example/work/items';"],
    ['clocks of a test', 'test/app/clock.test.ts', 'Date.now()'],
  ])('but not: %s', (_, path, text) => {
    expect(fileProblems([{ path, text }])).toEqual([]);
  });
});
