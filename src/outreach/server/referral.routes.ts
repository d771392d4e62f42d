import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { antennasApi } from '../core/antennas.api.ts'
import { referralsApi } from '../core/referrals.api.ts'
import * as antennas from './antenna.acts.ts'
import * as acts from './referral.acts.ts'

export const referralRoutes = (house: House): void => {
  serve(house, referralsApi.list, (tx, { query }) => acts.listReferrals(tx, query))
  serve(house, referralsApi.open, (tx, { params }) => acts.openReferral(tx, params.referralId))
  serve(house, referralsApi.workers, (tx, { params }) => acts.listWorkers(tx, params.referralId))
  serve(house, referralsApi.record, (tx, { body }) => acts.recordReferral(tx, body))
  serve(house, referralsApi.change, (tx, { params, body }) => acts.changeReferral(tx, params.referralId, body))
  serve(house, referralsApi.assign, (tx, { params, body }) => acts.assignReferral(tx, params.referralId, body))
  serve(house, referralsApi.move, (tx, { params, body }) => acts.moveOn(tx, params.referralId, body))
  serve(house, antennasApi.list, (tx, { query }) => antennas.listAntennas(tx, query))
  serve(house, antennasApi.create, (tx, { body }) => antennas.createAntenna(tx, body))
  serve(house, antennasApi.renew, (tx, { params }) => antennas.renewLink(tx, params.antennaId))
  serve(house, antennasApi.revoke, (tx, { params }) => antennas.revokeLink(tx, params.antennaId))
}
