import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { questionApi } from '../core/question.schema.ts'
import * as acts from './question.acts.ts'

export const questionRoutes = (house: House): void => {
  serve(house, questionApi.list, (tx, { query }) => acts.questionsOfCase(tx, query.caseId))
  serve(house, questionApi.answer, (tx, { params, body }) => acts.answerForPerson(tx, params.questionId, body))
  serve(house, questionApi.claim, (tx, { params, body }) => acts.claimAlter(tx, params.tieId, body.personId))
}
