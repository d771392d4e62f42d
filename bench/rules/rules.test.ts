import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { complaints, importsOf, readHouse } from './rules.ts'
import { namesInTemplates, unsaid } from './words.ts'

const house = readHouse(process.cwd())

test('the reader sees the house', () => {
  expect(house.size).toBeGreaterThan(100)
  expect([...house].flatMap(([file, text]) => importsOf(file, text)).length).toBeGreaterThan(house.size)
})
test('nobody breaks a rule of the house', () => expect(complaints(house)).toEqual([]))
test('the notices name every package that is shipped, with its licence', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  const rows = readFileSync('NOTICE.md', 'utf8').split('\n')
  const licenceOf = (name: string): string =>
    (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { license: string }).license
  const missing = Object.keys(dependencies).filter(
    (name) => !rows.some((row) => row.startsWith(`| ${licenceOf(name)} |`) && row.includes(`\`${name}\``)),
  )
  expect(missing).toEqual([])
})
// the comparison of two configurations names a field by its own name
test('every text is said by something', () =>
  expect(unsaid(house, new Set([...namesInTemplates(process.cwd()), 'cadastralCode']))).toEqual([]))

test.each([
  ['src/persons/core/x.ts', "import { a } from '../../pacts/core/pact.ts'", 'looks up the stairs'],
  [
    'src/pacts/server/x.ts',
    "export { a } from '../../persons/server/person.acts.ts'",
    'neither by its core nor by a door',
  ],
  ['src/pacts/core/x.ts', "import { sql } from 'kysely'", 'more than zod'],
  ['src/pacts/core/x.ts', "import { a } from '../server/pact.acts.ts'", 'from a core into server'],
  ['src/pacts/web/x.ts', "import { a } from '../server/pact.acts.ts'", 'from web into server'],
  ['src/pacts/server/pact.acts.ts', "const { sql } = await import('kysely')", 'SQL outside a store'],
  ['src/pacts/web/x.ts', "const font = 'https://fonts.example/x'", 'calls another host'],
  ['src/pacts/web/x.ts', "export * from './y.ts'", 'exports everything'],
  ['src/barn/core/x.ts', 'export const a = 1', 'not on the stairs'],
])('a planted fault in %s is caught', (file, text, words) =>
  expect(complaints(new Map([[file, text]])).join()).toContain(words),
)
test('a planted cycle is caught', () =>
  expect(
    complaints(
      new Map([
        ['src/pacts/core/a.ts', "import './b.ts'"],
        ['src/pacts/core/b.ts', "import './a.ts'"],
      ]),
    ).join(),
  ).toContain('cycle'))
test('a text that nothing says is caught', () => {
  const texts = (key: string): string =>
    `export const aWords = wordsOf(\n  {\n    ${key}: 'x',\n  },\n  {\n    ${key}: 'y',\n  },\n)`
  const told = (key: string, page: string): string[] =>
    unsaid(
      new Map([
        ['src/pacts/core/a.words.ts', texts(key)],
        ['src/pacts/web/APage.tsx', page],
      ]),
    )
  expect(told("'pacts.gone'", "say('pacts.here')")).toHaveLength(1)
  expect(told('gone', "say('here')")).toHaveLength(1)
  expect(told("'pacts.gone'", "say('pacts.gone')")).toEqual([])
  expect(told("'pacts.state.gone'", ['say(`pacts.state.', 'state}`)'].join('${'))).toEqual([])
})
