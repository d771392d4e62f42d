import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { acrossApi } from '../core/across.schema.ts'
import { questionApi } from '../core/question.schema.ts'
import * as across from './across.acts.ts'
import * as acts from './question.acts.ts'

export const questionRoutes = (house: House): void => {
  serve(house, questionApi.list, (tx, { query }) => acts.questionsOfCase(tx, query.caseId))
  serve(house, questionApi.answer, (tx, { params, body }) => acts.answerForPerson(tx, params.questionId, body))
  serve(house, acrossApi.code, (tx, { params, body }) => across.giveCode(tx, { ...params, ...body }))
  serve(house, acrossApi.take, (tx, { body }) => across.takeForPerson(tx, body))
  serve(house, questionApi.claim, (tx, { params, body }) => acts.claimAlter(tx, params.tieId, body.personId))
}
