import type { ReactElement } from 'react'
import { dayOf } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { type OpenedTransfer, transferApi } from '../core/transfer.api.ts'
import { transferPageWords } from '../core/transferPage.words.ts'
import { OfferAnswer } from './OfferAnswer.tsx'
import { OfferFacts } from './OfferFacts.tsx'

const Head = ({ one }: { one: OpenedTransfer }): ReactElement => {
  const [say, language] = [useWords(transferPageWords), useLanguage()]
  const { givenName, familyName } = one.offer.values
  const names = { name: `${givenName} ${familyName}`, from: one.from, to: one.to }
  const key = one.state === 'proposed' ? (one.may.answer ? 'incoming' : 'outgoing') : one.state
  const day = longDate(language, dayOf(one.proposedAt))
  return (
    <Sentence lead={say('one.lead', { who: one.proposedBy, day, reason: one.reason })}>
      {weighed(say(`one.${key}`, names))}
    </Sentence>
  )
}

const Reply = ({ one }: { one: OpenedTransfer }): ReactElement | null => {
  const [say, language] = [useWords(transferPageWords), useLanguage()]
  if (!one.answeredAt) return null
  const about = { who: one.answeredBy ?? '', day: longDate(language, dayOf(one.answeredAt)), text: one.answer }
  return (
    <Callout tone={one.state === 'accepted' ? 'done' : 'calm'}>
      {say(one.answer ? 'one.answer' : 'one.answered', about)}
    </Callout>
  )
}

const Ways = ({ one }: { one: OpenedTransfer }): ReactElement => {
  const say = useWords(transferPageWords)
  return (
    <Buttons>
      {one.caseId && <LinkButton href={at(`/casi/${one.caseId}/equipe`)}>{say('one.case')}</LinkButton>}
      {one.toCaseId && <LinkButton href={at(`/casi/${one.toCaseId}`)}>{say('one.newCase')}</LinkButton>}
      {one.toPersonId && <LinkButton href={at(`/persone/${one.toPersonId}`)}>{say('one.newPerson')}</LinkButton>}
    </Buttons>
  )
}

const Offer = ({ one }: { one: OpenedTransfer }): ReactElement => {
  const [say, language] = [useWords(transferPageWords), useLanguage()]
  const agreed = { day: longDate(language, one.agreedOn), how: say(`how.${one.agreedHow}`) }
  return (
    <>
      <Crumbs
        label={say('list.title')}
        items={[{ label: say('list.title'), href: at('/passaggi') }, { label: one.person }]}
      />
      <Head one={one} />
      <div className="block blocks">
        <Reply one={one} />
        <Note icon="check">{say('one.agreed', agreed)}</Note>
        <Ways one={one} />
        <OfferFacts offer={one.offer} />
        <OfferAnswer one={one} />
      </div>
    </>
  )
}

/** One proposal of transfer: what it hands over, and the answer. */
export const OfferPage = (): ReactElement | null => {
  const { transferId = '' } = useParams()
  const found = useRead(transferApi.open, { params: { transferId } })
  return <Answered of={found}>{(one) => <Offer one={one} />}</Answered>
}
