import { type ReactElement, useState } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Card, More } from '../../platform/web/kit/Card.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { profileApi } from '../core/profile.api.ts'
import { profileWords } from '../core/profile.words.ts'
import type { PasskeyRow } from '../core/session.schema.ts'
import { signInWords } from '../core/signIn.words.ts'
import { Ask, Turned, textOf } from './Ask.tsx'
import { AddPasskey, ConnectApp } from './EnrolStep.tsx'

const calm = { isPending: false, error: null }

const Keys = ({ rows }: { rows: readonly PasskeyRow[] }): ReactElement => {
  const [say, language, tell] = [useWords(profileWords), useLanguage(), useStatus()]
  const act = useAct(profileApi.passkeyRemove)
  const remove = (id: string): void =>
    act.mutate({ params: { id } }, { onSuccess: () => tell({ text: say('factor.removed') }) })
  if (rows.length === 0) return <p>{say('factor.noKeys')}</p>
  return (
    <>
      <Turned act={act} field="chiavi" />
      <Rows tight label={say('factor.keys')}>
        {rows.map((key) => {
          const used = key.lastUsedAt ? `, ${say('factor.used', { day: longDate(language, key.lastUsedAt) })}` : ''
          return (
            <Row
              key={key.id}
              title={key.name}
              text={`${say('factor.added', { day: longDate(language, key.createdAt) })}${used}`}
              go={
                <Button look="quiet" icon="trash" about={key.name} onClick={() => remove(key.id)}>
                  {say('factor.remove')}
                </Button>
              }
            />
          )
        })}
      </Rows>
    </>
  )
}

/** The password first, then an app or a passkey: an open screen alone must not be enough to add a way in. */
const Change = ({ hasPassword }: { hasPassword: boolean }): ReactElement => {
  const [say, words, tell] = [useWords(profileWords), useWords(signInWords), useStatus()]
  const [password, setPassword] = useState<string | undefined>(hasPassword ? undefined : '')
  const finish = (): void => {
    setPassword(hasPassword ? undefined : '')
    tell({ text: say('factor.done') })
  }
  if (password === undefined)
    return (
      <Ask
        act={calm}
        field="factor-password"
        look="plain"
        go={say('factor.go')}
        onGo={(form) => setPassword(textOf(form, 'password'))}
      >
        <TextInput
          id="factor-password"
          name="password"
          type="password"
          autoComplete="current-password"
          label={words('signIn.password')}
          hint={say('factor.again')}
        />
      </Ask>
    )
  const given = password === '' ? {} : { password }
  return (
    <div className="stack">
      <Card title={say('factor.app')} icon="phone">
        <ConnectApp {...given} onDone={finish} />
      </Card>
      <Card title={words('enrol.key')} icon="key">
        <AddPasskey {...given} onDone={finish} />
      </Card>
      {hasPassword && (
        <Button look="quiet" icon="undo" onClick={() => setPassword(undefined)}>
          {say('again')}
        </Button>
      )}
    </div>
  )
}

export const MySecondFactor = ({ totp, hasPassword }: { totp: boolean; hasPassword: boolean }): ReactElement => {
  const say = useWords(profileWords)
  return (
    <Section id="chiavi" title={say('factor.title')}>
      <p>{say(totp ? 'factor.totp' : 'factor.noTotp')}</p>
      <Answered of={useRead(profileApi.passkeys)}>{({ rows }) => <Keys rows={rows} />}</Answered>
      <More label={say('factor.change')}>
        <Change hasPassword={hasPassword} />
      </More>
    </Section>
  )
}
