import { useState } from 'react'
import { type Clash, mergeTexts, type Texts } from '../core/clash.ts'
import { Refused } from './call.ts'

type Versioned<T> = {
  /** The record when the form was opened. */
  readonly opened: T
  readonly textsOf: (record: T) => Texts
  readonly send: (texts: Texts, version: number) => Promise<unknown>
  /** The record as it stands now. */
  readonly reload: () => Promise<T>
}

type Saving = {
  /** True when it was kept; false when there is something to choose or to mend. */
  readonly save: (texts: Texts) => Promise<boolean>
  readonly clashes: readonly Clash[]
  /** Why it was not kept, when it is not for a clash. */
  readonly problem: Refused | null
  /** Keeps the texts chosen for the clashing fields, with all the others. */
  readonly resolve: (chosen: Texts) => Promise<boolean>
}

/**
 * Saves a record under its version. When somebody changed it meanwhile, the fields that they alone touched are taken over
 * and it is saved again; fields that both touched wait for a choice.
 */
export const useVersioned = <T extends { readonly version: number }>(record: Versioned<T>): Saving => {
  const [base, setBase] = useState(record.opened)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [waiting, setWaiting] = useState<{ texts: Texts; clashes: readonly Clash[] } | null>(null)

  const attempt = async (from: T, texts: Texts, tries: number): Promise<boolean> => {
    try {
      setProblem(null)
      await record.send(texts, from.version)
      setWaiting(null)
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.problem.code !== 'platform.changedMeanwhile' || tries === 0) {
        setProblem(error)
        return false
      }
      const theirs = await record.reload()
      const { together, clashes } = mergeTexts(record.textsOf(from), texts, record.textsOf(theirs))
      setBase(theirs)
      if (clashes.length === 0) return attempt(theirs, together, tries - 1)
      setWaiting({ texts: together, clashes })
      return false
    }
  }
  return {
    save: (texts) => attempt(base, texts, 3),
    clashes: waiting?.clashes ?? [],
    problem,
    resolve: (chosen) => attempt(base, { ...waiting?.texts, ...chosen }, 3),
  }
}
