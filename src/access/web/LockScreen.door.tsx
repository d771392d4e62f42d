import { type ReactElement, useEffect, useRef } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { signInApi } from '../core/signIn.api.ts'
import { signInWords } from '../core/signIn.words.ts'
import { Ask, textOf } from './Ask.tsx'
import { useIdle } from './idle.hooks.ts'
import { useAnswerPasskey } from './passkey.hooks.ts'
import { useSignOut } from './signOut.hooks.ts'

const Unlock = ({ name }: { name: string }): ReactElement => {
  const say = useWords(signInWords)
  const [unlock, out, passkey] = [useAct(signInApi.unlock), useSignOut(), useAnswerPasskey()]
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])
  return (
    <dialog className="dialog" ref={box} aria-labelledby="lock-title" onCancel={(event) => event.preventDefault()}>
      <div className="dialog__head">
        <h2 id="lock-title">{say('lock.title')}</h2>
      </div>
      <div className="dialog__body">
        <p>{say('lock.text', { name })}</p>
        <Ask
          act={unlock.error ? unlock : passkey.error ? passkey : unlock}
          field="lock-password"
          go={say('lock.go')}
          icon="unlock"
          onGo={(form) => unlock.mutate({ body: { password: textOf(form, 'password') } })}
          tail={
            <>
              {passkey.able && (
                <Button icon="key" busy={passkey.isPending} onClick={() => void passkey.answer()}>
                  {say('code.passkey')}
                </Button>
              )}
              <Button look="quiet" icon="leave" busy={out.isPending} onClick={out.leave}>
                {say('lock.out')}
              </Button>
            </>
          }
        >
          <TextInput
            id="lock-password"
            name="password"
            type="password"
            autoComplete="current-password"
            label={say('signIn.password')}
          />
        </Ask>
      </div>
    </dialog>
  )
}

/** Locks the session after `minutes` without a hand on the computer, and asks for the password while it is locked. */
export const LockScreen = (props: {
  locked: boolean
  name: string
  /** Undefined while nobody has read the settings yet. */
  minutes: number | undefined
}): ReactElement | null => {
  const { mutate } = useAct(signInApi.lock, ['access'])
  useIdle(!props.locked && props.minutes !== undefined, props.minutes ?? 0, () => mutate({}))
  return props.locked ? <Unlock name={props.name} /> : null
}
