import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { antennasApi } from '../core/antennas.api.ts'
import { importsApi } from '../core/imports.api.ts'
import { referralsApi } from '../core/referrals.api.ts'
import * as antennas from './antenna.acts.ts'
import * as imports from './import.acts.ts'
import * as persons from './person.acts.ts'
import * as acts from './referral.acts.ts'

const importRoutes = (house: House): void => {
  serve(house, importsApi.list, (tx, { query }) => imports.listRuns(tx, query))
  serve(house, importsApi.read, (tx, { query, bytes }) => imports.readList(tx, query, bytes))
  serve(house, importsApi.open, (tx, { params, query }) => imports.openList(tx, params.importId, query))
  serve(house, importsApi.map, (tx, { params, body }) => imports.mapColumns(tx, params.importId, body))
  serve(house, importsApi.confirm, (tx, { params, body }) => imports.confirmList(tx, params.importId, body))
  serve(house, importsApi.progress, (tx, { params }) => imports.progressOf(tx, params.importId))
  serve(house, importsApi.resume, (tx, { params }) => imports.resumeWork(tx, params.importId))
  serve(house, importsApi.refused, (tx, { params }) => imports.refusedFile(tx, params.importId))
  serve(house, importsApi.cancel, (tx, { params }) => imports.cancelList(tx, params.importId))
}

export const referralRoutes = (house: House): void => {
  importRoutes(house)
  serve(house, referralsApi.list, (tx, { query }) => acts.listReferrals(tx, query))
  serve(house, referralsApi.open, (tx, { params }) => acts.openReferral(tx, params.referralId))
  serve(house, referralsApi.workers, (tx, { params }) => acts.listWorkers(tx, params.referralId))
  serve(house, referralsApi.record, (tx, { body }) => acts.recordReferral(tx, body))
  serve(house, referralsApi.change, (tx, { params, body }) => acts.changeReferral(tx, params.referralId, body))
  serve(house, referralsApi.assign, (tx, { params, body }) => acts.assignReferral(tx, params.referralId, body))
  serve(house, referralsApi.move, (tx, { params, body }) => acts.moveOn(tx, params.referralId, body))
  serve(house, referralsApi.register, (tx, { params, body }) => persons.registerFrom(tx, params.referralId, body))
  serve(house, referralsApi.link, (tx, { params, body }) => persons.linkPerson(tx, params.referralId, body))
  serve(house, referralsApi.unlink, (tx, { params, body }) => persons.unlinkPerson(tx, params.referralId, body))
  serve(house, antennasApi.list, (tx, { query }) => antennas.listAntennas(tx, query))
  serve(house, antennasApi.create, (tx, { body }) => antennas.createAntenna(tx, body))
  serve(house, antennasApi.renew, (tx, { params }) => antennas.renewLink(tx, params.antennaId))
  serve(house, antennasApi.revoke, (tx, { params }) => antennas.revokeLink(tx, params.antennaId))
}
