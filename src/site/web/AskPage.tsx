import type { ReactElement } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { ErrorSummary, Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import type { FieldFault } from '../core/form.ts'
import { siteWords } from '../core/site.words.ts'
import { AboutFields, ContactFields, WhatFields } from './AskFields.tsx'
import type { AskPageProps } from './ask.props.ts'
import { ColumnPage } from './PublicPage.tsx'

/** What each fault is about, as the id of its field. */
const idOf = ({ field }: FieldFault): string => (field === 'permission' ? 'permission-0' : field)

/** What an antenna has sent so far, and what came of it: never of whom. */
const useSoFar = (antenna: AskPageProps['antenna']): string => {
  const say = useWords(siteWords)
  if (!antenna || antenna.sent === 0) return say('site.antennaFirst')
  const sent = say('site.antennaLead', { count: antenna.sent })
  return antenna.takenUp === 0 ? sent : `${sent} ${say('site.antennaTaken', { count: antenna.takenUp })}`
}

const Title = ({ place, kind, antenna }: AskPageProps): ReactElement => {
  const say = useWords(siteWords)
  const soFar = useSoFar(antenna)
  if (kind === 'antenna' && antenna)
    return <Sentence lead={soFar}>{say('site.antennaTitle', { name: antenna.name })}</Sentence>
  return kind === 'forMe' ? (
    <Sentence lead={say('site.askLead')}>{weighed(say('site.askTitle', { days: place.days }))}</Sentence>
  ) : (
    <Sentence lead={say('site.worryLead')}>{weighed(say('site.worryTitle'))}</Sentence>
  )
}

const Troubles = (props: AskPageProps): ReactElement => {
  const say = useWords(siteWords)
  return (
    <>
      <ErrorSummary
        title={say('site.errors', { count: props.faults.length })}
        kept={say('site.kept')}
        errors={props.faults.map((fault) => ({ field: idOf(fault), message: say(fault.key, fault.params) }))}
      />
      {props.notSent && (
        <div role="alert">
          <Callout tone="late">
            <p>{say('site.notSent')}</p>
          </Callout>
        </div>
      )}
      {props.illness && (
        <div role="alert">
          <Callout>
            <p>
              <strong>{say('site.illness', { word: props.illness })}</strong> {say('site.illnessText')}
            </p>
          </Callout>
        </div>
      )}
    </>
  )
}

/** Unseen by people; a programme that fills every field fills these too. */
const Hidden = ({ token, illness }: Pick<AskPageProps, 'token' | 'illness'>): ReactElement => {
  const say = useWords(siteWords)
  return (
    <>
      <input type="hidden" name="token" value={token} />
      {illness && <input type="hidden" name="warned" value="yes" />}
      <div className="sr" aria-hidden="true">
        <label>
          {say('site.trap')}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  )
}

/** A form of one page: asking for oneself, out of worry, or as an antenna. */
export const AskPage = (props: AskPageProps): ReactElement => {
  const say = useWords(siteWords)
  const titles = { forMe: 'site.ask', worried: 'site.worry', antenna: 'site.antennaPage' } as const
  const title = say(titles[props.kind])
  return (
    <ColumnPage place={props.place} title={title}>
      <Title {...props} />
      <Troubles {...props} />
      <Form action={props.place.path}>
        <WhatFields {...props} />
        <ContactFields {...props} />
        <AboutFields {...props} />
        <Hidden token={props.token} illness={props.illness ?? null} />
        <Button type="submit" look="main" wide>
          {say('site.send')}
        </Button>
        <Note icon="eye">{say('site.codeNote')}</Note>
        <Note icon="lock">
          {say('site.privacyNote')} <a href="/privacy">{say('site.foot.dataLink')}</a>
        </Note>
      </Form>
      <Callout icon="phone">
        <p>
          {say('site.danger')} <a href="tel:112">{say('site.danger112')}</a>
        </p>
      </Callout>
    </ColumnPage>
  )
}
