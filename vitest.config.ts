import { defineConfig } from 'vitest/config'

/** Files that replace a module, or change the process, for their own tests: each has a process of its own. */
const ALONE = ['test/write-file.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['test/support/setup.ts'],
    // Tests that start the real program wait for a whole Node process on a machine that may be busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    projects: [
      // The program keeps nothing between two runs in one process, so that files can share one: what they import is
      // compiled once and not a hundred times.
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
})
