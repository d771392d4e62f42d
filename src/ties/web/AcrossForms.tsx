import { type ReactElement, useState } from 'react'
import type { z } from 'zod'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { Callout, More } from '../../platform/web/kit/Card.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { acrossApi } from '../core/across.schema.ts'
import { questionPageWords } from '../core/question.page.words.ts'
import type { ThirdParty } from './Questions.tsx'

type Given = z.output<typeof acrossApi.code.reply>

const Handed = ({ code, until }: Given): ReactElement => {
  const [say, language] = [useWords(questionPageWords), useLanguage()]
  return (
    <Callout tone="warm" icon="link">
      <p>{say('across.code')}</p>
      <p className="lead">
        <b>{code}</b>
      </p>
      <p>{say('across.until', { day: longDate(language, until) })}</p>
    </Callout>
  )
}

type Asked = { readonly caseId: string; readonly name: string }

/** Makes a code for a third party who is followed in another district: whoever told of the tie hands it over. */
export const CodeForm = (props: Asked & { ties: readonly ThirdParty[] }): ReactElement | null => {
  const { caseId, name, ties } = props
  const [say, act] = [useWords(questionPageWords), useAct(acrossApi.code)]
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const ask = (tieId: string): void => {
    setTried(true)
    if (agreed) act.mutate({ params: { tieId }, body: { caseId, agreed: true } }, { onSuccess: () => setTried(false) })
  }
  if (ties.length === 0) return null
  return (
    <More label={say('across.open')}>
      <p className="soft">{say('across.lead', { name })}</p>
      <ActForm act={act} look="plain" go={say('across.go')} onGo={({ tie = '' }) => ask(tie)}>
        {() => (
          <>
            <Select
              id="across-tie"
              name="tie"
              label={say('across.tie')}
              options={ties.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Choice
              label={say('claim.agreed', { name })}
              detail={tried && !agreed ? say('claim.agreedMissing') : undefined}
              checked={agreed}
              onChange={(event) => setAgreed(event.target.checked)}
            />
          </>
        )}
      </ActForm>
      {act.data && <Handed {...act.data} />}
    </More>
  )
}

/** A code that the person was handed: it opens one question, which they answer. */
export const TakeCode = ({ caseId, name }: Asked): ReactElement => {
  const [say, tell, act] = [useWords(questionPageWords), useStatus(), useAct(acrossApi.take)]
  return (
    <More label={say('across.take', { name })}>
      <ActForm
        act={act}
        look="plain"
        go={say('across.takeGo')}
        onGo={({ code = '' }, clear) => {
          const onSuccess = (): void => {
            clear()
            tell({ text: say('across.taken') })
          }
          act.mutate({ body: { caseId, code } }, { onSuccess })
        }}
      >
        {(faults) => (
          <TextInput
            id="tie-code"
            name="code"
            short
            autoComplete="off"
            maxLength={40}
            label={say('across.takeField')}
            hint={say('across.takeHint')}
            error={faultAt(faults, 'code')}
          />
        )}
      </ActForm>
    </More>
  )
}
