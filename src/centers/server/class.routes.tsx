import { renderOwnPage } from '../../persons/server/ownPage.door.tsx'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { type PageReply, servePage } from '../../platform/server/page.ts'
import { mayTry } from '../../platform/server/rate.store.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { classPageWords } from '../core/class.page.words.ts'
import { classApi, classPages } from '../core/class.schema.ts'
import { PupilPage, type PupilStep } from '../web/PupilPage.tsx'
import * as acts from './class.acts.ts'
import { classOfCode, keepAnswer } from './class.store.ts'

/** A whole school answers from one address within an hour, each pupil in two steps; whoever guesses codes gets no further. */
const tries = { seconds: 3600, atMost: 1000 }

const shown = (language: Language, step: PupilStep, status = 200): Outcome<PageReply> =>
  done({
    status,
    html: renderOwnPage({
      language,
      title: say(classPageWords, language, 'pupil.title'),
      isIn: false,
      narrow: true,
      content: <PupilPage step={step} />,
    }),
  })

type Form = {
  readonly code: string
  readonly number: string
  readonly choices: readonly string[]
  readonly isAnswer: boolean
}

const whole = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : 0)

/** First the code and the number, then whom this number is at ease with; each refusal keeps what was typed. */
const answer = async (tx: Tx, language: Language, form: Form): Promise<Outcome<PageReply>> => {
  const { code, number } = form
  const start = (problem: 'code' | 'number' | 'answered' | 'tries', status: number) =>
    shown(language, { kind: 'enter', code, number, problem }, status)
  if (!(await mayTry(tx, 'class.code', tries))) return start('tries', 429)
  const hash = acts.hashOf(tx, code)
  const one = await classOfCode(tx, hash)
  if (!one) return start('code', 404)
  const pupil = whole(number)
  if (pupil < 1 || pupil > one.pupils) return start('number', 422)
  if (one.answered.includes(pupil)) return start('answered', 409)
  const choices = form.choices.map(whole)
  const asked: PupilStep = { kind: 'choose', code, pupil, ...one, chosen: choices, tooMany: false }
  if (!form.isAnswer) return shown(language, asked)
  const why = await keepAnswer(tx, hash, pupil, choices)
  if (why === 'choices') return shown(language, { ...asked, tooMany: true }, 422)
  if (why === 'answered') return start('answered', 409)
  if (why) return start('code', 404)
  const { districtId, classId } = one
  await writeJournal(tx, { act: 'centers.answerClass', districtId, subject: { kind: 'schoolClass', id: classId } })
  return shown(language, { kind: 'thanks' })
}

const pupilRoutes = (house: House): void => {
  servePage(house, classPages.enter, async (_tx, { language }) =>
    shown(language, { kind: 'enter', code: '', number: '', problem: null }),
  )
  servePage(house, classPages.answer, (tx, { body, language }) => {
    const { code = '', number = '', choice, done: isAnswer } = body ?? {}
    const choices = choice === undefined ? [] : Array.isArray(choice) ? choice : [choice]
    return answer(tx, language, { code, number, choices, isAnswer: isAnswer !== undefined })
  })
}

export const centerRoutes = (house: House): void => {
  serve(house, classApi.list, (tx) => acts.listClasses(tx))
  serve(house, classApi.make, (tx, { body }) => acts.makeClass(tx, body))
  serve(house, classApi.open, (tx, { params }) => acts.openClass(tx, params.classId))
  serve(house, classApi.ask, (tx, { params, body }) => acts.askClass(tx, { ...params, ...body }))
  serve(house, classApi.close, (tx, { params }) => acts.closeWave(tx, params.classId, params.number))
  serve(house, classApi.again, (tx, { params, body }) => acts.askAgain(tx, { ...params, ...body }))
  serve(house, classApi.addPhoto, (tx, { params, query, bytes }) => acts.addPhoto(tx, { ...params, ...query, bytes }))
  serve(house, classApi.photo, (tx, { params }) => acts.photoOf(tx, params.classId))
  serve(house, classApi.erase, (tx, { params }) => acts.eraseClass(tx, params.classId))
  pupilRoutes(house)
}
