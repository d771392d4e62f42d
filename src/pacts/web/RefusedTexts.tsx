import type { ReactElement } from 'react'
import { fileAddress } from '../../platform/web/call.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Card } from '../../platform/web/kit/Card.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { at } from '../../platform/web/navigation.ts'
import { pactApi } from '../core/pact.api.ts'
import type { PactSheet, VersionHead } from '../core/pact.sheet.ts'
import { usePactWords, useWhen } from './pact.hooks.ts'

const Refused = ({ sheet, head }: { sheet: PactSheet; head: VersionHead }): ReactElement => {
  const say = usePactWords()
  const { day } = useWhen()
  const { id: pactId } = sheet.pact
  const { number } = head
  const no = sheet.decisions.find(({ versionId, decision }) => versionId === head.id && decision === 'refuse')
  return (
    <Card title={say('pacts.page.refusedText', { number, day: day(no?.at ?? head.createdAt) })}>
      {head.reason && <p className="soft">{say('pacts.page.refusedWhy', { reason: head.reason })}</p>}
      {no && <p style={{ whiteSpace: 'pre-line' }}>{say('pacts.page.minutes', { minutes: no.minutes })}</p>}
      {no?.present && <p className="small soft">{say('pacts.panel.present', { who: no.present })}</p>}
      <p className="btns">
        {sheet.inForce && (
          <TextLink href={at(`/patti/${pactId}/confronta?a=${sheet.inForce.number}&b=${number}`)}>
            {say('pacts.version.compare', { number })}
          </TextLink>
        )}
        <TextLink
          icon="file"
          target="_blank"
          href={fileAddress(pactApi.document, { params: { pactId }, query: { version: number } })}
        >
          {say('pacts.page.readText', { number })}
        </TextLink>
      </p>
    </Card>
  )
}

/** New texts to which the panel said no: kept to be read, with its minutes. The pact went on without them. */
export const RefusedTexts = ({ sheet }: { sheet: PactSheet }): ReactElement | null => {
  const say = usePactWords()
  const refused = sheet.versions.filter(({ state, number }) => state === 'refused' && number > 1)
  if (refused.length === 0) return null
  return (
    <Section id="refused" block title={say('pacts.page.refusedTexts')}>
      <div className="goals">
        {refused.map((head) => (
          <Refused key={head.id} sheet={sheet} head={head} />
        ))}
      </div>
    </Section>
  )
}
