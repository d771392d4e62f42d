import { z } from 'zod'
import type { WaveSheet } from '../core/wave.api.ts'
import { AlterDraft } from '../core/wave.draft.ts'

const placeOf = ({ id }: Pick<WaveSheet, 'id'>): string => `fl-wave-${id}-draft`
const Kept = z.object({ by: z.string(), draft: AlterDraft })

const read = (sheet: WaveSheet): AlterDraft | null => {
  try {
    const found = Kept.safeParse(JSON.parse(sessionStorage.getItem(placeOf(sheet)) ?? 'null'))
    return found.success && found.data.by === sheet.holder.id ? found.data.draft : null
  } catch {
    return null
  }
}

/** What was half written of this alter when the page went away; of somebody new when there is no alter. */
export const keptDraft = (sheet: WaveSheet, alterId: string | null): AlterDraft | null => {
  const draft = read(sheet)
  const isNew = draft !== null && !sheet.alters.some(({ id }) => id === draft.id)
  return draft !== null && (alterId === null ? isNew : draft.id === alterId) ? draft : null
}

/** Which form was open when the page went away: an alter's id, '' for somebody new, null for none. */
export const draftOpen = (sheet: WaveSheet): string | null => {
  const draft = read(sheet)
  if (draft === null) return null
  return sheet.alters.some(({ id }) => id === draft.id) ? draft.id : ''
}

export const keepDraft = (sheet: WaveSheet, draft: AlterDraft): void =>
  sessionStorage.setItem(placeOf(sheet), JSON.stringify({ by: sheet.holder.id, draft }))

export const dropDraft = (sheet: Pick<WaveSheet, 'id'>): void => sessionStorage.removeItem(placeOf(sheet))
