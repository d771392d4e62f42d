import type { ReactElement } from 'react'
import { figure } from '../../platform/core/words.ts'
import { Card } from '../../platform/web/kit/Card.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import type { PactContent } from '../core/content.schema.ts'
import { sayEuro } from '../core/euro.ts'
import { CommitmentSides } from './PactCommitments.tsx'
import { usePactWords, useWhen } from './pact.hooks.ts'

const Goals = ({ content }: { content: PactContent }): ReactElement => {
  const say = usePactWords()
  const { day } = useWhen()
  return (
    <div className="goals">
      {content.goals.map((goal) => (
        <Card key={goal.id} title={`“${goal.words}”`}>
          <ul className="prose">
            {goal.steps.map((step) => (
              <li key={step.id}>
                {[step.text, step.due && say('pacts.page.until', { day: day(step.due) })].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}

const Help = ({ content }: { content: PactContent }): ReactElement => {
  const say = usePactWords()
  const language = useLanguage()
  const { day } = useWhen()
  const supports = content.supports.map(({ id, label, providerLabel, quantity, unit, costCents }) => ({
    id,
    text: [
      label,
      providerLabel,
      quantity === null ? '' : `${figure(language, quantity)} ${unit}`,
      costCents === null ? '' : sayEuro(language, costCents),
    ],
  }))
  const giving = content.giveBack.map(({ id, tasks, legalForm, hostLabel, schedule, covers }) => ({
    id,
    text: [
      tasks,
      say(`hours.form.${legalForm}`),
      hostLabel,
      schedule,
      ...covers.map((one) => say('pacts.page.covered', { day: day(one.to) })),
    ],
  }))
  const lists = [
    ['pacts.page.supports', supports],
    ['pacts.page.giveBack', giving],
  ] as const
  return (
    <>
      {lists
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <div key={title} className="prose">
            <h3>{say(title)}</h3>
            <ul>
              {items.map(({ id, text }) => (
                <li key={id}>{text.filter(Boolean).join(', ')}</li>
              ))}
            </ul>
          </div>
        ))}
    </>
  )
}

/** A whole text as its signer reads it, in plain words, nothing left out. */
export const PlainText = ({ content }: { content: PactContent }): ReactElement => {
  const say = usePactWords()
  const { day } = useWhen()
  const { start, end } = content.term
  return (
    <div className="blocks">
      <div className="prose">
        <p style={{ whiteSpace: 'pre-line' }}>{content.purpose}</p>
        <p>
          <b>
            {start && end
              ? say('pacts.signing.fromTo', { from: day(start), to: day(end) })
              : say('pacts.signing.noTerm')}
          </b>
        </p>
      </div>
      <Goals content={content} />
      <CommitmentSides content={content} marks={[]} onMark={null} />
      <Help content={content} />
      {content.ifNotKept && (
        <div className="prose">
          <h3>{say('pacts.page.ifNotKept')}</h3>
          <p style={{ whiteSpace: 'pre-line' }}>{content.ifNotKept}</p>
        </div>
      )}
    </div>
  )
}
