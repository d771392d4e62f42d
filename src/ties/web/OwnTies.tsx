import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Button, Buttons, TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout, Card, More } from '../../platform/web/kit/Card.tsx'
import { DateInput, TextInput } from '../../platform/web/kit/Field.tsx'
import { Met } from '../../platform/web/kit/Mine.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { questionPageWords } from '../core/question.page.words.ts'
import type { QuestionRow } from '../core/question.schema.ts'

/** `mayEnd`: both have said yes, so that either may say that it is over. */
type OwnTie = {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly born: boolean
  readonly since: string
  readonly mayEnd: boolean
}

export type OwnTiesView = {
  readonly ties: readonly OwnTie[]
  readonly questions: readonly QuestionRow[]
  /** What the conversations told, in a sentence; '' before the first. */
  readonly waves: string
  /** The person has just answered. */
  readonly answered: boolean
  /** Why what they sent could not be taken; '' else. */
  readonly wrong: string
  readonly today: string
}

const Asked = ({ row }: { row: QuestionRow }): ReactElement => {
  const [say, language] = [useWords(questionPageWords), useLanguage()]
  const days =
    row.place !== '' && row.firstDay !== null && row.lastDay !== null
      ? say('ties.own.at', {
          place: row.place,
          from: longDate(language, row.firstDay),
          to: longDate(language, row.lastDay),
        })
      : ''
  return (
    <Card warm>
      <p>
        {row.kind === 'met'
          ? `${say('ties.own.met', { other: row.other, count: row.times })} ${days}`
          : say(`ties.own.${row.kind}`, { other: row.other })}
      </p>
      {row.kind === 'across' && <p className="soft">{say('ties.own.acrossNote')}</p>}
      <form className="mt" method="post" action="/mio/legami">
        <input type="hidden" name="questionId" value={row.id} />
        <Buttons>
          <Button type="submit" name="answer" value="yes" look="main" icon="check" about={row.other}>
            {say('ties.own.yes')}
          </Button>
          <Button type="submit" name="answer" value="no" about={row.other}>
            {say('ties.own.no')}
          </Button>
        </Buttons>
      </form>
    </Card>
  )
}

/** What tie it is; of one that both said yes to, the way to say that it is over. */
const Told = ({ tie, today }: { tie: OwnTie; today: string }): ReactElement => {
  const say = useWords(questionPageWords)
  const text = tie.born ? `${tie.text}, ${say('ties.own.bornHere')}` : tie.text
  if (!tie.mayEnd) return <>{text}</>
  return (
    <>
      {text}
      <More label={say('ties.own.over')}>
        <form method="post" action="/mio/legami/finito">
          <input type="hidden" name="tieId" value={tie.id} />
          <DateInput
            id={`over-${tie.id}`}
            name="until"
            required
            min={tie.since}
            max={today}
            label={say('ties.own.overOn')}
          />
          <Buttons>
            <Button type="submit" about={tie.name}>
              {say('ties.own.overGo')}
            </Button>
          </Buttons>
        </form>
      </More>
    </>
  )
}

/** Where a code goes that somebody of another district handed over. */
const Code = (): ReactElement => {
  const say = useWords(questionPageWords)
  return (
    <More label={say('ties.own.code')}>
      <form method="post" action="/mio/legami/codice">
        <TextInput
          id="code"
          name="code"
          required
          short
          autoComplete="off"
          maxLength={40}
          label={say('ties.own.codeField')}
          hint={say('ties.own.codeLead')}
        />
        <Buttons>
          <Button type="submit">{say('ties.own.codeGo')}</Button>
        </Buttons>
      </form>
    </More>
  )
}

/** The person's own ties, and the questions that only they can answer. */
export const OwnTies = ({ view }: { view: OwnTiesView }): ReactElement => {
  const say = useWords(questionPageWords)
  const born = view.ties.filter((tie) => tie.born).length
  return (
    <div className="blocks">
      {view.wrong && <Callout tone="late">{view.wrong}</Callout>}
      {view.answered && <Callout tone="done">{say('ties.own.thanks')}</Callout>}
      <Sentence eyebrow={say('ties.own.title')} lead={view.waves || undefined}>
        {view.ties.length === 0 ? (
          say('ties.own.none')
        ) : (
          <>
            {weighed(say('ties.own.count', { count: view.ties.length }))}{' '}
            {born > 0 && weighed(say('ties.own.born', { count: born }))}
          </>
        )}
      </Sentence>
      {view.questions.length > 0 && (
        <Section id="domande" title={say('ties.own.asked')}>
          <p className="mt">{say('ties.own.askedLead')}</p>
          <div className="stack mt">
            {view.questions.map((row) => (
              <Asked key={row.id} row={row} />
            ))}
          </div>
        </Section>
      )}
      {view.ties.length > 0 && (
        <Section id="persone" title={say('ties.own.list')}>
          <Met
            items={view.ties.map((tie) => ({ ...tie, old: !tie.born, text: <Told tie={tie} today={view.today} /> }))}
          />
        </Section>
      )}
      <Code />
      <p>
        <TextLink href="/mio/patto" icon="back">
          {say('ties.own.back')}
        </TextLink>
      </p>
    </div>
  )
}
