import { useRef, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useVersioned } from '../../platform/web/versioned.hooks.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Kept = { readonly version: number }
type Held<T> = Kept & { readonly one: T | undefined }
const held = <T extends Kept>(one: T | undefined): Held<T> => ({ version: one?.version ?? 0, one })

type Entry<T> = {
  /** Undefined: a new one. */
  readonly opened: T | undefined
  readonly textsOf: (one: T | undefined) => Texts
  /** `now`: the entry as it stands, which keeps what the form does not show. */
  readonly send: (texts: Texts, now: T | undefined, version: number) => Promise<unknown>
  readonly reload: () => Promise<T | undefined>
  readonly back: `/${string}`
}

/** Saves an entry of the configuration under its version, says so and goes back; what two changed at once waits for a choice. */
export const useEntry = <T extends Kept>(entry: Entry<T>) => {
  const [say, tell, go] = [useWords(settingsWebWords), useStatus(), useGo()]
  const [busy, setBusy] = useState(false)
  const now = useRef(entry.opened)
  const saving = useVersioned<Held<T>>({
    opened: held(entry.opened),
    textsOf: ({ one }) => entry.textsOf(one),
    send: (texts, version) => entry.send(texts, now.current, version),
    reload: async () => {
      now.current = await entry.reload()
      return held(now.current)
    },
  })
  const leave = async (kept: Promise<boolean>): Promise<void> => {
    setBusy(true)
    const done = await kept.finally(() => setBusy(false))
    if (!done) return
    tell({ text: say('saved') })
    go(entry.back)
  }
  return {
    ...saving,
    busy,
    save: (texts: Texts) => void leave(saving.save(texts)),
    resolve: (texts: Texts) => void leave(saving.resolve(texts)),
  }
}
