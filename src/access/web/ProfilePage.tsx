import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useChooseLanguage, useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { profileApi } from '../core/profile.api.ts'
import { profileWords } from '../core/profile.words.ts'
import type { Me } from '../core/session.schema.ts'
import { signInApi } from '../core/signIn.api.ts'
import { Ask, errorAt, textOf } from './Ask.tsx'
import { MySecondFactor } from './MySecondFactor.tsx'
import { MySessions } from './MySessions.tsx'
import { NewPassword } from './NewPassword.tsx'

type Account = NonNullable<Me['account']>

const You = ({ account }: { account: Account }): ReactElement => {
  const [say, tell, choose] = [useWords(profileWords), useStatus(), useChooseLanguage()]
  const act = useAct(profileApi.change)
  const give = (form: FormData): void => {
    const language = textOf(form, 'language') === 'en' ? 'en' : 'it'
    const onSuccess = (): void => {
      choose(language)
      tell({ text: say('saved') })
    }
    act.mutate({ body: { name: textOf(form, 'name'), language } }, { onSuccess })
  }
  const languages = (['it', 'en'] as const).map((value) => ({ value, label: say(`you.${value}`) }))
  return (
    <Section id="tu" title={say('you.title')}>
      <Ask act={act} field="name" go={say('you.save')} onGo={give}>
        <TextInput
          id="name"
          name="name"
          autoComplete="name"
          defaultValue={account.name}
          label={say('you.name')}
          hint={say('you.email', { email: account.email })}
          error={errorAt(act, 'name')}
        />
        <Select
          id="language"
          name="language"
          label={say('you.language')}
          options={languages}
          defaultValue={account.language}
        />
      </Ask>
    </Section>
  )
}

const MyRoles = ({ account }: { account: Account }): ReactElement => {
  const [say, language] = [useWords(profileWords), useLanguage()]
  return (
    <Section id="ruoli" title={say('roles.title')}>
      {account.grants.length === 0 ? (
        <p>{say('roles.none')}</p>
      ) : (
        <Rows tight>
          {account.grants.map((grant) => {
            const where = [grant.organisationName, grant.districtName].filter(Boolean).join(', ')
            const until = grant.untilDay ? `, ${say('roles.until', { day: longDate(language, grant.untilDay) })}` : ''
            return <Row key={grant.id} title={grant.roleName} text={`${where || say('roles.everywhere')}${until}`} />
          })}
        </Rows>
      )}
    </Section>
  )
}

const MyPassword = ({ account }: { account: Account }): ReactElement => {
  const [say, tell] = [useWords(profileWords), useStatus()]
  const act = useAct(profileApi.changePassword)
  const give = (form: FormData): void =>
    act.mutate(
      { body: { old: textOf(form, 'old'), password: textOf(form, 'password') } },
      { onSuccess: () => tell({ text: say('password.done') }) },
    )
  return (
    <Section id="password-mia" title={say('password.title')}>
      {account.hasPassword ? (
        <Ask key={String(act.isSuccess)} act={act} field="old" look="plain" go={say('password.save')} onGo={give}>
          <TextInput
            id="old"
            name="old"
            type="password"
            autoComplete="current-password"
            label={say('password.old')}
            hint={say('password.note')}
            error={errorAt(act, 'old')}
          />
          <NewPassword error={errorAt(act, 'password')} />
        </Ask>
      ) : (
        <p>{say('password.none')}</p>
      )}
    </Section>
  )
}

const Whole = ({ me, account }: { me: Me; account: Account }): ReactElement => {
  const say = useWords(profileWords)
  return (
    <div className="blocks">
      <Sentence>{say('sentence', { name: account.name })}</Sentence>
      <You account={account} />
      <MyRoles account={account} />
      <MySecondFactor totp={me.factors.totp} hasPassword={account.hasPassword} />
      <MyPassword account={account} />
      <MySessions />
    </div>
  )
}

/** One's own account. */
export const ProfilePage = (): ReactElement => (
  <Answered of={useRead(signInApi.me)}>{(me) => me.account && <Whole me={me} account={me.account} />}</Answered>
)
