import { lazy, type ReactElement, Suspense, useState } from 'react'
import { call, fileAddress } from '../../platform/web/call.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { FileInput } from '../../platform/web/kit/Field.tsx'
import { pactApi } from '../core/pact.api.ts'
import { signApi } from '../core/sign.api.ts'
import { textIn, useForm } from './form.hooks.ts'
import { usePactWords } from './pact.hooks.ts'
import { Helper, paramsOf, type Signer, SignForm } from './SignForm.tsx'

const SignaturePad = lazy(() =>
  import('../../platform/web/kit/SignaturePad.tsx').then((kit) => ({ default: kit.SignaturePad })),
)

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
    <SignForm form={form} label={say('pacts.signing.go')}>
      <Suspense>
        <SignaturePad
          id="sign-pad"
          legend={say('pacts.signing.pad')}
          error={form.errorOf('sign-pad')}
          onChange={setPng}
        />
      </Suspense>
      <Helper />
    </SignForm>
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
      <SignForm form={form} label={say('pacts.signing.goPaper')}>
        <FileInput
          id="sign-photo"
          name="photo"
          accept="image/jpeg,image/png,application/pdf"
          label={say('pacts.signing.photo')}
          hint={say('pacts.signing.photoHint')}
          error={form.errorOf('sign-photo')}
        />
        <Helper />
      </SignForm>
    </>
  )
}
