import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { measureApi } from '../core/measure.api.ts'
import { shelfApi } from '../core/shelf.api.ts'
import * as acts from './measure.acts.ts'
import { ownMeasureRoutes } from './own.routes.tsx'
import { shareMeasure } from './share.acts.ts'
import { measureSheet } from './sheet.acts.ts'
import * as shelf from './shelf.acts.ts'

export const measureRoutes = (house: House): void => {
  serve(house, measureApi.list, (tx, { query }) => measureSheet(tx, query.caseId))
  serve(house, measureApi.start, (tx, { body }) => acts.startMeasure(tx, body))
  serve(house, measureApi.open, (tx, { params }) => acts.openMeasure(tx, params.measureId))
  serve(house, measureApi.answer, (tx, { params, body }) => acts.answerItem(tx, params, body))
  serve(house, measureApi.finish, (tx, { params, body }) => acts.finishMeasure(tx, params.measureId, body))
  serve(house, measureApi.stop, (tx, { params, body }) => acts.stopMeasure(tx, params.measureId, body.because))
  serve(house, measureApi.share, (tx, { params, body }) => shareMeasure(tx, params.measureId, body.shared))
  serve(house, measureApi.refuse, (tx, { params }) => acts.refuseDue(tx, params.dueId))
  serve(house, measureApi.talked, (tx, { params }) => acts.finishTalk(tx, params.taskId))
  serve(house, shelfApi.shelf, (tx) => shelf.readShelf(tx))
  serve(house, shelfApi.saveTexts, (tx, { params, body }) => shelf.saveTexts(tx, params.code, body))
  serve(house, shelfApi.savePlan, (tx, { body }) => shelf.savePlan(tx, body))
  serve(house, shelfApi.figures, (tx) => shelf.readFigures(tx))
  ownMeasureRoutes(house)
}
