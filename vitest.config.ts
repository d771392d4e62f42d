import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const pure = ['src/*/core/**/*.test.ts', 'bench/rules/*.test.ts']
const journeys = ['bench/journeys/*.test.ts']

/** Three kinds of test: pure ones, ones on a real database, and journeys in a real browser on the built product. */
export default defineConfig({
  plugins: [react()],
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'bench/**/*.test.ts', 'bench/**/*.test.tsx'],
          exclude: [...pure, ...journeys],
          globalSetup: ['bench/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup: ['bench/journeys/product.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
})
