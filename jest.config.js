const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.js' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
};

/** Unit tests stand beside the code; suites that span modules stand in test/. */
export default {
  testTimeout: 60_000,
  // The machines have two cores, and Jest would leave one of them to itself.
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.test.ts'] },
    { ...shared, displayName: 'suites', testMatch: ['<rootDir>/test/**/*.test.ts'] },
  ],
};
