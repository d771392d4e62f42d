import { useEffect } from 'react'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { figuresApi } from '../core/figures.api.ts'
import type { FigureDefinition } from '../core/figures.definitions.ts'
import type { Figures, FiguresReply } from '../core/figures.schema.ts'
import { figuresWords } from '../core/figures.words.ts'
import { NodeKind, type Scope } from '../core/network.schema.ts'
import { OriginKind } from '../core/tie.schema.ts'
import { tieWords } from '../core/tie.words.ts'

export type FiguresAsked = {
  readonly scope: Scope
  readonly day: string | undefined
  readonly from: string | undefined
}

/** The figures of a scope; while a worker counts them they are asked for every second. */
export const useFigures = ({ scope, day, from }: FiguresAsked, enabled: boolean) => {
  const found = useRead(figuresApi.show, { params: { kind: scope.kind }, query: { id: scope.id, day, from }, enabled })
  const { data, refetch, dataUpdatedAt } = found
  const isCounting = data?.state === 'counting'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer that is still counting asks once more
  useEffect(() => {
    if (!isCounting) return
    const later = setTimeout(() => void refetch(), 1000)
    return () => clearTimeout(later)
  }, [isCounting, refetch, dataUpdatedAt])
  return found
}

/** A number in the reader's form: shares as per cent, means with two decimals at most. */
export const useNumber = (): ((value: number, unit: FigureDefinition['unit']) => string) => {
  const language = useLanguage()
  return (value, unit) =>
    value.toLocaleString(language, {
      style: unit === 'share' ? 'percent' : 'decimal',
      maximumFractionDigits: unit === 'count' ? 0 : unit === 'share' ? 1 : 2,
      useGrouping: 'always',
    })
}

/** Names of groups as people call them: kinds of node, origins, towns, rows of ours. */
export const useGroupName = (reply: FiguresReply): ((table: string, key: string) => string) => {
  const [say, node, tie] = [useWords(figuresWords), useWords(networkPageWords), useWords(tieWords)]
  const nodeName = (key: string): string => {
    const kind = NodeKind.safeParse(key)
    return kind.success ? node(`node.${kind.data}`) : key
  }
  const originName = (key: string): string => {
    const origin = OriginKind.safeParse(key)
    return origin.success ? tie(`ties.origin.${origin.data}`) : say('bornHere')
  }
  const namers: Readonly<Record<string, (key: string) => string>> = {
    degree: (key) => say(`degree.${key}` as 'degree.0-1'),
    capital: (key) => say(`capital.${key}` as 'capital.bonding'),
    size: nodeName,
    sector: nodeName,
    age: (key) => key,
    town: (key) => reply.names.towns[key] ?? key,
  }
  return (table, key) => (namers[table] ?? originName)(key)
}

export const scalarOf = ({ scalars }: Figures, code: string) => scalars.find((one) => one.code === code)
export const tableOf = ({ tables }: Figures, code: string) => tables.find((one) => one.code === code)
