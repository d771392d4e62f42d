import { density, isolates, reciprocity } from './network/extent.ts'
import { graphFromPairs } from './network/graph.ts'
import { type BodyPair, Joint, Said, type SurveyBody, type SurveyFigures } from './survey.schema.ts'

export type ToldArc = { readonly from: string; readonly to: string; readonly often: number }
export type ToldScore = { readonly id: string; readonly voices: number; readonly trust: number; readonly value: number }
export type Told = {
  readonly arcs: readonly ToldArc[]
  readonly scores: readonly ToldScore[]
  readonly all: { readonly trust: number | null; readonly value: number | null }
}
export type SeenPair = { readonly a: string; readonly b: string; readonly pacts: number }
export type InvitedBody = Pick<SurveyBody, 'id' | 'name' | 'kind' | 'invited' | 'answered'>

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Figures of a survey from who named whom: density of pairs with at least one voice, reciprocity of the voices, bodies nobody is tied to. */
export const surveyFigures = (year: number, bodies: readonly InvitedBody[], told: Told): SurveyFigures => {
  const invited = bodies.filter((body) => body.invited)
  const place = new Map(invited.map(({ id }, no) => [id, no]))
  const arcs = told.arcs.flatMap(({ from, to }): [number, number][] => {
    const [a, b] = [place.get(from), place.get(to)]
    return a === undefined || b === undefined ? [] : [[a, b]]
  })
  const said = graphFromPairs(invited.length, arcs, true)
  const tied = graphFromPairs(invited.length, arcs)
  return {
    year,
    invited: invited.length,
    answered: invited.filter(({ answered }) => answered).length,
    pairs: tied.ties,
    density: orNull(density(tied)),
    reciprocity: orNull(reciprocity(said)),
    alone: isolates(tied).length,
    ...told.all,
  }
}

/** Bodies with how often they are named; scores only where three or more spoke. By name: this is no ranking. */
export const surveyBodies = (bodies: readonly InvitedBody[], { arcs, scores }: Told): SurveyBody[] => {
  const [named, names] = [new Map<string, number>(), new Map<string, number>()]
  for (const { from, to } of arcs) {
    names.set(from, (names.get(from) ?? 0) + 1)
    named.set(to, (named.get(to) ?? 0) + 1)
  }
  const scored = new Map(scores.map((score) => [score.id, score]))
  return bodies.map((body) => ({
    ...body,
    named: named.get(body.id) ?? 0,
    names: names.get(body.id) ?? 0,
    trust: scored.get(body.id)?.trust ?? null,
    value: scored.get(body.id)?.value ?? null,
  }))
}

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Every pair that was told or seen, once. Pacts are told from `least` on. */
export const surveyPairs = (told: readonly ToldArc[], seen: readonly SeenPair[], least: number): BodyPair[] => {
  const voices = new Map<string, number[]>()
  for (const { from, to, often } of told) voices.set(keyOf(from, to), [...(voices.get(keyOf(from, to)) ?? []), often])
  const together = new Map(seen.map(({ a, b, pacts }) => [keyOf(a, b), pacts]))
  return [...new Set([...voices.keys(), ...together.keys()])].sort().map((key) => {
    const [a = '', b = ''] = key.split(' ')
    const said = voices.get(key) ?? []
    const pacts = together.get(key)
    return {
      a,
      b,
      told: said.length === 2 ? 'both' : said.length === 1 ? 'one' : 'none',
      often: said.length > 0 ? Math.max(...said) : null,
      seen: pacts !== undefined,
      pacts: pacts !== undefined && pacts >= least ? pacts : null,
    }
  })
}

const one = (given: Readonly<Record<string, string | readonly string[]>>, name: string): number => {
  const value = given[name]
  return typeof value === 'string' && /^\d$/.test(value) ? Number(value) : 0
}

/** What a form says of a body; undefined when a question is missing. */
export const saidIn = (given: Readonly<Record<string, string | readonly string[]>>): Said | undefined => {
  const joint = [given.joint ?? []].flat()
  const parsed = Said.safeParse({
    often: one(given, 'often'),
    joint: Joint.options.filter((kind) => joint.includes(kind)),
    trust: [one(given, 'trust1'), one(given, 'trust2'), one(given, 'trust3')],
    value: [one(given, 'value1'), one(given, 'value2'), one(given, 'value3')],
  })
  return parsed.success ? parsed.data : undefined
}
