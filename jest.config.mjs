export default {
  testEnvironment: 'node',
  // Many tests wait: for HTTP, for processes that start, for a heartbeat. Three on two cores are faster than two.
  maxWorkers: '150%',
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
