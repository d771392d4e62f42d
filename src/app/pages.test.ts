import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../bench/house.ts'
import { Permission } from '../platform/core/permission.ts'
import { mayOpenPage, standsInMenu } from '../platform/web/pages.ts'
import { deskPages } from './web/pages.ts'
import { titleOf } from './web/title.hooks.ts'

/** Written by hand: who may open which page of the workspace. `*`: everybody who is signed in. */
const table: Readonly<Record<string, string>> = {
  '/': '*',
  '/cerca': '*',
  '/profilo': '*',
  '/persone': 'coordinator intake socialWorker supervisor tutor',
  '/persone/nuova': 'coordinator intake socialWorker',
  '/persone/correzioni': 'coordinator socialWorker supervisor tutor',
  '/casi': 'coordinator socialWorker supervisor tutor',
  '/casi/da-fare': 'coordinator',
  '/casi/nuovo': 'coordinator intake socialWorker',
  '/casi/apri-urgenza': 'socialWorker tutor',
  '/casi/aperture-urgenza': 'coordinator',
  '/passaggi': 'coordinator intake socialWorker supervisor tutor',
  '/segnalazioni': 'coordinator intake',
  '/antenne': 'coordinator intake',
  '/importa': 'coordinator intake',
  '/patti': 'coordinator panel socialWorker supervisor tutor',
  '/patti/nuovo': 'socialWorker tutor',
  '/patti/commissione': 'panel',
  '/turni': 'host',
  '/agenda': 'socialWorker supervisor tutor',
  '/risultati': 'coordinator evaluator planningOffice',
  '/misure': 'coordinator evaluator planningOffice',
  '/classi': 'teacher',
  '/classi/nuova': 'teacher',
  '/legami': 'coordinator evaluator planningOffice',
  '/legami/persona': '*',
  '/legami/enti': 'coordinator evaluator planningOffice',
  '/legami/misure': 'coordinator evaluator planningOffice',
  '/segnalazioni/nuova': 'coordinator intake',
  '/enti': 'administrator coordinator intake panel socialWorker supervisor tutor',
  '/enti/nuovo': 'administrator coordinator',
  '/registro': 'auditor coordinator',
  '/amministrazione': 'administrator',
  '/amministrazione/programma': 'administrator',
  '/amministrazione/ambiti': 'administrator',
  '/amministrazione/ambiti/nuovo': 'administrator',
  '/amministrazione/cataloghi': 'administrator',
  '/amministrazione/risultati-attesi': 'administrator',
  '/amministrazione/configurazione': 'administrator',
  '/amministrazione/legame': 'administrator',
  '/amministrazione/misure': 'administrator',
  '/amministrazione/persone': 'administrator',
  '/amministrazione/persone/nuova': 'administrator',
  '/amministrazione/ruoli': 'administrator',
  '/amministrazione/posta': 'administrator',
}

/** Opened before anybody is signed in. */
const outside = /^\/(accedi|invito|password)(\/|$)/

let house: TestHouse
let roles: { code: string; permissions: Permission[] }[]
beforeAll(async () => {
  house = await openHouse('pages')
  roles = await house.sql('select code, permissions from role order by code')
})
afterAll(() => house.close())

const openers = (path: string): string => {
  const page = deskPages.find((one) => one.path === path)
  const who = roles.filter(({ permissions }) => page && mayOpenPage(page, permissions)).map(({ code }) => code)
  return who.length === roles.length ? '*' : who.join(' ')
}

describe('who opens which page', () => {
  test.each(Object.entries(table))('%s: %s', (path, who) => expect(openers(path)).toBe(who))

  test('and the drawings of people stand in the menu of whoever may see them only', () => {
    const drawings = deskPages.filter(({ path }) => path === '/legami')
    const who = roles.filter(({ permissions }) => drawings.some((page) => standsInMenu(page, permissions)))
    expect(who.map(({ code }) => code)).toEqual(['coordinator'])
  })

  test('is said of every page that has an address of its own', () => {
    const plain = deskPages.map(({ path }) => path).filter((path) => !path.includes('$') && !outside.test(path))
    expect(plain.filter((path) => !(path in table))).toEqual([])
  })

  test('is told by the window, in both languages', () => {
    for (const language of ['it', 'en'] as const)
      expect(deskPages.filter((page) => !titleOf(page, language)).map(({ path }) => path)).toEqual([])
  })

  test('is said with permissions that exist', () => {
    const named = deskPages.flatMap(({ permissions, nav }) => [...(permissions ?? []), ...(nav?.permissions ?? [])])
    expect(named.filter((one) => !Permission.options.includes(one))).toEqual([])
  })
})
