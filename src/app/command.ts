import { readConfig } from '../platform/server/config.ts'
import { commands } from './commands.ts'

const [name = '', ...words] = process.argv.slice(2)
const command = commands[name]
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const fail = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

if (command) await command({ config: readConfig(process.env), words, say }).catch(fail)
else fail(new Error(`Comandi / commands: ${Object.keys(commands).sort().join(', ')}`))
