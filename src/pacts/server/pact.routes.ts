import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { followApi } from '../core/follow.api.ts'
import { pactApi } from '../core/pact.api.ts'
import { signApi } from '../core/sign.api.ts'
import { versionApi } from '../core/version.api.ts'
import { giveCode, printSlip } from './code.acts.ts'
import { pactFile, plainFile, signatureFile } from './document.acts.ts'
import { editVersion, listEdits, resolveEdit } from './edit.acts.ts'
import { addLateReview, holdFollowUp, holdReview, scheduleReview } from './follow.acts.ts'
import { markItem } from './mark.acts.ts'
import { makeMove } from './moves.acts.ts'
import { ownPactRoutes } from './own.routes.tsx'
import { listPacts, openPact } from './sheet.acts.ts'
import { signOnPaper, signPact } from './sign.acts.ts'
import { startPact } from './start.acts.ts'
import { verifyPact } from './verify.acts.ts'
import { compareVersions, makeVersionMove, renegotiate } from './version.acts.ts'
import { answerWord } from './word.acts.ts'

export const pactRoutes = (house: House): void => {
  serve(house, pactApi.list, (tx, { query }) => listPacts(tx, query))
  serve(house, pactApi.start, (tx, { body }) => startPact(tx, body))
  serve(house, pactApi.open, (tx, { params }) => openPact(tx, params.pactId))
  serve(house, pactApi.move, (tx, { params, body }) => makeMove(tx, params.pactId, body))
  serve(house, pactApi.mark, (tx, { params, body }) => markItem(tx, params.pactId, body))
  serve(house, pactApi.document, (tx, { params, query }) => pactFile(tx, params.pactId, query))
  serve(house, pactApi.plain, (tx, { params, query }) => plainFile(tx, params.pactId, query))
  serve(house, pactApi.verify, (tx, { params }) => verifyPact(tx, params.pactId))
  serve(house, versionApi.compare, (tx, { params, query }) => compareVersions(tx, params.pactId, query))
  serve(house, versionApi.renegotiate, (tx, { params, body }) => renegotiate(tx, params.pactId, body))
  serve(house, versionApi.edit, (tx, { params, body }) => editVersion(tx, params, body.edits))
  serve(house, versionApi.edits, (tx, { params, query }) => listEdits(tx, params, query))
  serve(house, versionApi.resolve, (tx, { params, body }) => resolveEdit(tx, params, body))
  serve(house, versionApi.move, (tx, { params, body }) => makeVersionMove(tx, params, body))
  serve(house, signApi.code, (tx, { params, body }) => giveCode(tx, params, body))
  serve(house, signApi.slip, (tx, { params, body }) => printSlip(tx, params, body))
  serve(house, signApi.sign, (tx, { params, body }) => signPact(tx, params, body))
  serve(house, signApi.paper, (tx, { params, query, bytes }) => signOnPaper(tx, params, { ...query, bytes }))
  serve(house, signApi.paperFile, (tx, { params }) => signatureFile(tx, params))
  serve(house, followApi.scheduleReview, (tx, { params, body }) => scheduleReview(tx, params.pactId, body))
  serve(house, followApi.holdReview, (tx, { params, body }) => holdReview(tx, params, body))
  serve(house, followApi.holdFollowUp, (tx, { params, body }) => holdFollowUp(tx, params, body))
  serve(house, followApi.lateNote, (tx, { params, body }) => addLateReview(tx, params.pactId, body))
  serve(house, followApi.answerWord, (tx, { params, body }) => answerWord(tx, params, body))
  ownPactRoutes(house)
}
