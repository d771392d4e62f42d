import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { cardApi } from '../core/card.api.ts'
import { householdApi } from '../core/household.api.ts'
import { mergeApi } from '../core/merge.api.ts'
import { noticeApi } from '../core/notice.api.ts'
import { personApi } from '../core/person.api.ts'
import { readAccesses } from './access.acts.ts'
import * as cards from './card.acts.ts'
import * as corrections from './correction.acts.ts'
import * as grounds from './ground.acts.ts'
import * as households from './household.acts.ts'
import * as merges from './merge.acts.ts'
import { noticeTold, readNotices } from './notice.acts.ts'
import { ownRoutes } from './own.routes.tsx'
import * as persons from './person.acts.ts'
import { askFollowed, searchPersons, searchTwins } from './search.acts.ts'

const openPersons = (house: House): void => {
  serve(house, personApi.search, (tx, { query }) => searchPersons(tx, query))
  serve(house, personApi.twins, (tx, { body }) => searchTwins(tx, body))
  serve(house, personApi.askFollowed, (tx, { body }) => askFollowed(tx, body.codiceFiscale))
  serve(house, personApi.register, (tx, { body }) => persons.registerPerson(tx, body))
  serve(house, personApi.open, (tx, { params }) => persons.openPerson(tx, params.id))
  serve(house, personApi.change, (tx, { params, body }) => persons.changePerson(tx, params.id, body))
  serve(house, personApi.addGround, (tx, { params, body }) => grounds.addGround(tx, params.id, body))
  serve(house, noticeApi.list, (tx, { params }) => readNotices(tx, params.id))
  serve(house, noticeApi.told, (tx, { params }) => noticeTold(tx, params.id, params.noticeId))
  serve(house, personApi.withdrawGround, (tx, { params }) => grounds.withdrawGround(tx, params.id, params.groundId))
  serve(house, personApi.accesses, (tx, { params, query }) =>
    readAccesses(tx, params.id, query, (act) => house.sayAct(tx.actor.language, act)),
  )
}

const openHouseholds = (house: House): void => {
  serve(house, householdApi.open, (tx, { params }) => households.openHousehold(tx, params.id))
  serve(house, householdApi.create, (tx, { body }) => households.createHousehold(tx, body))
  serve(house, householdApi.change, (tx, { params, body }) => households.changeHousehold(tx, params.id, body))
  serve(house, householdApi.addMember, (tx, { params, body }) => households.addMember(tx, params.id, body))
  serve(house, householdApi.endMember, (tx, { params, body }) => households.endMember(tx, params, body.to))
  serve(house, householdApi.moveMember, (tx, { params, body }) => households.moveMember(tx, params, body))
}

/** Persons, households, merges, cards and corrections; the person's own pages of the card. */
export const personRoutes = (house: House): void => {
  openPersons(house)
  openHouseholds(house)
  serve(house, mergeApi.preview, (tx, { body }) => merges.previewMerge(tx, body))
  serve(house, mergeApi.merge, (tx, { body }) => merges.mergePersons(tx, body))
  serve(house, mergeApi.undo, (tx, { params, body }) => merges.undoMerge(tx, params.id, body.reason))
  serve(house, cardApi.issue, (tx, { params, body }) => cards.issueCard(tx, params.id, body.language))
  serve(house, cardApi.revoke, (tx, { params }) => cards.revokeCard(tx, params.id))
  serve(house, cardApi.corrections, (tx, { query }) => corrections.readCorrections(tx, query))
  serve(house, cardApi.answerCorrection, (tx, { params, body }) => corrections.answerCorrection(tx, params.id, body))
  ownRoutes(house)
}
