export default {
  testEnvironment: 'node',
  // Most tests wait for HTTP now and then: two on two cores are faster than the usual one. (More than 100 % is read as a number.)
  maxWorkers: '100%',
  // What a test file imported stays in memory; a process that has gathered too much of it is replaced.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // No test measures time (bench/ does); this only ends what hangs.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
