import { defaultDeadlines, defaultRules } from '../../settings/core/settings.defaults.ts'
import { plusDays } from '../core/calendar.ts'
import {
  demoChannels,
  demoClosingReasons,
  demoDistricts,
  demoFunds,
  demoPactKinds,
  demoProgramme,
  demoTargets,
} from '../core/catalogue.ts'
import { unitNames } from '../core/content.plan.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import type { Scene } from './scene.ts'

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`

const programme = ({ today }: Scene): Row<'programme'> => ({
  name: demoProgramme.name,
  funder: demoProgramme.funder.it,
  starts_on: firstOfMonth(plusDays(today, -730)),
  ends_on: firstOfMonth(plusDays(today, 366)),
  // `demo` is what lets the programme be emptied and loaded again
  details: { deadlines: defaultDeadlines, rules: { ...defaultRules, privacyNotice: 'demo-1' }, demo: true },
})

const districts = ({ plan, bodyOf }: Scene): Row<'district'>[] =>
  plan.districts.map(({ id, key, name, seat }) => {
    const controller = demoDistricts.find((one) => one.key === key)?.controller ?? ''
    return {
      id,
      code: key,
      name,
      seat: plan.municipalities.find(({ istat }) => istat === seat)?.name ?? '',
      controller: bodyOf(controller)?.name ?? '',
      controller_contact: `privacy@${key}.demo.invalid`,
      dpo_contact: `dpo@${key}.demo.invalid`,
    }
  })

const municipalities = ({ plan }: Scene): Row<'municipality'>[] =>
  plan.municipalities.map((one) => ({
    istat_code: one.istat,
    cadastral_code: one.cadastral,
    name: one.name,
    district_id: plan.districts.find(({ key }) => key === one.district)?.id ?? null,
    lat: one.latitude,
    lon: one.longitude,
  }))

type Entry = {
  readonly id: string
  readonly kind: string
  readonly code: string
  readonly said: { readonly it: string; readonly en: string }
  readonly data?: Readonly<Record<string, string | number | boolean | null>>
}

const lists = ({ plan, newId }: Scene): Entry[] => [
  ...demoPactKinds.map(({ key, label, age, budget }) => ({
    ...{ id: newId(), kind: 'pactKind', code: key, said: label },
    data: { budget, ...(age ? { ageFrom: age.from, ageTo: age.to } : {}) },
  })),
  ...plan.supports.map(({ id, key, it, en, area, unit, cost, code, national }) => ({
    ...{ id, kind: 'support', code: key, said: { it, en } },
    data: {
      area,
      unit: unitNames[unit] ?? unit,
      costFrom: cost[0],
      costTo: cost[1],
      istatCode: code,
      siussRelevant: national,
    },
  })),
  ...plan.funds.flatMap(({ id, key }) => {
    const fund = demoFunds.find((one) => one.key === key)
    return fund
      ? [{ id, kind: 'fundingSource', code: key, said: fund.label, data: { kind: fund.kind, amount: fund.amount } }]
      : []
  }),
  ...demoChannels.map(({ key, label }) => ({ id: newId(), kind: 'referralChannel', code: key, said: label })),
  ...demoClosingReasons.map(({ key, label }) => ({ id: newId(), kind: 'referralClosing', code: key, said: label })),
]

const catalogue = (scene: Scene): Row<'catalogue_item'>[] =>
  lists(scene).map(({ id, kind, code, said, data }, position) => ({
    ...{ id, kind, code, position },
    label_it: said.it,
    label_en: said.en,
    data: data ?? {},
  }))

const targets = (): Row<'target'>[] =>
  demoTargets.map(({ key, label, definition, target }, position) => ({
    code: key,
    label_it: label.it,
    label_en: label.en,
    definition_it: definition.it,
    definition_en: definition.en,
    value: target,
    position,
  }))

/** Programme, districts, municipalities, lists and expected results. */
export const settingsRows = (scene: Scene): Batch[] => [
  batch('programme', [programme(scene)]),
  batch('district', districts(scene)),
  batch('municipality', municipalities(scene)),
  batch('catalogue_item', catalogue(scene)),
  batch('target', targets()),
]
