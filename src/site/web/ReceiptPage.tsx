import type { ReactElement } from 'react'
import { ReceiptState } from '../../outreach/core/referral.ts'
import { referralWords } from '../../outreach/core/referral.words.ts'
import { longDate } from '../../platform/core/words.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { ErrorSummary, Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { siteWords } from '../core/site.words.ts'
import { ColumnPage, type Place } from './PublicPage.tsx'

export type Found = {
  readonly state: ReceiptState
  readonly receivedOn: string
  readonly contactedOn: string | null
  readonly closedOn: string | null
}

/** Asks for the code. */
export const ReceiptForm = (props: {
  place: Place
  code: string
  fault?: 'site.code.wrong' | 'site.code.empty' | 'site.code.tooMany'
}): ReactElement => {
  const say = useWords(siteWords)
  const error = props.fault && say(props.fault)
  return (
    <ColumnPage place={props.place} title={say('site.receipt')}>
      <Sentence lead={say('site.receiptLead')}>{say('site.receiptTitle')}</Sentence>
      {error && <ErrorSummary title={error} errors={[{ field: 'code', message: say('site.code') }]} />}
      <Form action="/ricevuta">
        <TextInput
          id="code"
          name="code"
          label={say('site.code')}
          hint={say('site.codeHint')}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          defaultValue={props.code}
        />
        <Button type="submit" look="main">
          {say('site.codeGo')}
        </Button>
      </Form>
    </ColumnPage>
  )
}

const dayOfStep = (step: ReceiptState, found: Found): string | null => {
  if (step === 'received') return found.receivedOn
  if (step === 'inTouch') return found.contactedOn
  return step === 'closed' ? found.closedOn : null
}

/** How far a request is: steps and days, nothing of anybody. */
export const ReceiptPage = ({ place, found }: { place: Place; found: Found }): ReactElement => {
  const say = useWords(siteWords)
  const steps = useWords(referralWords)
  const language = useLanguage()
  const now = ReceiptState.indexOf(found.state)
  return (
    <ColumnPage place={place} title={say('site.receipt')}>
      <Sentence>{say('site.receiptNow', { state: say(`site.receipt.${found.state}`) })}</Sentence>
      <Thread>
        {ReceiptState.map((step, at) => {
          const day = at <= now ? dayOfStep(step, found) : null
          return (
            <ThreadItem
              key={step}
              bead={at < now ? 'done' : at === now ? 'now' : 'plain'}
              title={steps(`outreach.receipt.${step}`)}
              text={day && longDate(language, day)}
            />
          )
        })}
      </Thread>
      <Note icon="lock">{say('site.receiptPrivate')}</Note>
      <p className="btns">
        <LinkButton href="/ricevuta">{say('site.otherCode')}</LinkButton>
      </p>
    </ColumnPage>
  )
}

/** A link that opens nothing any more. */
export const NoAntennaPage = ({ place }: { place: Place }): ReactElement => {
  const say = useWords(siteWords)
  return (
    <ColumnPage place={place} title={say('site.ask')}>
      <Sentence lead={say('site.noAntennaLead')}>{say('site.noAntenna')}</Sentence>
      <p className="btns">
        <LinkButton look="main" href="/sono-preoccupato">
          {say('site.worry')}
        </LinkButton>
      </p>
    </ColumnPage>
  )
}
