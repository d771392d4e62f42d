import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

/** The stairs: a room looks only at rooms named before it. Moving a name is a decision record. */
export const stairs = [
  'platform',
  'access',
  'settings',
  'organisations',
  'persons',
  'ties',
  'measures',
  'hours',
  'gatherings',
  'outreach',
  'cases',
  'centers',
  'labs',
  'learning',
  'work',
  'pacts',
  'results',
  'desk',
  'site',
  'demo',
  'app',
] as const

export type Import = { readonly from: string; readonly to: string; readonly external: boolean }

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })

const resolve = (from: string, specifier: string): Import =>
  specifier.startsWith('.')
    ? { from, to: normalize(join(dirname(from), specifier)), external: false }
    : { from, to: specifier, external: true }

/** Every import of a file: static, re-exported, dynamic. */
export const importsOf = (from: string, text: string): Import[] => {
  const { module } = parseSync(from, text)
  const specifiers = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((one) => text.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1)),
  ]
  return specifiers.map((specifier) => resolve(from, specifier))
}

export type Files = ReadonlyMap<string, string>

export const readHouse = (root: string): Files =>
  new Map(walk(join(root, 'src')).map((file) => [relative(root, file), readFileSync(file, 'utf8')]))

type Place = { readonly room: string; readonly part: string }
const placeOf = (file: string): Place => {
  const [, room = '', part = ''] = file.split('/')
  return { room, part }
}
const stepOf = (room: string): number => stairs.indexOf(room as (typeof stairs)[number])
const isProof = (file: string): boolean => /\.(test|sample)\.tsx?$/.test(file)
const inHouse = ({ to, external }: Import): boolean => !external && to.startsWith('src/')
const sqlPackages = /^(kysely|pg|pg-copy-streams)$/
const sqlPlaces = /(\.store\.ts$|^src\/platform\/server\/|^src\/app\/|^src\/demo\/server\/)/

/** Each rule tells whether one import breaks it. */
const importRules: Readonly<Record<string, (one: Import) => boolean>> = {
  'looks up the stairs': (one) =>
    inHouse(one) && !isProof(one.from) && stepOf(placeOf(one.to).room) > stepOf(placeOf(one.from).room),
  'enters another room neither by its core nor by a door': (one) => {
    const [from, to] = [placeOf(one.from), placeOf(one.to)]
    if (!inHouse(one) || isProof(one.from) || from.room === to.room) return false
    if (to.room === 'platform' || from.room === 'app' || from.room === 'demo') return false
    return to.part !== 'core' && !/\.door\.tsx?$/.test(one.to)
  },
  'brings more than zod and temporal into a core': ({ from, to, external }) =>
    external && placeOf(from).part === 'core' && !isProof(from) && !['zod', 'temporal-polyfill'].includes(to),
  'reaches from a core into server or web': (one) =>
    inHouse(one) && placeOf(one.from).part === 'core' && !isProof(one.from) && placeOf(one.to).part !== 'core',
  'reaches from web into server': (one) =>
    inHouse(one) && placeOf(one.from).part === 'web' && !isProof(one.from) && placeOf(one.to).part === 'server',
  'writes SQL outside a store': ({ from, to, external }) =>
    external && sqlPackages.test(to) && !isProof(from) && !sqlPlaces.test(from),
}

/** Each rule tells what is wrong with the text of one file. */
const textRules: Readonly<Record<string, RegExp>> = {
  'calls another host': /https?:\/\/(fonts\.|cdn\.|unpkg|cdnjs|[\w.]*googleapis|tile\.)/,
  'switches a check off': /@ts-(ignore|nocheck|expect-error)|\bas any\b/,
  'exports everything of another file': /^export \* from/m,
}

const cyclesIn = (imports: readonly Import[]): string[] => {
  const next = new Map<string, Import[]>()
  for (const one of imports)
    if (inHouse(one) && !isProof(one.from)) next.set(one.from, [...(next.get(one.from) ?? []), one])
  const finished = new Set<string>()
  const visit = (file: string, trail: readonly string[]): string[] => {
    if (trail.includes(file)) return [[...trail.slice(trail.indexOf(file)), file].join(' > ')]
    if (finished.has(file)) return []
    const found = (next.get(file) ?? []).flatMap((one) => visit(one.to, [...trail, file]))
    finished.add(file)
    return found
  }
  return [...next.keys()].flatMap((file) => visit(file, []))
}

/** Everything that the files break, as sentences. */
export const complaints = (files: Files): string[] => {
  const imports = [...files].flatMap(([file, text]) => importsOf(file, text))
  return [
    ...[...files.keys()]
      .filter((file) => stepOf(placeOf(file).room) < 0)
      .map((file) => `${file} stands in a room that is not on the stairs`),
    ...Object.entries(importRules).flatMap(([rule, breaks]) =>
      imports.filter(breaks).map(({ from, to }) => `${from} ${rule}: ${to}`),
    ),
    ...Object.entries(textRules).flatMap(([rule, pattern]) =>
      [...files].filter(([file, text]) => !isProof(file) && pattern.test(text)).map(([file]) => `${file} ${rule}`),
    ),
    ...cyclesIn(imports).map((cycle) => `cycle: ${cycle}`),
  ]
}
