import { z } from 'zod'
import type { Day } from '../../platform/core/day.ts'
import type { WaveSheet } from './wave.api.ts'
import { freeAngle, type Spot, spotsOf } from './wave.place.ts'
import { Alter, type Change } from './wave.schema.ts'
import { stillThere, whyNotAlter } from './wave.ts'

/** Somebody as the form has them: what was not answered yet is empty. */
export const AlterDraft = Alter.pick({
  id: true,
  label: true,
  closeness: true,
  often: true,
  helps: true,
  setting: true,
}).extend({
  kind: Alter.shape.kind.nullable(),
  direction: Alter.shape.direction,
  /** 'before', 'other', or the kind and id of an occasion: 'pact 019c…'. */
  origin: z.string(),
  since: z.string(),
  until: z.string(),
  isGone: z.boolean(),
})
export type AlterDraft = z.infer<typeof AlterDraft>

const originText = ({ kind, id }: Alter['origin']): string => (id === null ? kind : `${kind} ${id}`)

/** The form for somebody new, or for one who is there; the first wave takes for granted that ties were there before. */
export const draftOf = (
  alter: Alter | null,
  { id, isFirst, spot }: { id: string; isFirst: boolean; spot: Spot | null },
): AlterDraft =>
  alter
    ? {
        id: alter.id,
        label: alter.label,
        kind: alter.kind,
        closeness: alter.closeness,
        often: alter.often,
        helps: alter.helps,
        direction: alter.direction,
        origin: originText(alter.origin),
        setting: alter.setting,
        since: alter.since ?? '',
        until: alter.until ?? '',
        isGone: alter.change === 'gone',
      }
    : {
        id,
        label: '',
        kind: null,
        closeness: spot?.closeness ?? null,
        often: '',
        helps: [],
        direction: 'mutual',
        origin: isFirst ? 'before' : '',
        setting: '',
        since: '',
        until: '',
        isGone: false,
      }

const originIn = (text: string): Alter['origin'] | null => {
  const [kind = '', id = null] = text.split(' ')
  const read = Alter.shape.origin.safeParse({ kind, id })
  return read.success ? read.data : null
}

type Around = {
  readonly sheet: WaveSheet
  readonly kept: (Alter & { readonly before?: Parameters<typeof stillThere>[1] | null }) | null
  readonly spot: Spot | null
}

const changeOf = (draft: Alter, { kept }: Around, isGone: boolean): Change => {
  if (kept === null || kept.tieId === null) return 'new'
  if (isGone) return 'gone'
  return stillThere(draft, kept.before ?? kept)
}

export type DraftFault = {
  readonly field: 'label' | 'kind' | 'closeness' | 'origin' | 'since' | 'until'
  readonly code: string
}

const fields: Readonly<Record<string, DraftFault['field']>> = {
  'waves.sinceAfter': 'since',
  'waves.untilAfter': 'until',
  'waves.untilAlive': 'until',
  'ties.endsBeforeStart': 'until',
  'ties.originUnknown': 'origin',
}

const missing = (draft: AlterDraft): DraftFault[] => [
  ...(draft.kind === null ? [{ field: 'kind', code: 'waves.kindMissing' } as const] : []),
  ...(draft.closeness === null && !draft.isGone
    ? [{ field: 'closeness', code: 'waves.closenessMissing' } as const]
    : []),
  ...(originIn(draft.origin) === null ? [{ field: 'origin', code: 'ties.originUnknown' } as const] : []),
]

const day = (text: string): Day | null => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : null)

/** The alter that the form tells, or what is to be mended in it. */
export const alterIn = (draft: AlterDraft, around: Around): { alter: Alter; faults: readonly DraftFault[] } => {
  const { sheet, kept, spot } = around
  const { isGone, ...rest } = draft
  const there = spotsOf(sheet.alters)
  const told: Alter = {
    ...rest,
    label: draft.label.trim(),
    tieId: kept?.tieId ?? null,
    change: 'new',
    kind: draft.kind ?? 'other',
    angle: kept?.angle ?? spot?.angle ?? freeAngle(draft.closeness ?? 3, there),
    origin: originIn(draft.origin) ?? { kind: 'other', id: null },
    since: day(draft.since),
    until: isGone ? day(draft.until) : null,
  }
  const alter = { ...told, change: changeOf(told, around, isGone) }
  const others = sheet.alters.filter(({ id }) => id !== alter.id)
  const isOccasion = ({ kind, id }: Alter['origin']): boolean =>
    sheet.occasions.some((one) => one.kind === kind && one.id === id)
  const code = whyNotAlter(alter, { heldOn: sheet.heldOn, person: sheet.person, others, kept, isOccasion })
  const first = missing(draft)
  const isSaid = code !== null && first.some(({ field }) => field === (fields[code] ?? 'label'))
  return { alter, faults: code === null || isSaid ? first : [{ field: fields[code] ?? 'label', code }, ...first] }
}
