import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { shortFingerprint } from '../core/pact.canonical.ts'
import type { PactSheet, SignatoryRow, VersionText } from '../core/pact.sheet.ts'
import type { Signed } from '../core/sign.api.ts'
import type { SignatureMethod } from '../core/version.schema.ts'
import { PlainText } from './PlainText.tsx'
import { usePactWords } from './pact.hooks.ts'
import { SignByCode } from './SignByCode.tsx'
import type { Signer } from './SignForm.tsx'
import { SignByHand, SignOnPaper } from './SignWays.tsx'

const methods: readonly SignatureMethod[] = ['drawn', 'code', 'paper']

const Thanks = (props: { name: string; signed: Signed; onBack: () => void }): ReactElement => {
  const say = usePactWords()
  return (
    <EmptyState
      level={1}
      icon="checked"
      title={say('pacts.signing.thanks', { name: props.name })}
      act={
        <Button look="main" onClick={props.onBack}>
          {say('pacts.signing.back')}
        </Button>
      }
    >
      {props.signed.complete ? `${say('pacts.signing.complete')} ` : ''}
      {say('pacts.signing.handBack')}
    </EmptyState>
  )
}

const Ways = ({ signer }: { signer: Signer }): ReactElement => {
  const say = usePactWords()
  const [method, setMethod] = useState<SignatureMethod>('drawn')
  const ways = { drawn: SignByHand, code: SignByCode, paper: SignOnPaper } as const
  const Way = ways[method]
  return (
    <div className="form">
      <ChoiceGroup
        id="sign-method"
        name="sign-method"
        columns={3}
        label={say('pacts.signing.method')}
        value={[method]}
        input={{ onChange: (event) => setMethod(methods.find((one) => one === event.target.value) ?? 'drawn') }}
        options={methods.map((one) => ({
          value: one,
          label: say(`pacts.signing.${one}`),
          detail: say(`pacts.signing.${one}Hint`),
        }))}
      />
      <Way signer={signer} />
    </div>
  )
}

/** One party's turn: the text in plain words first, then the signature on exactly that text. */
export const SignTurn = (props: {
  sheet: PactSheet
  signer: SignatoryRow
  text: VersionText
  onBack: () => void
}): ReactElement => {
  const say = usePactWords()
  const client = useQueryClient()
  const { sheet, signer, text } = props
  const [read, setRead] = useState(false)
  const [signed, setSigned] = useState<Signed | null>(null)
  // the text that was in front of the signer, however the sheet is read again meanwhile
  const [seen] = useState(text)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (read) heading.current?.focus()
  }, [read])
  const name = signer.label
  const changed = seen.contentHash !== text.contentHash
  if (signed)
    return <Thanks name={name} signed={signed} onBack={() => void client.invalidateQueries().then(props.onBack)} />
  return (
    <>
      <Sentence lead={say('pacts.signing.hand', { name })}>{say('pacts.signing.turn', { name })}</Sentence>
      {changed && <Callout tone="late">{say('pacts.signing.changed')}</Callout>}
      <Section id="sign-text" block title={say('pacts.signing.text')}>
        <PlainText content={text.content} />
        <Note icon="lock">
          {say('pacts.signing.version', { number: text.number, fingerprint: shortFingerprint(text.contentHash ?? '') })}
        </Note>
      </Section>
      {!read && (
        <div className="btns mt">
          <Button look="main" big onClick={() => setRead(true)}>
            {say('pacts.signing.read')}
          </Button>
          <Button look="quiet" icon="back" onClick={props.onBack}>
            {say('pacts.signing.back')}
          </Button>
        </div>
      )}
      {read && (
        <section className="block" aria-labelledby="sign-how">
          <h2 id="sign-how" ref={heading} tabIndex={-1}>
            {say('pacts.signing.title')}
          </h2>
          <Ways signer={{ sheet, one: signer, seenHash: text.contentHash ?? '', onSigned: setSigned }} />
          <p className="mt">
            <Button look="quiet" icon="back" onClick={props.onBack}>
              {say('pacts.signing.back')}
            </Button>
          </p>
        </section>
      )}
    </>
  )
}
