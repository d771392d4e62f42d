import { figure } from '../../platform/core/words.ts'
import { useLanguage } from '../../platform/web/language.tsx'
import { sayEuro } from '../core/euro.ts'
import type { Cell } from '../core/pact.diff.ts'
import { useCode, usePactWords, useWhen, useWhy } from './pact.hooks.ts'

const isDay = (value: Cell): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** A value of a text as a person reads it: days, euro and codes in words. */
export const useCell = (): ((path: string, value: Cell) => string) => {
  const say = usePactWords()
  const code = useCode()
  const sayWhy = useWhy()
  const language = useLanguage()
  const { day } = useWhen()
  /** By the name of the field. */
  const ways: Readonly<Record<string, (value: Exclude<Cell, null>) => string>> = {
    costCents: (value) => sayEuro(language, Number(value)),
    side: (value) => code('side', String(value)),
    paymentState: (value) => code('payment', String(value)),
    ownerKind: (value) => code('owner', String(value)),
    ladder: (value) => code('ladder', String(value)),
    area: (value) => sayWhy({ code: `cases.area.${value}` }),
    legalForm: (value) => sayWhy({ code: `hours.form.${value}` }),
  }
  const plain = (value: Exclude<Cell, null>): string => {
    if (typeof value === 'boolean') return say(value ? 'pacts.compare.yes' : 'pacts.compare.no')
    if (typeof value === 'number') return figure(language, value)
    return isDay(value) ? day(value) : value
  }
  return (path, value) => {
    if (value === null || value === '') return ''
    const way = ways[path.split('/').at(-1) ?? ''] ?? plain
    return way(value)
  }
}
