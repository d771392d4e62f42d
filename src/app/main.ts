import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../platform/server/config.ts'
import { startJobs } from '../platform/server/jobs.ts'
import { openDatabases } from './databases.ts'
import { demoAtStart } from './demo.ts'
import { rooms } from './rooms.ts'
import { buildServer } from './server.ts'
import { makeServices } from './services.ts'
import { version } from './version.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const start = async (): Promise<void> => {
  const config = readConfig(process.env)
  const databases = await openDatabases(config, say)
  await demoAtStart(databases, { command: join(dirname(fileURLToPath(import.meta.url)), 'command.js'), say })
  const services = await makeServices(config, databases.app, databases.dataDir)
  const { app } = await buildServer(services, version)
  const runner = await startJobs(
    services,
    rooms.flatMap((room) => (room.jobs ? [room.jobs] : [])),
  )
  await app.listen({ port: config.PORT, host: config.HOST })
  say(`Fare Legami ${version}: ${services.baseUrl}`)
  const stop = async (): Promise<void> => {
    await app.close()
    await runner.stop()
    await databases.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
