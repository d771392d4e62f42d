import { filesWords } from '../platform/core/files.words.ts'
import { platformWords } from '../platform/core/platform.words.ts'
import type { Refusal } from '../platform/core/refusal.ts'
import { type Catalogue, type Language, type Params, say } from '../platform/core/words.ts'
import type { House } from '../platform/server/house.ts'
import { type JobBook, platformJobs } from '../platform/server/jobs.ts'
import { settingsWords } from '../settings/core/settings.words.ts'
import { settingsRoutes } from '../settings/server/settings.routes.ts'

/** A room as the hall sees it. */
type Room = {
  readonly name: string
  readonly words: readonly Catalogue[]
  readonly open?: (house: House) => void
  readonly jobs?: JobBook
}

/** Every room of the house, from the cellar up. */
export const rooms: readonly Room[] = [
  { name: 'platform', words: [platformWords, filesWords], jobs: platformJobs },
  { name: 'settings', words: [settingsWords], open: settingsRoutes },
]

const all: Record<Language, Readonly<Record<string, Catalogue[Language][string]>>> = {
  it: Object.assign({}, ...rooms.flatMap((room) => room.words.map((words) => words.it))),
  en: Object.assign({}, ...rooms.flatMap((room) => room.words.map((words) => words.en))),
}

const plain = (about: Readonly<Record<string, unknown>> = {}): Params =>
  Object.fromEntries(
    Object.entries(about).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  )

/** A refusal in the reader's words; a code that no room knows is a fault of ours and says so. */
export const sayRefusal = (language: Language, refusal: Refusal): string =>
  refusal.code in all[language] ? say(all, language, refusal.code, plain(refusal.about)) : refusal.code

/** Whether every language has words for a key. */
export const hasWords = (key: string): boolean => key in all.it && key in all.en
