import { renderOwnPage } from '../../persons/server/ownPage.door.tsx'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { type PageReply, servePage } from '../../platform/server/page.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { ownAcrossPages } from '../core/across.schema.ts'
import { questionPageWords } from '../core/question.page.words.ts'
import { ownTiePages } from '../core/question.schema.ts'
import { isBornHere, isOfBoth, otherEnd } from '../core/tie.ts'
import { tieWords } from '../core/tie.words.ts'
import { OwnTies, type OwnTiesView } from '../web/OwnTies.tsx'
import { takeMyself } from './across.acts.ts'
import { answerMyself } from './question.acts.ts'
import { questionsFor } from './question.store.ts'
import { endMyTie } from './tie.acts.ts'
import { tiesOfPerson } from './tie.door.ts'
import { ownWaveSentence } from './wave.door.ts'

/** What was just done, or the reason why it could not be. */
type Said = { readonly answered: boolean; readonly wrong: string }

const viewOf = async (tx: Tx, language: Language, said: Said): Promise<OwnTiesView> => {
  const districtId = tx.actor.districtId ?? ''
  const ties = await tiesOfPerson(tx, districtId, tx.actor.id)
  const waves = await ownWaveSentence(tx, language, { districtId, personId: tx.actor.id })
  return {
    answered: said.answered,
    waves,
    questions: await questionsFor(tx, districtId, tx.actor.id),
    ties: ties
      .filter(({ until }) => until === null)
      .map((tie) => ({
        id: tie.id,
        name: otherEnd(tie, tx.actor.id).label || '—',
        text: say(tieWords, language, `ties.kind.${tie.kind}`),
        born: isBornHere(tie),
        since: tie.since,
        mayEnd: tie.across !== null || isOfBoth(tie),
      })),
    today: tx.today,
    wrong: said.wrong,
  }
}

const tiesPage = async (tx: Tx, language: Language, said: Said): Promise<Outcome<PageReply>> => {
  const content = <OwnTies view={await viewOf(tx, language, said)} />
  return done({
    html: renderOwnPage({ language, title: say(questionPageWords, language, 'ties.own.title'), isIn: true, content }),
  })
}

/** On to the page that thanks; what cannot be taken comes back with the reason, and the form to try again. */
const nextPage = async (
  tx: Tx,
  { house, language }: { house: House; language: Language },
  outcome: Outcome<unknown>,
): Promise<Outcome<PageReply>> => {
  if (outcome.ok) return done({ location: '/mio/legami?detto=1' })
  const { kind } = outcome.refusal
  if (kind !== 'invalid' && kind !== 'conflict') return outcome
  const shown = await tiesPage(tx, language, { answered: false, wrong: house.sayRefusal(language, outcome.refusal) })
  return shown.ok && 'html' in shown.value ? done({ ...shown.value, status: 422 }) : shown
}
/** The person's ties on their own page, and the answers that are theirs to give: plain HTML, no script. */
export const ownTieRoutes = (house: House): void => {
  servePage(house, ownTiePages.ties, (tx, { language, query }) =>
    tiesPage(tx, language, { answered: query.detto !== undefined, wrong: '' }),
  )
  servePage(house, ownTiePages.answer, async (tx, { body, language }) =>
    body ? nextPage(tx, { house, language }, await answerMyself(tx, body.questionId, body.answer)) : unknown(),
  )
  servePage(house, ownAcrossPages.take, async (tx, { body, language }) =>
    nextPage(tx, { house, language }, body ? await takeMyself(tx, body.code) : refuse('invalid', 'ties.codeUnknown')),
  )
  servePage(house, ownAcrossPages.over, async (tx, { body, language }) =>
    nextPage(
      tx,
      { house, language },
      body ? await endMyTie(tx, body.tieId, body.until) : refuse('invalid', 'ties.dayMissing'),
    ),
  )
}
