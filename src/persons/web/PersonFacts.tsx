import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { personDeskWords } from '../core/desk.words.ts'
import { personWords } from '../core/person.words.ts'
import type { PersonField, PersonSheet, PersonValues } from '../core/sheet.schema.ts'

const shown = [
  'calledName',
  'birthDate',
  'birthYear',
  'birthplace',
  'codiceFiscale',
  'sex',
  'citizenship',
  'municipalityIstat',
  'address',
  'domicile',
  'phones',
  'emails',
  'preferredContact',
  'preferredContactTimes',
  'languages',
  'interpreterNeeded',
] as const

type Naming = { readonly municipality?: string | null }

const nameIn = (language: string, type: 'language' | 'region', code: string): string =>
  new Intl.DisplayNames(language, { type }).of(code) ?? code

/** The value of a field in the reader's words; '' when nothing is known. */
export const useFieldText = (): ((field: PersonField, value: unknown, naming?: Naming) => string) => {
  const [say, words, language] = [useWords(personDeskWords), useWords(personWords), useLanguage()]
  const special: Partial<Record<PersonField, (value: unknown, naming: Naming) => string>> = {
    sex: (value) => words(`persons.sex.${value as PersonValues['sex']}`),
    birthDate: (value) => longDate(language, String(value)),
    citizenship: (value) => nameIn(language, 'region', String(value)),
    municipalityIstat: (value, { municipality }) => municipality ?? String(value),
    domicile: (value) => String((value as { address?: string }).address ?? ''),
    languages: (value) => (value as string[]).map((code) => nameIn(language, 'language', code)).join(', '),
    preferredContact: (value) => words(`persons.contactWay.${value as NonNullable<PersonValues['preferredContact']>}`),
    interpreterNeeded: (value) => (value === true ? say('one.yes') : ''),
  }
  return (field, value, naming = {}) => {
    if (value === null || value === undefined || value === '') return ''
    const text = special[field]
    if (text) return text(value, naming)
    return Array.isArray(value) ? value.join(', ') : String(value)
  }
}

/** What is known of the person, field by field; a year is left out when the day is known. */
export const PersonFacts = ({ sheet }: { sheet: PersonSheet }): ReactElement | null => {
  const [say, words, textOf] = [useWords(personDeskWords), useWords(personWords), useFieldText()]
  const { values } = sheet
  if (!values) return null
  const fields = shown.filter((field) => field !== 'birthYear' || values.birthDate === null)
  const told = fields.map((field) => ({
    field,
    text: field === 'sex' && values.sex === 'unknown' ? '' : textOf(field, values[field], sheet.person),
  }))
  const missing = told
    .filter(({ text }) => text === '')
    .map(({ field }) => words(`persons.field.${field}`).toLowerCase())
  return (
    <div className="stack">
      <dl className="facts-list">
        {told
          .filter(({ text }) => text !== '')
          .map(({ field, text }) => (
            <div key={field}>
              <dt className="small soft">{words(`persons.field.${field}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {missing.length > 0 && <p className="small soft">{say('one.notTold', { fields: missing.join(', ') })}</p>}
    </div>
  )
}
