import type { ReactElement } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Card } from '../../platform/web/kit/Card.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Qr } from '../../platform/web/kit/Qr.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { signInApi } from '../core/signIn.api.ts'
import { signInWords } from '../core/signIn.words.ts'
import { Ask, errorAt, Turned, textOf } from './Ask.tsx'
import { useAddPasskey } from './passkey.hooks.ts'

const grouped = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

/** Connects an authenticator app: a square to scan, the key to type, the first code. `password` when a session is open. */
export const ConnectApp = ({ password, onDone }: { password?: string; onDone?: () => void }): ReactElement => {
  const say = useWords(signInWords)
  const [start, confirm] = [useAct(signInApi.totpStart, []), useAct(signInApi.totpConfirm)]
  const begun = start.data
  if (!begun)
    return (
      <>
        <Turned act={start} field="app" />
        <Button
          id="app"
          look="main"
          icon="phone"
          busy={start.isPending}
          onClick={() => start.mutate({ body: password === undefined ? {} : { password } })}
        >
          {say('enrol.appStart')}
        </Button>
      </>
    )
  const give = (form: FormData): void =>
    confirm.mutate({ body: { flow: begun.flow, code: textOf(form, 'code') } }, { onSuccess: () => onDone?.() })
  return (
    <div className="stack">
      <Qr text={begun.uri} label={say('enrol.qr')} />
      <p>
        {say('enrol.secret')} <code>{grouped(begun.secret)}</code>
      </p>
      <Ask act={confirm} field="code" go={say('enrol.appGo')} onGo={give}>
        <TextInput
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          short
          label={say('code.label')}
          error={errorAt(confirm, 'code')}
        />
      </Ask>
    </div>
  )
}

/** Adds a passkey of this device under a name of one's own. `password` when a session is open. */
export const AddPasskey = ({ password, onDone }: { password?: string; onDone?: () => void }): ReactElement => {
  const [say, passkey] = [useWords(signInWords), useAddPasskey()]
  if (!passkey.able) return <p>{say('passkey.none')}</p>
  const give = (form: FormData): void =>
    void passkey.add(textOf(form, 'name').trim(), password).then((added) => added && onDone?.())
  return (
    <>
      <Ask act={passkey} field="name" go={say('enrol.keyGo')} icon="key" look="plain" onGo={give}>
        <TextInput
          id="name"
          name="name"
          maxLength={60}
          label={say('enrol.keyName')}
          hint={say('enrol.keyNameHint')}
          error={errorAt(passkey, 'name')}
        />
      </Ask>
      <p role="status">{passkey.cancelled && say('passkey.cancelled')}</p>
    </>
  )
}

/** Nothing opens before a second factor is set. */
export const EnrolStep = ({ name }: { name: string }): ReactElement => {
  const say = useWords(signInWords)
  return (
    <>
      <Sentence lead={say('enrol.lead')}>{say('enrol.sentence', { name })}</Sentence>
      <Card title={say('enrol.app')} level={2} icon="phone">
        <p>{say('enrol.appText')}</p>
        <ConnectApp />
      </Card>
      <Card title={say('enrol.key')} level={2} icon="key">
        <p>{say('enrol.keyText')}</p>
        <AddPasskey />
      </Card>
    </>
  )
}
