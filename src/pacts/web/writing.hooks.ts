import { createContext, use, useSyncExternalStore } from 'react'
import { v4 } from 'uuid'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import type { PactContent } from '../core/content.schema.ts'
import type { EditQueue } from '../core/edit.queue.ts'
import { type Edit, valueAt } from '../core/pact.edits.ts'
import { unfold } from './Fold.tsx'
import { usePactWords, useWhy } from './pact.hooks.ts'
import type { Writing } from './writing.store.ts'

const Here = createContext<Writing | null>(null)
export const WritingHere = Here.Provider

export const useWriting = (): Writing => {
  const writing = use(Here)
  if (!writing) throw new Error('a field of a draft stands outside of its page')
  return writing
}

/** One thing about the text as it is typed; the field is drawn again only when that changes. */
export const useText = <T>(pick: (text: PactContent) => T): T => {
  const writing = useWriting()
  return useSyncExternalStore(writing.onChange, () => pick(writing.text()))
}

export const useQueue = <T>(pick: (queue: EditQueue) => T): T => {
  const writing = useWriting()
  return useSyncExternalStore(writing.onChange, () => pick(writing.queue()))
}

/** The id of the input of a field. */
export const fieldId = (path: string): string => `f-${path.replaceAll('/', '-')}`

type FieldOf = {
  id: string
  value: unknown
  error: string | undefined
  type: (value: Edit['value']) => void
  save: () => void
}

/** A field of the text: its value now, what is wrong with it, and ways to type and to save. */
export const useField = (path: string): FieldOf => {
  const writing = useWriting()
  const sayWhy = useWhy()
  const value = useText((text) => valueAt(text, path))
  const code = useQueue(({ refused }) => refused.find((one) => one.path === path)?.code)
  return {
    id: fieldId(path),
    value,
    error: code && sayWhy({ code }),
    type: (next) => writing.type(path, next),
    save: () => void writing.save(),
  }
}

/** The ids of a list of the text, as they stand. */
export const useIds = (path: string): readonly string[] => {
  const ids = useText((text) => {
    const found = valueAt(text, path)
    return Array.isArray(found) ? found.join(' ') : ''
  })
  return ids === '' ? [] : ids.split(' ')
}

const focusOn = (id: string): void => {
  const before = document.activeElement
  requestAnimationFrame(() => {
    const now = document.activeElement
    // whoever went on to another field meanwhile stays there
    if (now !== before && now !== document.body) return
    const field = document.getElementById(id)
    unfold(field)
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  })
}

type ListActs = {
  readonly add: (item: object, firstField: string) => void
  readonly remove: (id: string) => void
  readonly move: (id: string, by: 1 | -1) => void
}

const swapped = (ids: readonly string[], id: string, by: 1 | -1): string[] => {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return [...ids]
  return ids.map((one, index) => (index === from ? (ids[to] ?? one) : index === to ? id : one))
}

/** Adds, takes out (with a way back) and moves the items of a list, and brings the focus where one goes on. */
export const useList = (path: string): ListActs => {
  const writing = useWriting()
  const tell = useStatus()
  const say = usePactWords()
  const ids = useIds(path)
  return {
    add: (item, firstField) => {
      const id = v4()
      writing.type(`${path}/${id}`, { ...item, id } as Edit['value'])
      focusOn(fieldId(`${path}/${id}/${firstField}`))
    },
    remove: (id) => {
      const place = `${path}/${id}`
      const item = valueAt(writing.text(), place) as Edit['value']
      writing.type(place, null)
      focusOn(`add-${fieldId(path)}`)
      tell({
        text: say('pacts.write.removed'),
        undo: () => {
          writing.type(place, item)
          writing.type(path, [...ids])
        },
      })
    },
    move: (id, by) => writing.type(path, swapped(ids, id, by)),
  }
}
