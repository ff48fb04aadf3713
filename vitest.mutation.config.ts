import { defineConfig } from 'vitest/config'

// What Stryker runs for each change in a rule: the rules' own tests, which take no files and no processes.
export default defineConfig({
  test: {
    include: ['test/rules.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    env: { JUDGE_EACH_TIME: '1' },
  },
})
