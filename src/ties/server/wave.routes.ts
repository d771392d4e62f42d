import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { waveApi } from '../core/wave.api.ts'
import * as acts from './wave.acts.ts'
import * as edit from './wave.edit.acts.ts'
import { finishWave } from './wave.end.acts.ts'
import * as read from './wave.read.acts.ts'

export const waveRoutes = (house: House): void => {
  serve(house, waveApi.list, (tx, { query }) => read.listWaves(tx, query.caseId))
  serve(house, waveApi.compare, (tx, { query }) => read.compareTheWaves(tx, query))
  serve(house, waveApi.open, (tx, { params }) => read.readWave(tx, params.waveId))
  serve(house, waveApi.begin, (tx, { body }) => acts.beginWave(tx, body))
  serve(house, waveApi.refuse, (tx, { body }) => acts.refuseWave(tx, body))
  serve(house, waveApi.take, (tx, { params }) => acts.takeWave(tx, params.waveId))
  serve(house, waveApi.drop, (tx, { params, body }) => acts.dropWave(tx, params.waveId, body.refused))
  serve(house, waveApi.amend, (tx, { params, body: { version, ...given } }) =>
    edit.amendWave(tx, { ...params, version }, given),
  )
  serve(house, waveApi.saveResources, (tx, { params, body }) =>
    edit.saveResources(tx, { ...params, version: body.version }, body.answers),
  )
  serve(house, waveApi.saveAlter, (tx, { params, body }) =>
    edit.saveTheAlter(tx, { ...params, version: body.version }, body.alter),
  )
  serve(house, waveApi.removeAlter, (tx, { params, body }) =>
    edit.removeTheAlter(tx, { ...params, version: body.version }),
  )
  serve(house, waveApi.saveLinks, (tx, { params, body }) =>
    edit.saveTheLinks(tx, { ...params, version: body.version }, body.links),
  )
  serve(house, waveApi.finish, (tx, { params, body }) => finishWave(tx, params.waveId, body.version))
}
