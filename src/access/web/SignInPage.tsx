import { type ReactElement, useEffect } from 'react'
import { Button, LinkButton, TextLink } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useFilters, useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import type { Me } from '../core/session.schema.ts'
import { signInApi } from '../core/signIn.api.ts'
import { signInWords } from '../core/signIn.words.ts'
import { Ask, errorAt, Turned, textOf } from './Ask.tsx'
import { EnrolStep } from './EnrolStep.tsx'
import { Outside } from './Outside.tsx'
import { useAnswerPasskey } from './passkey.hooks.ts'
import { useSignOut } from './signOut.hooks.ts'

const WithPasskey = ({ label }: { label: string }): ReactElement | null => {
  const [say, passkey] = [useWords(signInWords), useAnswerPasskey()]
  if (!passkey.able) return null
  return (
    <>
      <Turned act={passkey} field="passkey" />
      <div className="btns">
        <Button id="passkey" icon="key" busy={passkey.isPending} onClick={() => void passkey.answer()}>
          {label}
        </Button>
      </div>
      <p role="status">{passkey.cancelled && say('passkey.cancelled')}</p>
    </>
  )
}

const PasswordStep = ({ me }: { me: Me }): ReactElement => {
  const say = useWords(signInWords)
  const act = useAct(signInApi.signIn)
  const give = (form: FormData): void =>
    act.mutate({ body: { email: textOf(form, 'email').trim(), password: textOf(form, 'password') } })
  return (
    <>
      <Sentence lead={say('signIn.lead')}>{say('signIn.sentence')}</Sentence>
      <Ask act={act} field="email" go={say('signIn.go')} onGo={give}>
        <TextInput
          id="email"
          name="email"
          type="email"
          autoComplete="username webauthn"
          label={say('signIn.email')}
          error={errorAt(act, 'email')}
        />
        <TextInput
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          label={say('signIn.password')}
          error={errorAt(act, 'password')}
        />
      </Ask>
      <p>
        <TextLink href={at('/accedi/password')}>{say('signIn.forgot')}</TextLink>
      </p>
      {me.oidc && (
        <p>
          <LinkButton href="/accedi/oidc" icon="building">
            {say('signIn.oidc')}
          </LinkButton>
        </p>
      )}
      <WithPasskey label={say('signIn.passkey')} />
    </>
  )
}

const Another = (): ReactElement => {
  const [say, act] = [useWords(signInWords), useSignOut()]
  return (
    <Button look="quiet" icon="leave" busy={act.isPending} onClick={act.leave}>
      {say('code.out')}
    </Button>
  )
}

const CodeStep = ({ me }: { me: Me }): ReactElement => {
  const say = useWords(signInWords)
  const act = useAct(signInApi.code)
  return (
    <>
      <Sentence>{say('code.sentence', { name: me.account?.name ?? '' })}</Sentence>
      {me.factors.totp && (
        <Ask
          act={act}
          field="code"
          go={say('code.go')}
          onGo={(form) => act.mutate({ body: { code: textOf(form, 'code') } })}
        >
          <TextInput
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            short
            label={say('code.label')}
            hint={say('code.hint')}
            error={errorAt(act, 'code')}
          />
        </Ask>
      )}
      {me.factors.passkey && <WithPasskey label={say('code.passkey')} />}
      <Note icon="phone">{say('code.lost')}</Note>
      <Another />
    </>
  )
}

/** The way in, step by step; whoever is in already goes on to where they wanted to go. */
export const SignInPage = (): ReactElement => {
  const [say, me, go] = [useWords(signInWords), useRead(signInApi.me), useGo()]
  const [{ next = '/' }] = useFilters()
  const step = me.data?.step
  useEffect(() => {
    if (step === 'open' || step === 'locked') go(/^\/(?!\/)/.test(next) ? next : '/', { replace: true })
  }, [step, next, go])
  if (me.error) return <Outside>{say('offline')}</Outside>
  return (
    <Outside>
      {me.data?.step === 'none' && <PasswordStep me={me.data} />}
      {me.data?.step === 'secondFactor' && <CodeStep me={me.data} />}
      {me.data?.step === 'enrol' && (
        <>
          <EnrolStep name={me.data.account?.name ?? ''} />
          <Another />
        </>
      )}
      {(step === undefined || step === 'open' || step === 'locked') && <Skeleton label={say('waiting')} />}
    </Outside>
  )
}
