import { type ReactElement, useState } from 'react'
import type { z } from 'zod'
import { dayOf } from '../../platform/core/day.ts'
import { Language, longDate, timeOnly } from '../../platform/core/words.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { cardApi } from '../core/card.api.ts'
import { personDeskWords } from '../core/desk.words.ts'
import type { PersonSheet } from '../core/sheet.schema.ts'

type Issued = z.output<typeof cardApi.issue.reply>

/** Hands the PDF to the browser as a download. */
const download = ({ pdf, fileName }: Issued): void => {
  const bytes = Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const Ready = ({ issued }: { issued: Issued }): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <Callout tone="done">
      <p>
        <b>{say('one.cardReady')}</b> {say('one.cardOnce')}
      </p>
      <Button icon="download" onClick={() => download(issued)}>
        {say('one.cardDownload')}
      </Button>
    </Callout>
  )
}

const Standing = ({ card }: { card: PersonSheet['card'] }): ReactElement => {
  const [say, language] = [useWords(personDeskWords), useLanguage()]
  if (!card) return <p className="soft">{say('one.cardNone')}</p>
  const isLocked = card.lockedUntil !== null && card.lockedUntil > new Date().toISOString()
  return (
    <>
      <p className="soft">{say('one.cardSince', { day: longDate(language, dayOf(card.issuedAt)) })}</p>
      {isLocked && (
        <Note icon="lock">{say('one.cardLocked', { time: timeOnly(language, card.lockedUntil ?? '') })}</Note>
      )}
    </>
  )
}

/** The printed card: made, made again, ended. */
export const CardSection = ({ sheet }: { sheet: PersonSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const tell = useStatus()
  const spoken = sheet.values?.languages[0] === 'it' ? 'it' : 'en'
  const [language, setLanguage] = useState<Language>(spoken)
  const [issue, revoke] = [useAct(cardApi.issue, ['persons']), useAct(cardApi.revoke, ['persons'])]
  const params = { id: sheet.person.id }
  return (
    <Section id="tessera" title={say('one.card')}>
      <div className="stack">
        <Standing card={sheet.card} />
        <Faults faults={[]} error={issue.error ?? revoke.error} />
        {issue.data && !revoke.isSuccess && <Ready issued={issue.data} />}
        <Select
          id="cardLanguage"
          label={say('one.cardLanguage')}
          value={language}
          onChange={(event) => setLanguage(Language.catch('it').parse(event.target.value))}
          options={[
            { value: 'it', label: 'Italiano' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Buttons>
          <Button
            icon="print"
            busy={issue.isPending}
            onClick={() =>
              issue.mutate({ params, body: { language }, key: crypto.randomUUID() }, { onSuccess: download })
            }
          >
            {say(sheet.card ? 'one.cardAgain' : 'one.cardIssue')}
          </Button>
          {sheet.card && (
            <Button
              look="quiet"
              icon="trash"
              busy={revoke.isPending}
              onClick={() => revoke.mutate({ params }, { onSuccess: () => tell({ text: say('one.cardRevoked') }) })}
            >
              {say('one.cardRevoke')}
            </Button>
          )}
        </Buttons>
      </div>
    </Section>
  )
}
