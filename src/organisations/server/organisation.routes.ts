import { done } from '../../platform/core/refusal.ts'
import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { organisationApi } from '../core/organisation.api.ts'
import * as acts from './organisation.acts.ts'
import * as store from './organisation.store.ts'

export const organisationRoutes = (house: House): void => {
  serve(house, organisationApi.list, async (tx, { query }) => done(await store.listOrganisations(tx, query)))
  serve(house, organisationApi.choices, async (tx, { query }) =>
    done({ rows: await store.listChoices(tx, query.q, query.kind) }),
  )
  serve(house, organisationApi.open, (tx, { params }) => acts.openOrganisation(tx, params.id))
  serve(house, organisationApi.create, (tx, { body }) => acts.createOrganisation(tx, body))
  serve(house, organisationApi.change, (tx, { params, body }) => acts.changeOrganisation(tx, params.id, body))
  serve(house, organisationApi.addSite, (tx, { params, body }) => acts.addSite(tx, params.id, body))
  serve(house, organisationApi.changeSite, (tx, { params, body }) =>
    acts.changeSite(tx, { id: params.siteId, organisationId: params.id }, body),
  )
}
