import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Tests that start the real program wait for a whole Node process on a machine that may be busy.
    testTimeout: 30_000,
    maxWorkers: 2,
  },
})
