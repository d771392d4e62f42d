import type { ReactElement } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { proposedTerm } from '../core/pact.deadlines.ts'
import { defaultPactSettings } from '../core/pact.settings.ts'
import { usePactWords } from './pact.hooks.ts'
import { DayField, Line, NumberField, Prose } from './WriteFields.tsx'
import { useText, useWriting } from './writing.hooks.ts'

/** The limits of the programme, for the hints. */
export const useLimits = (): { termMonths: number; maxTermMonths: number; privacyNotice: string } => {
  const { data } = useRead(settingsApi.programme)
  const { termMonths, maxTermMonths } = data?.deadlines ?? defaultPactSettings
  return { termMonths, maxTermMonths, privacyNotice: data?.rules.privacyNotice ?? '' }
}

const Term = (): ReactElement => {
  const say = usePactWords()
  const writing = useWriting()
  const limits = useLimits()
  const start = useText(({ term }) => term.start)
  const propose = (): void => {
    if (start !== null) writing.type('term/end', proposedTerm(start, limits).end)
  }
  return (
    <>
      <DayField path="term/start" />
      <DayField
        path="term/end"
        hint={say('pacts.write.endHint', { months: limits.termMonths, max: limits.maxTermMonths })}
      />
      {start !== null && (
        <div className="btns">
          <Button look="quiet" icon="calendar" about={say('pacts.field.term.end')} onClick={propose}>
            {say('pacts.write.sixMonths', { count: limits.termMonths })}
          </Button>
        </div>
      )}
    </>
  )
}

/** Why the pact, from when to when, and how often one looks at it together. */
export const WriteWhy = (): ReactElement => {
  const say = usePactWords()
  return (
    <Section id="f-why" block title={say('pacts.write.why')}>
      <div className="form">
        <Prose path="purpose" max={2000} hint={say('pacts.write.purposeHint')} />
        <Term />
        <NumberField path="reviewEveryDays" whole hint={say('pacts.write.reviewHint')} />
      </div>
    </Section>
  )
}

/** What happens when a commitment does not work out, and the notice that was handed over. */
export const WriteRules = (): ReactElement => {
  const say = usePactWords()
  const { privacyNotice } = useLimits()
  return (
    <Section id="f-rules" block title={say('pacts.write.rules')}>
      <div className="form">
        <Prose path="ifNotKept" max={2000} optional hint={say('pacts.write.ifNotKeptHint')} />
        <Line
          path="privacyNotice"
          max={40}
          optional
          short
          hint={privacyNotice && say('pacts.write.noticeHint', { version: privacyNotice })}
        />
      </div>
    </Section>
  )
}
