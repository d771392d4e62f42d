import { done } from '../../platform/core/refusal.ts'
import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { legameApi } from '../core/legame.schema.ts'
import { settingsApi } from '../core/settings.api.ts'
import { writeLegame } from './legame.acts.ts'
import { listLegame } from './legame.store.ts'
import * as acts from './settings.acts.ts'
import * as store from './settings.store.ts'

export const settingsRoutes = (house: House, measuring: acts.MeasuringKeeper): void => {
  serve(house, settingsApi.programme, async (tx) => done(await store.getProgramme(tx)))
  serve(house, settingsApi.changeProgramme, (tx, { body }) => acts.changeProgramme(tx, body))
  serve(house, settingsApi.districts, async (tx) => done({ rows: await store.listDistricts(tx) }))
  serve(house, settingsApi.saveDistrict, (tx, { params, body }) => acts.saveDistrict(tx, params.code, body))
  serve(house, settingsApi.catalogue, async (tx, { params }) =>
    done({ rows: await store.listCatalogue(tx, params.kind) }),
  )
  serve(house, settingsApi.saveCatalogueItem, (tx, { params, body }) => acts.saveCatalogueItem(tx, params, body))
  serve(house, settingsApi.targets, async (tx) => done({ rows: await store.listTargets(tx) }))
  serve(house, settingsApi.saveTarget, (tx, { params, body }) => acts.saveTarget(tx, params.code, body))
  serve(house, settingsApi.municipalities, async (tx) => done({ rows: await store.listMunicipalities(tx) }))
  serve(house, settingsApi.moveMunicipality, (tx, { params, body }) =>
    acts.moveMunicipality(tx, params.istatCode, body.district),
  )
  serve(house, settingsApi.export, async (tx) => done(await acts.exportConfiguration(tx, measuring)))
  serve(house, settingsApi.compare, (tx, { body }) => acts.compareConfiguration(tx, body, measuring))
  serve(house, settingsApi.import, (tx, { body }) => acts.importConfiguration(tx, body, measuring))
  serve(house, legameApi.versions, async (tx) => done({ rows: await listLegame(tx) }))
  serve(house, legameApi.write, (tx, { body }) => writeLegame(tx, body))
}
