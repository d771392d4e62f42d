import type { ReactElement } from 'react'
import { longDate } from '../../../platform/core/words.ts'
import { Button, TextLink } from '../../../platform/web/kit/Button.tsx'
import { Callout } from '../../../platform/web/kit/Card.tsx'
import { TextArea } from '../../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../../platform/web/kit/State.tsx'
import { useLanguage, useWords } from '../../../platform/web/language.tsx'
import type { Correction } from '../../core/card.api.ts'
import { personsWords } from '../../core/persons.words.ts'

const tones = { open: 'now', done: 'done', declined: 'info' } as const

const Asked = ({ rows }: { rows: readonly Correction[] }): ReactElement => {
  const say = useWords(personsWords)
  const language = useLanguage()
  return (
    <Section id="asked" title={say('persons.own.asked')}>
      <Rows>
        {rows.map((row) => (
          <Row
            key={row.id}
            title={row.text}
            text={row.answer || longDate(language, row.at)}
            state={<Pill tone={tones[row.state]}>{say(`persons.correction.${row.state}`)}</Pill>}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** Where the person asks that something be put right, and reads what was answered. */
export const CorrectionForm = (props: {
  rows: readonly Correction[]
  sent: boolean
  typed: string
  error: string
}): ReactElement => {
  const say = useWords(personsWords)
  return (
    <div className="stack">
      <Sentence lead={say('persons.own.correctLead')}>{say('persons.own.correctTitle')}</Sentence>
      {props.sent && <Callout tone="done">{say('persons.own.correctSent')}</Callout>}
      <form className="form" method="post" noValidate>
        <TextArea
          id="text"
          name="text"
          label={say('persons.own.correctText')}
          hint={say('persons.own.correctHint')}
          error={props.error || undefined}
          defaultValue={props.typed}
          maxLength={2000}
        />
        <Button type="submit" look="main">
          {say('persons.own.correctSend')}
        </Button>
      </form>
      {props.rows.length > 0 && <Asked rows={props.rows} />}
      <p>
        <TextLink href="/mio/patto" icon="back">
          {say('persons.own.back')}
        </TextLink>
      </p>
    </div>
  )
}
