import { describe, expect, test } from 'vitest'
import type { WaveSheet } from './wave.api.ts'
import { alterIn, draftOf } from './wave.draft.ts'
import { freeAngle, pointAt, spotAt, spotsOf } from './wave.place.ts'
import { failed, giveUp, landed, openQueue, reread, takeOut, tell, toldIn, unsaved } from './wave.queue.ts'
import { anAlter, aWave } from './wave.sample.ts'
import { Alter } from './wave.schema.ts'

const { id, caseId, moment, heldOn, version } = aWave()
const sheet: WaveSheet = {
  id,
  caseId,
  moment,
  heldOn,
  version,
  state: 'open',
  resources: [],
  holder: { id, name: 'Sara', since: '2026-04-14T08:00:00Z', isMe: true },
  person: 'Bruno',
  previous: null,
  alters: [],
  links: [],
  occasions: [],
}
const teresa = anAlter()
const told = { kind: 'alter', alter: teresa } as const

describe('what is told', () => {
  test('shows at once, is sent one by one, and is the base once it has landed', () => {
    const queue = tell(openQueue(sheet), told)
    expect(toldIn(queue).alters).toMatchObject([{ label: 'Teresa' }])
    const after = landed(takeOut(queue), 2, '2026-04-14T08:01:00Z')
    expect(after.base).toMatchObject({ version: 2, alters: [{ label: 'Teresa' }] })
    expect(unsaved(after)).toEqual([])
  })
  test('and told again before it left, leaves once', () => {
    const queue = tell(tell(openQueue(sheet), told), { kind: 'alter', alter: { ...teresa, closeness: 1 } })
    expect(unsaved(queue)).toMatchObject([{ alter: { closeness: 1 } }])
  })
  test('stays when the net goes away, and in its place', () => {
    const queue = tell(takeOut(tell(openQueue(sheet), told)), { kind: 'resources', answers: [] })
    expect(unsaved(failed(queue, 'offline', '')).map(({ kind }) => kind)).toEqual(['alter', 'resources'])
  })
  test('stays when a colleague takes over, on top of what the colleague told', () => {
    const lost = failed(takeOut(tell(openQueue(sheet), told)), 'taken', 'Ora lo fa Barbara')
    const theirs = {
      ...sheet,
      version: 7,
      alters: [{ ...anAlter({ id: heldOn, label: 'B.' }), originLabel: '', before: null }],
    }
    expect(toldIn(reread(lost, theirs)).alters.map(({ label }) => label)).toEqual(['B.', 'Teresa'])
  })
  test('is mended by telling it again, or left', () => {
    const down = failed(takeOut(tell(openQueue(sheet), told)), 'turnedDown', 'No')
    expect(tell(down, { kind: 'alter', alter: { ...teresa, label: 'T.' } })).toMatchObject({
      state: 'fine',
      waiting: [{ alter: { label: 'T.' } }],
    })
    expect(unsaved(giveUp(down))).toEqual([])
  })
  test('takes with whoever is taken out what they knew of each other', () => {
    const other = anAlter({ id: caseId, label: 'B.' })
    const full = [
      told,
      { kind: 'alter', alter: other } as const,
      { kind: 'links', links: [[teresa.id, other.id]] as [string, string][] } as const,
    ].reduce(tell, openQueue(sheet))
    expect(toldIn(tell(full, { kind: 'remove', id: other.id })).links).toEqual([])
  })
})

describe('on the circles', () => {
  test('whatever is put somewhere snaps to the nearest circle and keeps its angle', () => {
    for (const closeness of [1, 2, 3] as const)
      for (let angle = 0; angle < 360; angle += 7) {
        const { x, y } = pointAt({ closeness, angle })
        const back = spotAt(x, y)
        expect(back.closeness).toBe(closeness)
        expect(Math.min(Math.abs(back.angle - angle), 360 - Math.abs(back.angle - angle))).toBeLessThanOrEqual(1)
      }
    expect(spotAt(320, -4000)).toEqual({ closeness: 3, angle: 0 })
  })
  test('whoever was not put anywhere stands where there is room', () => {
    const right = { closeness: 2, angle: 90 } as const
    expect(freeAngle(2, [right])).toBeGreaterThan(180)
    const spots = spotsOf(Array.from({ length: 60 }, () => ({ closeness: null, angle: null })))
    expect(new Set(spots.slice(0, 24).map(({ angle }) => angle)).size).toBe(24)
  })
})

describe('the form of one alter', () => {
  const carried = { ...anAlter({ tieId: caseId, change: 'unasked' }), originLabel: '', before: anAlter() }
  const form = (kept: typeof carried | null, isFirst = true) => draftOf(kept, { id: caseId, isFirst, spot: null })
  test('of one who was there tells an alter and nothing more, changed only when something changed', () => {
    const around = { sheet: { ...sheet, alters: [carried] }, kept: carried, spot: null }
    const same = alterIn(form(carried), around)
    expect([same.faults, same.alter.change]).toEqual([[], 'same'])
    expect(Alter.safeParse(same.alter).success).toBe(true)
    expect(alterIn({ ...form(carried), closeness: 1 }, around).alter.change).toBe('changed')
    expect(alterIn({ ...form(carried), isGone: true, until: '2026-04-01' }, around).alter).toMatchObject({
      change: 'gone',
      until: '2026-04-01',
    })
  })
  test('of somebody new asks for who, how near and, after the first time, where it was born', () => {
    const around = { sheet, kept: null, spot: null }
    expect(alterIn(form(null, false), around).faults.map(({ field }) => field)).toEqual([
      'label',
      'kind',
      'closeness',
      'origin',
    ])
    const told = alterIn({ ...form(null), label: 'Zia', kind: 'kin', closeness: 2 }, around)
    expect([told.faults, told.alter.change, told.alter.origin.kind]).toEqual([[], 'new', 'before'])
  })
})
