import type { ReactElement, ReactNode } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import type { PactSheet, SignatoryRow } from '../core/pact.sheet.ts'
import type { Signed } from '../core/sign.api.ts'
import type { FormState } from './form.hooks.ts'
import { usePactWords } from './pact.hooks.ts'

/** Who signs what: `seenHash` is of the text in front of them. */
export type Signer = {
  readonly sheet: PactSheet
  readonly one: SignatoryRow
  readonly seenHash: string
  readonly onSigned: (signed: Signed) => void
}

/** Where the acts of one signer go. */
export const paramsOf = ({ sheet, one }: Signer): { pactId: string; signatoryId: string } => ({
  pactId: sheet.pact.id,
  signatoryId: one.id,
})

/** Who helped or interpreted. */
export const Helper = (): ReactElement => {
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

/** A form that ends in a signature. */
export const SignForm = (props: { form: FormState; label: string; children: ReactNode }): ReactElement => {
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
