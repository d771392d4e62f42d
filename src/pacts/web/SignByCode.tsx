import { type ReactElement, useState } from 'react'
import { timeOnly } from '../../platform/core/words.ts'
import { call, Refused } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { signApi } from '../core/sign.api.ts'
import { textIn, useForm } from './form.hooks.ts'
import { usePactWords } from './pact.hooks.ts'
import { Helper, paramsOf, type Signer, SignForm } from './SignForm.tsx'
import { printSlip } from './slip.ts'

type Made = { code: string; expiresAt: string }

/** The worker makes the code and hands it over; the signer types it. */
const MakeCode = ({ signer }: { signer: Signer }): ReactElement => {
  const say = usePactWords()
  const language = useLanguage()
  const tell = useStatus()
  const [made, setMade] = useState<Made | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState('')
  const make = (): void => {
    setBusy(true)
    setFailed('')
    call(signApi.code, { params: paramsOf(signer), body: {} })
      .then(({ code, expiresAt }) => setMade(code === null ? null : { code, expiresAt }))
      .catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error
        setFailed(error.problem.title || say('pacts.offlineHint'))
      })
      .finally(() => setBusy(false))
  }
  const print = (code: string): void => {
    printSlip(paramsOf(signer), code).catch(() => tell({ text: say('pacts.signing.slipFailed') }))
  }
  return (
    <div className="stack">
      <div role="status">
        {made && (
          <Callout icon="key">
            <p>{say('pacts.signing.codeIs', { name: signer.one.label })}</p>
            <p className="receipt">{made.code.replace(/^(\d{3})/, '$1 ')}</p>
            <p className="small">{say('pacts.signing.codeOnce', { time: timeOnly(language, made.expiresAt) })}</p>
          </Callout>
        )}
        {failed && <Callout tone="late">{failed}</Callout>}
      </div>
      <div className="btns">
        <Button icon="key" busy={busy} onClick={make}>
          {say(made ? 'pacts.signing.makeAgain' : 'pacts.signing.make')}
        </Button>
        {made && (
          <Button icon="print" onClick={() => print(made.code)}>
            {say('pacts.signing.slip')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** A signature by one-time code. */
export const SignByCode = ({ signer }: { signer: Signer }): ReactElement => {
  const say = usePactWords()
  const form = useForm(['sign-code'], async (data) => {
    const code = textIn(data, 'code').replace(/\s/g, '')
    if (!/^\d{6}$/.test(code)) return [{ field: 'sign-code', message: say('pacts.signing.codeMissing') }]
    const body = { method: 'code' as const, seenHash: signer.seenHash, code, helper: textIn(data, 'helper') }
    signer.onSigned(await call(signApi.sign, { params: paramsOf(signer), body }))
    return undefined
  })
  return (
    <>
      <MakeCode signer={signer} />
      <SignForm form={form} label={say('pacts.signing.go')}>
        <TextInput
          id="sign-code"
          name="code"
          short
          inputMode="numeric"
          autoComplete="one-time-code"
          label={say('pacts.signing.typeCode')}
          hint={say('pacts.signing.typeCodeHint')}
          error={form.errorOf('sign-code')}
        />
        <Helper />
      </SignForm>
    </>
  )
}
