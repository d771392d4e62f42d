import { accessWords } from '../access/core/access.words.ts'
import { accessMailWords } from '../access/core/mail.words.ts'
import { permissionWords } from '../access/core/permission.words.ts'
import { accessJobs, accessRoutes } from '../access/server/access.routes.ts'
import { caseActWords } from '../cases/core/acts.words.ts'
import { caseWords } from '../cases/core/case.words.ts'
import { transferWords } from '../cases/core/transfer.words.ts'
import { caseRoutes } from '../cases/server/case.routes.ts'
import { classWords } from '../centers/core/class.words.ts'
import { centerJobs } from '../centers/server/class.jobs.ts'
import { centerRoutes } from '../centers/server/class.routes.tsx'
import { deskWords } from '../desk/core/desk.words.ts'
import { deskRoutes } from '../desk/server/desk.routes.ts'
import { appointmentWords } from '../gatherings/core/appointment.words.ts'
import { gatheringRoutes } from '../gatherings/server/appointment.routes.ts'
import { shiftWords } from '../hours/core/shift.words.ts'
import { hourRoutes } from '../hours/server/shift.routes.ts'
import { measureWords } from '../measures/core/measure.words.ts'
import { measureRoutes } from '../measures/server/measure.routes.ts'
import { measureJobs } from '../measures/server/plan.jobs.ts'
import { planNow, takePlan } from '../measures/server/shelf.acts.ts'
import { organisationWords } from '../organisations/core/organisation.words.ts'
import { organisationRoutes } from '../organisations/server/organisation.routes.ts'
import { importWords } from '../outreach/core/import.words.ts'
import { referralWords } from '../outreach/core/referral.words.ts'
import { outreachJobs } from '../outreach/server/outreach.jobs.ts'
import { referralRoutes } from '../outreach/server/referral.routes.ts'
import { actWords } from '../pacts/core/act.words.ts'
import { contentWords } from '../pacts/core/content.words.ts'
import { followWords } from '../pacts/core/follow.words.ts'
import { ownWords } from '../pacts/core/own.words.ts'
import { pactWords } from '../pacts/core/pact.words.ts'
import { paperWords } from '../pacts/core/paper.words.ts'
import { reasonWords } from '../pacts/core/reasons.words.ts'
import { pactJobs } from '../pacts/server/day.jobs.ts'
import { pactRoutes } from '../pacts/server/pact.routes.ts'
import { personWords } from '../persons/core/person.words.ts'
import { personsWords } from '../persons/core/persons.words.ts'
import { personRoutes } from '../persons/server/person.routes.ts'
import { filesWords } from '../platform/core/files.words.ts'
import { platformWords } from '../platform/core/platform.words.ts'
import type { Refusal } from '../platform/core/refusal.ts'
import { sheetWords } from '../platform/core/sheet.words.ts'
import { textWords } from '../platform/core/text.words.ts'
import { type Catalogue, type Language, type Params, say } from '../platform/core/words.ts'
import type { House } from '../platform/server/house.ts'
import { type JobBook, platformJobs } from '../platform/server/jobs.ts'
import { resultsWords } from '../results/core/results.words.ts'
import { resultsRoutes } from '../results/server/results.routes.ts'
import { settingsWords } from '../settings/core/settings.words.ts'
import { settingsRoutes } from '../settings/server/settings.routes.ts'
import { noticeWords } from '../site/core/notices.words.ts'
import { siteWords } from '../site/core/site.words.ts'
import { siteRoutes } from '../site/server/site.routes.tsx'
import { exportWords } from '../ties/core/export.words.ts'
import { networkWords } from '../ties/core/network.words.ts'
import { questionWords } from '../ties/core/question.words.ts'
import { surveyWords } from '../ties/core/survey.words.ts'
import { tieWords } from '../ties/core/tie.words.ts'
import { waveWords } from '../ties/core/wave.words.ts'
import { exportRoutes } from '../ties/server/export.routes.ts'
import { figuresRoutes } from '../ties/server/figures.routes.ts'
import { networkRoutes } from '../ties/server/network.routes.ts'
import { occasionRoutes } from '../ties/server/occasion.routes.ts'
import { ownTieRoutes } from '../ties/server/own.routes.tsx'
import { questionRoutes } from '../ties/server/question.routes.ts'
import { surveyRoutes } from '../ties/server/survey.routes.tsx'
import { bodiesTogether } from '../ties/server/survey.store.ts'
import { tieJobs } from '../ties/server/tie.jobs.ts'
import { tieRoutes } from '../ties/server/tie.routes.ts'
import { waveRoutes } from '../ties/server/wave.routes.ts'

/** A room as the hall sees it. */
type Room = {
  readonly name: string
  readonly words: readonly Catalogue[]
  readonly open?: (house: House) => void
  readonly jobs?: JobBook
}

/** Every room of the house, from the cellar up. */
export const rooms: readonly Room[] = [
  { name: 'platform', words: [platformWords, filesWords, sheetWords, textWords], jobs: platformJobs },
  { name: 'access', words: [accessWords, accessMailWords, permissionWords], open: accessRoutes, jobs: accessJobs },
  {
    name: 'settings',
    words: [settingsWords],
    open: (house) => settingsRoutes(house, { read: planNow, take: takePlan }),
  },
  { name: 'organisations', words: [organisationWords], open: organisationRoutes },
  { name: 'persons', words: [personWords, personsWords], open: personRoutes },
  {
    name: 'ties',
    words: [tieWords, waveWords, questionWords, exportWords, surveyWords, networkWords],
    open: (house) => {
      tieRoutes(house)
      waveRoutes(house)
      networkRoutes(house, bodiesTogether)
      figuresRoutes(house, bodiesTogether)
      surveyRoutes(house)
      occasionRoutes(house)
      questionRoutes(house)
      exportRoutes(house)
      ownTieRoutes(house)
    },
    jobs: tieJobs,
  },
  { name: 'measures', words: [measureWords], open: measureRoutes, jobs: measureJobs },
  { name: 'hours', words: [shiftWords], open: hourRoutes },
  { name: 'gatherings', words: [appointmentWords], open: gatheringRoutes },
  { name: 'outreach', words: [referralWords, importWords], open: referralRoutes, jobs: outreachJobs },
  {
    name: 'pacts',
    words: [pactWords, contentWords, followWords, reasonWords, paperWords, actWords, ownWords],
    open: pactRoutes,
    jobs: pactJobs,
  },
  { name: 'cases', words: [caseWords, caseActWords, transferWords], open: caseRoutes },
  { name: 'centers', words: [classWords], open: centerRoutes, jobs: centerJobs },
  { name: 'results', words: [resultsWords], open: resultsRoutes },
  { name: 'desk', words: [deskWords], open: deskRoutes },
  { name: 'site', words: [siteWords, noticeWords], open: siteRoutes },
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

/** What an act is called in the journal. */
export const sayAct = (language: Language, act: string): string =>
  `journal.${act}` in all[language] ? say(all, language, `journal.${act}`) : act

/** Whether every language has words for a key. */
export const hasWords = (key: string): boolean => key in all.it && key in all.en
