import type { ReactElement } from 'react'
import { personWords } from '../../persons/core/person.words.ts'
import type { PersonEntry } from '../../persons/core/sheet.schema.ts'
import { dateAndTime, longDate } from '../../platform/core/words.ts'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import type { TransferOffer } from '../core/transfer.schema.ts'
import { transferPageWords } from '../core/transferPage.words.ts'

const shown = [
  'calledName',
  'birthDate',
  'birthYear',
  'birthplace',
  'codiceFiscale',
  'citizenship',
  'phones',
  'emails',
  'preferredContactTimes',
  'languages',
] as const

const useTexts = (): ((values: PersonEntry, field: (typeof shown)[number]) => string) => {
  const language = useLanguage()
  const nameIn = (type: 'language' | 'region', code: string): string =>
    new Intl.DisplayNames(language, { type }).of(code) ?? code
  return (values, field) => {
    const value = values[field]
    if (value === null || value === undefined) return ''
    if (field === 'birthYear' && values.birthDate) return ''
    if (field === 'birthDate') return longDate(language, String(value))
    if (field === 'citizenship') return nameIn('region', String(value))
    if (!Array.isArray(value)) return String(value)
    return value.map((one) => (field === 'languages' ? nameIn('language', one) : one)).join(', ')
  }
}

const Facts = ({ offer }: { offer: TransferOffer }): ReactElement => {
  const [say, words, textOf] = [useWords(transferPageWords), useWords(personWords), useTexts()]
  const told = [
    ...shown.map((field) => ({ label: words(`persons.field.${field}`), text: textOf(offer.values, field) })),
    { label: say('one.household'), text: offer.household ?? '' },
    { label: say('one.places'), text: offer.places.map(({ name }) => name).join(', ') },
  ]
  return (
    <dl className="facts-list">
      {told
        .filter(({ text }) => text !== '')
        .map(({ label, text }) => (
          <div key={label}>
            <dt className="small soft">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What was handed over: who the person is, where the work stands, the notes that they read themselves. */
export const OfferFacts = ({ offer }: { offer: TransferOffer }): ReactElement => {
  const [say, language] = [useWords(transferPageWords), useLanguage()]
  return (
    <>
      <Section id="punto" title={say('one.handOver')}>
        <p className="prose">{offer.handOver}</p>
      </Section>
      <Section id="chi" title={say('one.facts')}>
        <Facts offer={offer} />
      </Section>
      {offer.notes.length > 0 && (
        <Section id="note" title={say('one.notes')} count={offer.notes.length}>
          <Thread>
            {offer.notes.map((note) => (
              <ThreadItem
                key={`${note.at} ${note.text.slice(0, 20)}`}
                title={`${dateAndTime(language, note.at)}, ${note.author}`}
                text={note.text}
              />
            ))}
          </Thread>
        </Section>
      )}
    </>
  )
}
