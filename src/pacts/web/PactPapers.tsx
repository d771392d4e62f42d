import { type ReactElement, useState } from 'react'
import { call, fileAddress, Refused } from '../../platform/web/call.ts'
import { Button, TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { at } from '../../platform/web/navigation.ts'
import { pactApi } from '../core/pact.api.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { usePactWords } from './pact.hooks.ts'

type Checked = { tone: 'done' | 'late' | 'calm'; text: string }

const useCheck = (pactId: string): { checked: Checked | null; busy: boolean; check: () => void } => {
  const say = usePactWords()
  const [checked, setChecked] = useState<Checked | null>(null)
  const [busy, setBusy] = useState(false)
  const look = async (): Promise<Checked> => {
    const { versions } = await call(pactApi.verify, { params: { pactId } })
    const broken = versions.find(({ differs }) => differs.length > 0)
    if (broken) return { tone: 'late', text: say('pacts.page.differs', { number: broken.number }) }
    if (versions.length === 0) return { tone: 'calm', text: say('pacts.page.nothingSigned') }
    return { tone: 'done', text: say('pacts.page.verified') }
  }
  const check = (): void => {
    setBusy(true)
    look()
      .then(setChecked, (error: unknown) => {
        if (!(error instanceof Refused)) throw error
        setChecked({ tone: 'late', text: error.problem.title || say('pacts.offlineHint') })
      })
      .finally(() => setBusy(false))
  }
  return { checked, busy, check }
}

/** The documents to open and print, the places nearby, and the check of the fingerprints. */
export const PactPapers = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const { checked, busy, check } = useCheck(sheet.pact.id)
  const params = { pactId: sheet.pact.id }
  const onePage = fileAddress(pactApi.plain, { params, query: { language: 'it' } })
  const onePageEn = fileAddress(pactApi.plain, { params, query: { language: 'en' } })
  return (
    <Section id="papers" block title={say('pacts.page.papers')}>
      <div className="btns">
        <TextLink icon="file" target="_blank" href={fileAddress(pactApi.document, { params })}>
          {say(sheet.inForce ? 'pacts.page.pdf' : 'pacts.page.pdfDraft')}
        </TextLink>
        <TextLink icon="print" target="_blank" href={onePage}>
          {say('pacts.page.onePage')}
        </TextLink>
        <TextLink icon="print" target="_blank" href={onePageEn}>
          {say('pacts.page.onePageEn')}
        </TextLink>
        {sheet.mayWrite && (
          <>
            <TextLink icon="calendar" href={at(`/casi/${sheet.pact.caseId}/appuntamenti`)}>
              {say('pacts.page.appointments')}
            </TextLink>
            <TextLink icon="people" href={at(`/casi/${sheet.pact.caseId}`)}>
              {say('pacts.page.case')}
            </TextLink>
          </>
        )}
        <Button look="quiet" icon="lock" busy={busy} onClick={check}>
          {say('pacts.page.verify')}
        </Button>
      </div>
      <div role="status">{checked && <Callout tone={checked.tone}>{checked.text}</Callout>}</div>
    </Section>
  )
}
