import { lazy, type ReactElement, Suspense, useState } from 'react'
import { timeOnly } from '../../platform/core/words.ts'
import { call, fileAddress, Refused } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { FileInput, TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { pactApi } from '../core/pact.api.ts'
import type { PactSheet, SignatoryRow } from '../core/pact.sheet.ts'
import { type Signed, signApi } from '../core/sign.api.ts'
import { type FormState, textIn, useForm } from './form.hooks.ts'
import { usePactWords } from './pact.hooks.ts'
import { printSlip } from './slip.ts'

const SignaturePad = lazy(() =>
  import('../../platform/web/kit/SignaturePad.tsx').then((kit) => ({ default: kit.SignaturePad })),
)

/** Who signs what: `seenHash` is of the text in front of them. */
export type Signer = {
  readonly sheet: PactSheet
  readonly one: SignatoryRow
  readonly seenHash: string
  readonly onSigned: (signed: Signed) => void
}

const paramsOf = ({ sheet, one }: Signer): { pactId: string; signatoryId: string } => ({
  pactId: sheet.pact.id,
  signatoryId: one.id,
})

const Helper = (): ReactElement => {
  const say = usePactWords()
  return (
    <TextInput
      id="sign-helper"
      name="helper"
      optional
      maxLength={200}
      label={say('pacts.signing.helper')}
      hint={say('pacts.signing.helperHint')}
    />
  )
}

const Form = (props: { form: FormState; label: string; children: React.ReactNode }): ReactElement => {
  const say = usePactWords()
  return (
    <form className="form" noValidate onSubmit={props.form.onSubmit}>
      <ErrorSummary title={say('pacts.signing.failed')} kept={say('pacts.kept')} errors={props.form.errors} />
      {props.children}
      <div className="btns">
        <Button type="submit" look="main" big busy={props.form.busy}>
          {props.label}
        </Button>
      </div>
    </form>
  )
}

/** A signature drawn on the screen, or a typed name. */
export const SignByHand = ({ signer }: { signer: Signer }): ReactElement => {
  const say = usePactWords()
  const [png, setPng] = useState<string | null>(null)
  const form = useForm(['sign-pad'], async (data) => {
    if (png === null) return [{ field: 'sign-pad', message: say('pacts.signing.padMissing') }]
    const image = png.slice(png.indexOf(',') + 1)
    const body = { method: 'drawn' as const, seenHash: signer.seenHash, image, helper: textIn(data, 'helper') }
    signer.onSigned(await call(signApi.sign, { params: paramsOf(signer), body }))
    return undefined
  })
  return (
    <Form form={form} label={say('pacts.signing.go')}>
      <Suspense>
        <SignaturePad
          id="sign-pad"
          legend={say('pacts.signing.pad')}
          error={form.errorOf('sign-pad')}
          onChange={setPng}
        />
      </Suspense>
      <Helper />
    </Form>
  )
}

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
      <Form form={form} label={say('pacts.signing.go')}>
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
      </Form>
    </>
  )
}

/** A signature on paper: print, sign, take a photo. */
export const SignOnPaper = ({ signer }: { signer: Signer }): ReactElement => {
  const say = usePactWords()
  const form = useForm(['sign-photo'], async (data) => {
    const file = data.get('photo')
    if (!(file instanceof File) || file.size === 0)
      return [{ field: 'sign-photo', message: say('pacts.signing.photoMissing') }]
    const query = { seenHash: signer.seenHash, name: file.name.slice(-120), helper: textIn(data, 'helper') }
    signer.onSigned(await call(signApi.paper, { params: paramsOf(signer), query, bytes: file }))
    return undefined
  })
  const printed = fileAddress(pactApi.document, { params: { pactId: signer.sheet.pact.id } })
  return (
    <>
      <div className="btns">
        <LinkButton icon="print" target="_blank" href={printed}>
          {say('pacts.signing.printFirst')}
        </LinkButton>
      </div>
      <Form form={form} label={say('pacts.signing.goPaper')}>
        <FileInput
          id="sign-photo"
          name="photo"
          accept="image/jpeg,image/png,application/pdf"
          label={say('pacts.signing.photo')}
          hint={say('pacts.signing.photoHint')}
          error={form.errorOf('sign-photo')}
        />
        <Helper />
      </Form>
    </>
  )
}
