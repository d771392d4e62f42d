import { renderOwnPage } from '../../persons/server/ownPage.door.tsx'
import { done, type Outcome, unknown } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { type PageReply, servePage } from '../../platform/server/page.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { questionPageWords } from '../core/question.page.words.ts'
import { ownTiePages } from '../core/question.schema.ts'
import { isBornHere, otherEnd } from '../core/tie.ts'
import { tieWords } from '../core/tie.words.ts'
import { OwnTies, type OwnTiesView } from '../web/OwnTies.tsx'
import { answerMyself } from './question.acts.ts'
import { questionsFor } from './question.store.ts'
import { tiesOfPerson } from './tie.door.ts'
import { ownWaveSentence } from './wave.door.ts'

const viewOf = async (tx: Tx, language: Language, answered: boolean): Promise<OwnTiesView> => {
  const districtId = tx.actor.districtId ?? ''
  const ties = await tiesOfPerson(tx, districtId, tx.actor.id)
  const waves = await ownWaveSentence(tx, language, { districtId, personId: tx.actor.id })
  return {
    answered,
    waves,
    questions: await questionsFor(tx, districtId, tx.actor.id),
    ties: ties
      .filter(({ until }) => until === null)
      .map((tie) => ({
        id: tie.id,
        name: otherEnd(tie, tx.actor.id).label || '—',
        text: say(tieWords, language, `ties.kind.${tie.kind}`),
        born: isBornHere(tie),
      })),
  }
}

const tiesPage = async (tx: Tx, language: Language, answered: boolean): Promise<Outcome<PageReply>> => {
  const content = <OwnTies view={await viewOf(tx, language, answered)} />
  return done({
    html: renderOwnPage({ language, title: say(questionPageWords, language, 'ties.own.title'), isIn: true, content }),
  })
}

/** The person's ties on their own page, and the answers that are theirs to give: plain HTML, no script. */
export const ownTieRoutes = (house: House): void => {
  servePage(house, ownTiePages.ties, (tx, { language, query }) => tiesPage(tx, language, query.detto !== undefined))
  servePage(house, ownTiePages.answer, async (tx, { body }) => {
    if (!body) return unknown()
    const answered = await answerMyself(tx, body.questionId, body.answer)
    return answered.ok ? done({ location: '/mio/legami?detto=1' }) : answered
  })
}
