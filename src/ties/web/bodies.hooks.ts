import { useLanguage } from '../../platform/web/language.tsx'

/** A mean or a share with two decimals; a dash for what may not be told, which the page explains once. */
export const useMeans = (): ((value: number | null) => string) => {
  const language = useLanguage()
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (value) => (value === null ? '–' : number.format(value))
}
