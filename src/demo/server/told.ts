import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AccountRole } from '../core/plan.schema.ts'
import type { DemoAccount, DemoReport } from './load.ts'

const purposes: Readonly<Record<AccountRole, string>> = {
  admin: 'amministra il sistema / runs the system',
  evaluator: 'legge i risultati / reads the results',
  intake: 'accoglie le richieste / receives calls for a hand',
  socialWorker: 'apre e segue i casi / opens and follows cases',
  tutor: 'scrive e segue i patti / writes and follows pacts',
  panel: 'approva i patti / approves pacts',
  coordinator: 'coordina l’ambito / coordinates the district',
  host: 'segna le presenze / confirms attendance',
  auditor: 'controlla gli accessi / audits who opened what',
  teacher: 'chiede a una classe / asks a class',
}

const rowOf = ({ email, role, district }: DemoAccount): string =>
  `  ${email.padEnd(40)} ${purposes[role].padEnd(54)} ${district ?? ''}`.trimEnd()

/** What is printed once, after the demo programme was loaded: how to get in, as whom, and as a person or an antenna. */
export const demoLines = ({ password, accounts, cards, antennaLink, surveyLink }: DemoReport): string[] => [
  'Programma dimostrativo: tutte le persone sono inventate / demo programme: nobody is real',
  '',
  ...accounts.map(rowOf),
  '',
  `  password: ${password}`,
  '  codice / one-time code: npm run demo:code tutor.crema',
  '',
  'La pagina di una persona, con il PIN della sua tessera / a person’s own page, with the PIN of the card:',
  ...cards.map(({ name, link, pin, district }) => `  ${link}  PIN ${pin}  ${name}, ${district}`),
  'Il collegamento di un’antenna / the link of an antenna:',
  `  ${antennaLink}`,
  'Il questionario di un ente, aperto adesso / the survey of a body, open now:',
  `  ${surveyLink}`,
]

const fileIn = (dataDir: string): string => join(dataDir, 'demo.txt')

/** Keeps what was printed where only the owner of the installation reads it (0600). */
export const keepTold = (dataDir: string, lines: readonly string[]): string => {
  const file = fileIn(dataDir)
  rmSync(file, { force: true })
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  return file
}

/** Forgets the demo that was: what was printed about it, and the files that its use has left. */
export const forgetTold = (dataDir: string): void => {
  rmSync(fileIn(dataDir), { force: true })
  rmSync(join(dataDir, 'files'), { recursive: true, force: true })
}

/** Where the accounts are written down, for later starts. */
export const toldIn = fileIn
