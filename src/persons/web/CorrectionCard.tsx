import { type FormEvent, type ReactElement, useState } from 'react'
import { dateAndTime } from '../../platform/core/words.ts'
import { Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Card } from '../../platform/web/kit/Card.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextArea } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { type Correction, cardApi } from '../core/card.api.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personsWords } from '../core/persons.words.ts'

const tones = { open: 'now', done: 'done', declined: 'info' } as const

const Answer = ({ id }: { id: string }): ReactElement => {
  const say = useWords(personDeskWords)
  const [text, setText] = useState('')
  const tell = useStatus()
  const act = useAct(cardApi.answerCorrection)
  const faults = faultsIn(act.error)
  // the form is gone once it is answered, and callbacks of a component that is gone are not called
  const answer = (state: 'done' | 'declined'): void =>
    void act.mutateAsync({ params: { id }, body: { state, answer: text } }).then(
      () => tell({ text: say('one.answered') }),
      () => undefined,
    )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    answer('done')
  }
  return (
    <Form onSubmit={submit}>
      <Faults faults={faults} error={act.error} />
      <TextArea
        id={`answer-${id}`}
        label={say('one.answer')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={faultAt(faults, 'answer')}
      />
      <Buttons>
        <Button type="submit" busy={act.isPending}>
          {say('one.answerDone')}
        </Button>
        <Button busy={act.isPending} onClick={() => answer('declined')}>
          {say('one.answerDeclined')}
        </Button>
      </Buttons>
    </Form>
  )
}

/** One request, with its answer or the place for it. `named` shows whose it is. */
export const CorrectionCard = ({ row, named }: { row: Correction; named: boolean }): ReactElement => {
  const [words, language] = [useWords(personsWords), useLanguage()]
  return (
    <Card>
      {named && (
        <h2>
          <a href={at(`/persone/${row.personId}`)}>{row.name}</a>
        </h2>
      )}
      <p>{row.text}</p>
      <p className="small soft">{dateAndTime(language, row.at)}</p>
      <Pill tone={tones[row.state]}>{words(`persons.correction.${row.state}`)}</Pill>
      {row.state === 'open' ? <Answer id={row.id} /> : <p>{row.answer}</p>}
    </Card>
  )
}

/** What this person asks to correct; nothing is shown when they never did. */
export const Corrections = ({ personId }: { personId: string }): ReactElement | null => {
  const say = useWords(personDeskWords)
  const found = useRead(cardApi.corrections, { query: { personId } })
  if (!found.data || found.data.rows.length === 0) return null
  return (
    <Section id="correzioni" title={say('one.corrections')} count={found.data.total}>
      {found.data.rows.map((row) => (
        <CorrectionCard key={row.id} row={row} named={false} />
      ))}
    </Section>
  )
}
