import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { caseApi } from '../core/case.api.ts'
import { assessmentApi, noteApi } from '../core/diary.api.ts'
import { glassApi } from '../core/glass.api.ts'
import { transferApi } from '../core/transfer.api.ts'
import { attachmentApi, taskApi } from '../core/work.api.ts'
import * as assessments from './assessment.acts.ts'
import * as attachments from './attachment.acts.ts'
import * as cases from './case.acts.ts'
import * as equipe from './equipe.acts.ts'
import * as glass from './glass.acts.ts'
import * as notes from './note.acts.ts'
import { overseenTasks } from './oversight.acts.ts'
import * as reading from './read.acts.ts'
import * as tasks from './task.acts.ts'
import { timelineOf } from './timeline.acts.ts'
import * as transfers from './transfer.acts.ts'

export const caseRoutes = (house: House): void => {
  serve(house, caseApi.list, (tx, { query }) => reading.caseList(tx, query))
  serve(house, caseApi.open, (tx, { params }) => reading.openCase(tx, params.caseId))
  serve(house, caseApi.start, (tx, { body }) => cases.startCase(tx, body))
  serve(house, caseApi.move, (tx, { params, body }) => cases.moveTheCase(tx, params.caseId, body))
  serve(house, caseApi.join, (tx, { params, body }) => equipe.joinEquipe(tx, params.caseId, body))
  serve(house, caseApi.leave, (tx, { params }) => equipe.leaveEquipe(tx, params.caseId, params.memberId))
  serve(house, caseApi.candidates, (tx, { query }) => equipe.listColleagues(tx, query))
  serve(house, caseApi.timeline, (tx, { params, query }) =>
    timelineOf(tx, params.caseId, { asked: query, sayAct: house.sayAct }),
  )
  serve(house, glassApi.breakGlass, (tx, { body }) => glass.breakGlass(tx, body))
  serve(house, glassApi.openings, (tx, { query }) => glass.glassOpenings(tx, query))
  serve(house, glassApi.seen, (tx, { params }) => glass.glassSeen(tx, params.glassId))
  transferRoutes(house)
  diaryRoutes(house)
}

const transferRoutes = (house: House): void => {
  serve(house, transferApi.transferable, (tx, { params }) => transfers.transferable(tx, params.caseId))
  serve(house, transferApi.propose, (tx, { params, body }) => transfers.proposeTransfer(tx, params.caseId, body))
  serve(house, transferApi.list, (tx, { query }) => transfers.transferList(tx, query))
  serve(house, transferApi.open, (tx, { params }) => transfers.openTransfer(tx, params.transferId))
  serve(house, transferApi.accept, (tx, { params, body }) => transfers.acceptTransfer(tx, params.transferId, body))
  serve(house, transferApi.decline, (tx, { params, body }) =>
    transfers.declineTransfer(tx, params.transferId, body.reason),
  )
  serve(house, transferApi.withdraw, (tx, { params, body }) =>
    transfers.withdrawTransfer(tx, params.transferId, body.reason),
  )
}

const diaryRoutes = (house: House): void => {
  serve(house, noteApi.write, (tx, { params, body }) => notes.writeNote(tx, params.caseId, body))
  serve(house, noteApi.correct, (tx, { params, body }) => notes.correctTheNote(tx, params, body))
  serve(house, assessmentApi.latest, (tx, { params }) => assessments.readAssessment(tx, params.caseId))
  serve(house, assessmentApi.start, (tx, { params }) => assessments.startAssessment(tx, params.caseId))
  serve(house, assessmentApi.save, (tx, { params, body }) => assessments.saveDraft(tx, params, body))
  serve(house, assessmentApi.close, (tx, { params, body }) => assessments.closeTheAssessment(tx, params, body.version))
  serve(house, assessmentApi.agree, (tx, { params, body }) => assessments.agreeAssessment(tx, params, body.on))
  serve(house, taskApi.list, (tx, { query }) => tasks.taskList(tx, query))
  serve(house, taskApi.overseen, (tx, { query }) => overseenTasks(tx, query))
  serve(house, taskApi.add, (tx, { params, body }) => tasks.addTheTask(tx, params.caseId, body))
  serve(house, taskApi.finish, (tx, { params }) => tasks.finishTheTask(tx, params.taskId))
  serve(house, taskApi.cancel, (tx, { params }) => tasks.cancelTheTask(tx, params.taskId))
  serve(house, taskApi.silent, (tx) => reading.silentList(tx))
  serve(house, attachmentApi.list, (tx, { params }) => attachments.attachments(tx, params.caseId))
  serve(house, attachmentApi.add, (tx, { params, query, bytes }) =>
    attachments.attach(tx, params.caseId, { name: query.name, shared: query.shared === 'yes', bytes }),
  )
  serve(house, attachmentApi.download, (tx, { params }) => attachments.download(tx, params))
  serve(house, attachmentApi.remove, (tx, { params, body }) => attachments.removeAttachment(tx, params, body.reason))
}
