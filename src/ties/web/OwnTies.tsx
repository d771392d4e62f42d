import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Button, Buttons, TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout, Card } from '../../platform/web/kit/Card.tsx'
import { Met } from '../../platform/web/kit/Mine.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { questionPageWords } from '../core/question.page.words.ts'
import type { QuestionRow } from '../core/question.schema.ts'

export type OwnTiesView = {
  readonly ties: readonly { id: string; name: string; text: string; born: boolean }[]
  readonly questions: readonly QuestionRow[]
  /** What the conversations told, in a sentence; '' before the first. */
  readonly waves: string
  /** The person has just answered. */
  readonly answered: boolean
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
        {row.kind === 'claim'
          ? say('ties.own.claim', { other: row.other })
          : `${say('ties.own.met', { other: row.other, count: row.times })} ${days}`}
      </p>
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

/** The person's own ties, and the questions that only they can answer. */
export const OwnTies = ({ view }: { view: OwnTiesView }): ReactElement => {
  const say = useWords(questionPageWords)
  const born = view.ties.filter((tie) => tie.born).length
  return (
    <div className="blocks">
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
          <Met items={[...view.ties]} />
        </Section>
      )}
      <p>
        <TextLink href="/mio/patto" icon="back">
          {say('ties.own.back')}
        </TextLink>
      </p>
    </div>
  )
}
