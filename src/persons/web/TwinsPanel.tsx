import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { personDeskWords } from '../core/desk.words.ts'
import type { CodeReading } from '../core/person.api.ts'
import { personWords } from '../core/person.words.ts'
import { PersonLine } from './PersonLine.tsx'
import type { Twins } from './twins.hooks.ts'

const faults = [
  'persons.fiscalCodeForm',
  'persons.fiscalCodeCheck',
  'persons.fiscalCodeDate',
  'persons.fiscalCodePlace',
] as const

const CodeSays = ({ code }: { code: CodeReading }): ReactElement | null => {
  const [say, words, language] = [useWords(personDeskWords), useWords(personWords), useLanguage()]
  const fault = faults.find((one) => one === code.fault)
  if (fault) return <Callout tone="late">{words(fault)}</Callout>
  if (!code.birthDate) return null
  const says = say('new.codeSays', { day: longDate(language, code.birthDate), place: code.birthplace ?? '?' })
  if (code.differs.length === 0) return <Callout tone="calm">{says}</Callout>
  const parts = code.differs.map((part) => words(`persons.field.${part}`).toLowerCase()).join(', ')
  return (
    <Callout tone="late">
      {says} {say('new.codeDiffers', { parts })}
    </Callout>
  )
}

/** "Forse è già qui": who resembles the person being written, how much, and why. */
export const TwinsPanel = ({ twins }: { twins: Twins | null }): ReactElement => {
  const [say, words] = [useWords(personDeskWords), useWords(personWords)]
  const why = ({ level, reasons }: Twins['rows'][0]): string =>
    `${words(`persons.level.${level}`)}: ${reasons.map((reason) => words(`persons.match.${reason}`)).join(', ')}.`
  return (
    <Section id="gemelli" title={say('twins.title')} count={twins?.rows.length ? twins.rows.length : undefined}>
      <div role="status" className="stack">
        {!twins && <p className="soft">{say('twins.wait')}</p>}
        {twins?.code && <CodeSays code={twins.code} />}
        {twins?.rows.length === 0 && <p className="soft">{say('twins.none')}</p>}
        {twins && twins.rows.length > 0 && (
          <>
            <p>{say('twins.lead')}</p>
            <Rows>
              {twins.rows.map((row) => (
                <PersonLine
                  key={row.id}
                  row={row}
                  more={
                    <>
                      <br />
                      {why(row)}
                    </>
                  }
                />
              ))}
            </Rows>
          </>
        )}
      </div>
    </Section>
  )
}
