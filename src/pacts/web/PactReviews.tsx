import { type ReactElement, useState } from 'react'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { at } from '../../platform/web/navigation.ts'
import type { Review } from '../core/pact.schema.ts'
import type { FollowUp, PactSheet } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
import { usePactWords, useToday, useWhen } from './pact.hooks.ts'
import { ReviewDayDialog } from './ReviewDayDialog.tsx'

const Voices = ({ review }: { review: Review }): ReactElement => {
  const say = usePactWords()
  const voices = [
    ['pacts.review.personVoice', review.personVoice],
    ['pacts.review.workerVoice', review.workerVoice],
  ] as const
  return (
    <More label={`${say('pacts.review.personVoice')}, ${say('pacts.review.workerVoice').toLowerCase()}`}>
      {voices.map(([key, text]) => (
        <div key={key} className="mt">
          <h4>{say(key)}</h4>
          <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
        </div>
      ))}
    </More>
  )
}

const HeldReview = ({ review }: { review: Review }): ReactElement => {
  const say = usePactWords()
  const { day } = useWhen()
  const decision = review.decision ? say(`pacts.decision.${review.decision}`) : ''
  return (
    <Row
      title={say(`pacts.review.${review.kind}`)}
      text={review.present && say('pacts.page.reviewPresent', { who: review.present })}
      state={
        <>
          <State tone="done">{say('pacts.page.reviewHeld', { day: day(review.heldOn ?? review.due), decision })}</State>
          <Voices review={review} />
        </>
      }
    />
  )
}

const OpenReview = ({ review, sheet }: { review: Review; sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const { day } = useWhen()
  const isLate = review.due < today
  const canHold = sheet.mayWrite && ['active', 'suspended', 'closing'].includes(sheet.pact.state)
  return (
    <Row
      title={say(`pacts.review.${review.kind}`)}
      state={
        <State tone={isLate ? 'late' : 'calm'}>
          {say(isLate ? 'pacts.page.reviewLate' : 'pacts.page.reviewDue', { day: day(review.due) })}
        </State>
      }
      go={
        canHold && (
          <LinkButton href={at(`/patti/${sheet.pact.id}/verifica/${review.id}`)} about={day(review.due)}>
            {say('pacts.page.review')}
          </LinkButton>
        )
      }
    />
  )
}

/** The reviews held and still to hold, and the way to set or to add one. */
export const PactReviews = ({ sheet }: { sheet: PactSheet }): ReactElement | null => {
  const say = usePactWords()
  const [setting, setSetting] = useState(false)
  if (sheet.inForce === null) return null
  const over = isOver(sheet.pact.state)
  const open = over ? [] : sheet.reviews.filter(({ heldOn }) => heldOn === null)
  const held = sheet.reviews.filter(({ heldOn }) => heldOn !== null)
  return (
    <Section id="reviews" block title={say('pacts.page.reviews')}>
      {open.length + held.length === 0 && <p className="soft">{say('pacts.page.noReviews')}</p>}
      {open.length + held.length > 0 && (
        <Rows tight label={say('pacts.page.reviews')}>
          {open.map((review) => (
            <OpenReview key={review.id} review={review} sheet={sheet} />
          ))}
          {held.map((review) => (
            <HeldReview key={review.id} review={review} />
          ))}
        </Rows>
      )}
      {sheet.mayWrite && (
        <p className="mt">
          {over ? (
            <LinkButton look="quiet" icon="plus" href={at(`/patti/${sheet.pact.id}/verifica/nuova`)}>
              {say('pacts.page.lateReview')}
            </LinkButton>
          ) : (
            <Button look="quiet" icon="calendar" onClick={() => setSetting(true)}>
              {say('pacts.page.fixReview')}
            </Button>
          )}
        </p>
      )}
      {setting && <ReviewDayDialog pactId={sheet.pact.id} onClose={() => setSetting(false)} />}
    </Section>
  )
}

const FollowUpRow = ({ one, sheet }: { one: FollowUp; sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const { day } = useWhen()
  const state = one.heldOn ? (
    <State tone={one.reached ? 'done' : 'calm'}>
      {say(one.reached ? 'pacts.page.followUpHeld' : 'pacts.page.followUpNotReached', { day: day(one.heldOn) })}
    </State>
  ) : (
    <State tone={one.due < today ? 'late' : 'calm'}>{say('pacts.page.followUpDue', { day: day(one.due) })}</State>
  )
  return (
    <Row
      title={say('pacts.deadline.followUp', { months: one.months })}
      text={one.personVoice && `“${one.personVoice}”`}
      state={state}
      go={
        sheet.mayWrite &&
        one.heldOn === null && (
          <LinkButton href={at(`/patti/${sheet.pact.id}/dopo/${one.id}`)} about={day(one.due)}>
            {say('pacts.page.followUp')}
          </LinkButton>
        )
      }
    />
  )
}

/** How it ended, and how the person is some months later. */
export const PactAfter = ({ sheet }: { sheet: PactSheet }): ReactElement | null => {
  const say = usePactWords()
  const { closure } = sheet.pact
  if (closure === null && sheet.followUps.length === 0) return null
  return (
    <Section id="after" block title={say(closure ? 'pacts.page.closure' : 'pacts.page.followUps')}>
      {closure && (
        <div className="stack">
          <p>
            <b>{say(`pacts.goals.${closure.goals}`)}</b>. {say(`pacts.work.${closure.work}`)}.{' '}
            {closure.others.map((one) => `${say(`pacts.outcome.${one}`)}. `)}
          </p>
          <p style={{ whiteSpace: 'pre-line' }}>{closure.reason}</p>
          {closure.training && <p>{`${say('pacts.closure.training')}: ${closure.training}`}</p>}
          {closure.tiesAndRoles && <p>{`${say('pacts.closure.tiesAndRoles')}: ${closure.tiesAndRoles}`}</p>}
        </div>
      )}
      {sheet.followUps.length > 0 && (
        <div className="mt">
          <Rows tight label={say('pacts.page.followUps')}>
            {sheet.followUps.map((one) => (
              <FollowUpRow key={one.id} one={one} sheet={sheet} />
            ))}
          </Rows>
        </div>
      )}
    </Section>
  )
}
