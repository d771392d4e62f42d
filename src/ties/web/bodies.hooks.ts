import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { surveyPageWords } from '../core/survey.page.words.ts'

/** A mean or a share with two decimals, or that fewer than three voices may not be told. */
export const useMeans = (): ((value: number | null) => string) => {
  const [say, language] = [useWords(surveyPageWords), useLanguage()]
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (value) => (value === null ? say('page.hidden') : number.format(value))
}
