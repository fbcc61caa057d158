import { describe, expect, it } from '@jest/globals';
import { importProblems, importsOf } from './imports.ts';
import { sourceFiles } from './source-files.ts';

describe('the direction of imports', () => {
  const files = sourceFiles(['src']);

  it('is kept by every file of src', () => {
    expect(importProblems(files)).toEqual([]);
  });

  it('is read from the files: most of them import something', () => {
    const importing = files.filter((file) => importsOf(file).length > 0);
    expect(importing.length).toBeGreaterThan(files.length / 2);
  });
});

describe('an import against the direction is told', () => {
  it.each([
    [
      'upwards',
      'src/core/gate/judge.ts',
      "import { x } from '../../app/triage.ts';",
      'core may import nothing but itself',
    ],
    [
      'of a package in core',
      'src/core/gate/judge.ts',
      "import { z } from 'zod';",
      'core imports only luxon and xstate',
    ],
    [
      'of node in core',
      'src/core/load/cost.ts',
      "import fs from 'node:fs';",
      'core imports only luxon and xstate',
    ],
    [
      'upwards inside core',
      'src/core/signals/signal.ts',
      "import type { N } from '../need/need.ts';",
      'core/signals may import core/meeting',
    ],
    [
      'over several lines',
      'src/core/need/need.ts',
      "import {\n  a,\n  b,\n} from '../gate/act.ts';",
      'core/need may import core/meeting, core/fairness, core/signals',
    ],
    [
      'as a re-export',
      'src/core/need/need.ts',
      "export * from '../time/check-time.ts';",
      'core/need may import',
    ],
    [
      'of the gate from beside it',
      'src/core/load/cost.ts',
      "import { act } from '../gate/act.ts';",
      'core/load may import core/meeting',
    ],
    [
      'of a provider from app',
      'src/app/triage.ts',
      "import { read } from '../providers/files/read-ics.ts';",
      'app may import core',
    ],
    [
      'of a sibling provider',
      'src/providers/google/map.ts',
      "import { x } from '../files/read-ics.ts';",
      'providers/google may import itself, formats, transport, app and core',
    ],
    [
      'of a neighbouring layer',
      'src/store/cases.ts',
      "import { x } from '../http/routes.ts';",
      'store may import app, core',
    ],
    [
      'of values of core in front',
      'src/front/page.ts',
      "import { judge } from '../core/gate/judge.ts';",
      'front may import itself and types of core',
    ],
    [
      'of app in front',
      'src/front/page.ts',
      "import type { T } from '../app/triage.ts';",
      'front may import itself and types of core',
    ],
    ['at run time', 'src/app/triage.ts', "const x = await import('../cli/start.ts');", 'app may import core'],
    ['of tests', 'src/app/triage.ts', "import { x } from '../../test/samples.ts';", 'src stands alone'],
  ])('%s', (_, path, text, allowed) => {
    expect(importProblems([{ path, text }])).toEqual([expect.stringContaining(`${path} imports`)]);
    expect(importProblems([{ path, text }])[0]).toContain(allowed);
  });

  it('in a circle', () => {
    const circle = [
      { path: 'src/core/need/a.ts', text: "import { b } from './b.ts';" },
      { path: 'src/core/need/b.ts', text: "import { c } from './c.ts';" },
      { path: 'src/core/need/c.ts', text: "import { a } from './a.ts';" },
    ];
    expect(importProblems(circle)).toEqual([
      expect.stringMatching(
        /^src\/core\/need\/a\.ts -> src\/core\/need\/b\.ts -> src\/core\/need\/c\.ts -> src\/core\/need\/a\.ts/,
      ),
    ]);
  });

  it.each([
    [
      'downwards',
      'src/cli/triage.ts',
      "import { a } from '../core/gate/act.ts';\nimport { b } from '../config/policy.ts';",
    ],
    ['types of core in front', 'src/front/page.ts', "import type { J } from '../core/gate/judge.ts';"],
    [
      'inside a provider',
      'src/providers/google/map.ts',
      "import { x } from './schema.ts';\nimport { z } from 'zod';",
    ],
    ['types that refer to each other', 'src/core/need/a.ts', "import type { A } from './a.ts';"],
    [
      'words about imports',
      'src/core/need/a.ts',
      "// do not import from '../gate/act.ts'\nconst text = 'x';",
    ],
  ])('but not: %s', (_, path, text) => {
    expect(importProblems([{ path, text }])).toEqual([]);
  });
});
