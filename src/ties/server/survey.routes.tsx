import type { ReactElement } from 'react'
import { renderOwnPage } from '../../persons/server/ownPage.door.tsx'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { type PageReply, servePage } from '../../platform/server/page.ts'
import { hashToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { surveyPageWords } from '../core/survey.page.words.ts'
import { surveyApi, surveyPages } from '../core/survey.schema.ts'
import { saidIn } from '../core/survey.ts'
import { SurveyBodyForm, SurveyGone, SurveyStart } from '../web/SurveyForm.tsx'
import * as acts from './survey.acts.ts'
import { answerSurvey, type OpenSurvey, surveyOfLink } from './survey.store.ts'

const shown = (language: Language, content: ReactElement, status = 200): Outcome<PageReply> =>
  done({
    status,
    html: renderOwnPage({ language, title: say(surveyPageWords, language, 'form.title'), isIn: false, content }),
  })

/** The survey behind a link; a link that opens nothing says so, and how to get another. */
const behind = async (
  tx: Tx,
  { token, language }: { token: string; language: Language },
  act: (survey: OpenSurvey, hash: string) => Promise<Outcome<PageReply>>,
): Promise<Outcome<PageReply>> => {
  const hash = hashToken(token)
  const survey = await surveyOfLink(tx, hash)
  return survey ? act(survey, hash) : shown(language, <SurveyGone />, 404)
}

const journal = (tx: Tx, act: string, { districtId, surveyId, organisationId }: OpenSurvey): Promise<void> =>
  writeJournal(tx, { act, districtId, subject: { kind: 'bodySurvey', id: surveyId }, changed: { organisationId } })

type Saying = {
  readonly token: string
  readonly language: Language
  readonly otherId: string
  readonly given: Readonly<Record<string, string | readonly string[]>>
}

const sayOf = (tx: Tx, { token, language, otherId, given }: Saying): Promise<Outcome<PageReply>> =>
  behind(tx, { token, language }, async (survey, hash) => {
    const other = survey.others.find(({ id }) => id === otherId)
    if (!other) return shown(language, <SurveyGone />, 404)
    const said = given.takeBack === 'yes' ? null : saidIn(given)
    if (said === undefined)
      return shown(language, <SurveyBodyForm token={token} survey={survey} other={other} given={given} missing />, 422)
    const why = await answerSurvey(tx, hash, { otherId, said })
    if (why) return shown(language, <SurveyGone />, 404)
    await journal(tx, 'ties.saySurvey', survey)
    return done({ location: `/questionario/${token}?${said === null ? 'tolto' : 'detto'}=${otherId}` })
  })

const publicRoutes = (house: House): void => {
  servePage(house, surveyPages.start, (tx, { params: { token }, query, language }) =>
    behind(tx, { token, language }, async (survey) =>
      shown(language, <SurveyStart token={token} survey={survey} just={query.detto ?? ''} taken={query.tolto ?? ''} />),
    ),
  )
  servePage(house, surveyPages.finish, (tx, { params: { token }, language }) =>
    behind(tx, { token, language }, async (survey, hash) => {
      await answerSurvey(tx, hash, { otherId: null, said: null })
      await journal(tx, 'ties.finishSurvey', survey)
      return done({ location: `/questionario/${token}?detto=fine` })
    }),
  )
  servePage(house, surveyPages.body, (tx, { params: { token, organisationId }, language }) =>
    behind(tx, { token, language }, async (survey) => {
      const other = survey.others.find(({ id }) => id === organisationId)
      if (!other) return shown(language, <SurveyGone />, 404)
      return shown(language, <SurveyBodyForm token={token} survey={survey} other={other} given={{}} missing={false} />)
    }),
  )
  servePage(house, surveyPages.say, (tx, { params, body, language }) =>
    sayOf(tx, { token: params.token, language, otherId: params.organisationId, given: body ?? {} }),
  )
}

export const surveyRoutes = (house: House): void => {
  serve(house, surveyApi.waves, (tx, { params }) => acts.surveysOf(tx, params.districtId))
  serve(house, surveyApi.open, (tx, { params }) => acts.openSurvey(tx, params.surveyId))
  serve(house, surveyApi.ask, (tx, { params, body }) => acts.askBodies(tx, { ...params, ...body }))
  serve(house, surveyApi.link, (tx, { params }) => acts.newLink(tx, params.surveyId, params.organisationId))
  serve(house, surveyApi.close, (tx, { params }) => acts.closeTheSurvey(tx, params.surveyId))
  publicRoutes(house)
}
