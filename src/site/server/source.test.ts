import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../bench/house.ts'
import { readConfig } from '../../platform/server/config.ts'

const source = 'https://codice.esempio.invalid/fare-legami'
let [told, silent]: TestHouse[] = []
beforeAll(async () => {
  told = await openHouse('source', { SOURCE_URL: source })
  silent = await openHouse('nosource')
})
afterAll(async () => {
  await told?.close()
  await silent?.close()
})

const linksOn = async (house: TestHouse | undefined, url: string): Promise<number> => {
  const page = await house?.request({ method: 'GET', url })
  expect(page?.statusCode).toBe(200)
  return (page?.body ?? '').split(`<a href="${source}">`).length - 1
}

test('whoever uses the site is led to the source of the version they use, from every page and twice from the credits', async () => {
  expect(await linksOn(told, '/')).toBe(1)
  expect(await linksOn(told, '/chiedi-una-mano')).toBe(1)
  expect(await linksOn(told, '/crediti')).toBe(2)
  expect((await told?.request({ method: 'GET', url: '/crediti?lang=en' }))?.body).toContain('>Source code</a>')
})

test('while nobody has said where the source is, the credits say whom to ask', async () => {
  const page = await silent?.request({ method: 'GET', url: '/crediti' })
  expect(page?.body).toContain('può chiedere il codice sorgente')
  expect(page?.body).not.toContain('>Codice sorgente</a>')
})

test('the address of the source is one of the web', () => {
  expect(() => readConfig({ SOURCE_URL: 'javascript:alert(1)' })).toThrow('SOURCE_URL')
  expect(readConfig({ SOURCE_URL: '' }).SOURCE_URL).toBeUndefined()
})
