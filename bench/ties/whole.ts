import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// the product's own modules are read as its builder reads them
await runnerImport(fileURLToPath(import.meta.resolve('./whole.work.ts')), { configFile: false, logLevel: 'error' })
