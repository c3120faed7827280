import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**', 'var/**']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,domains,apps,tools}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts'],
          setupFiles: ['tools/seed-properties.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['{packages,domains,apps,tools}/**/*.db.test.ts'],
          exclude,
          globalSetup: ['packages/platform/src/database/test-database.ts'],
          setupFiles: ['tools/seed-properties.ts'],
          // Far above what a test takes: a busy machine must not fail a run.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          exclude,
          globalSetup: existsSync('e2e/setup.ts') ? ['e2e/setup.ts'] : [],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
