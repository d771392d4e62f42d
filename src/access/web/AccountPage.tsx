import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import type { WholeAccount } from '../core/account.schema.ts'
import { accountsApi } from '../core/accounts.api.ts'
import { adminWords } from '../core/admin.words.ts'
import { profileWords } from '../core/profile.words.ts'
import { AccountAccess } from './AccountAccess.tsx'
import { AccountRoles } from './AccountRoles.tsx'
import { Ask, errorAt, textOf } from './Ask.tsx'
import { stateTone } from './account.parts.ts'

const Data = ({ account }: { account: WholeAccount }): ReactElement => {
  const [say, words, tell] = [useWords(adminWords), useWords(profileWords), useStatus()]
  const act = useAct(accountsApi.change)
  const give = (form: FormData): void => {
    const language = textOf(form, 'language') === 'en' ? ('en' as const) : ('it' as const)
    const body = { name: textOf(form, 'name'), jobTitle: textOf(form, 'jobTitle'), language }
    act.mutate({ params: { id: account.id }, body }, { onSuccess: () => tell({ text: say('account.saved') }) })
  }
  return (
    <Section id="dati" title={say('account.data')}>
      <Ask act={act} field="name" look="plain" go={say('account.save')} onGo={give}>
        <TextInput
          id="name"
          name="name"
          defaultValue={account.name}
          label={say('account.name')}
          hint={account.email}
          error={errorAt(act, 'name')}
        />
        <TextInput
          id="jobTitle"
          name="jobTitle"
          optional
          defaultValue={account.jobTitle}
          label={say('account.job')}
          error={errorAt(act, 'jobTitle')}
        />
        <Select
          id="language"
          name="language"
          defaultValue={account.language}
          label={say('account.language')}
          options={[
            { value: 'it', label: words('you.it') },
            { value: 'en', label: words('you.en') },
          ]}
        />
      </Ask>
    </Section>
  )
}

/** One account: what it is called, what it may do, how it comes in. */
export const AccountPage = (): ReactElement => {
  const say = useWords(adminWords)
  const { accountId = '' } = useParams()
  return (
    <div className="blocks">
      <TextLink href={at('/amministrazione/persone')} icon="back">
        {say('back')}
      </TextLink>
      <Answered of={useRead(accountsApi.one, { params: { id: accountId } })}>
        {(account) => (
          <div className="blocks">
            <Sentence>{say('account.sentence', { name: account.name })}</Sentence>
            <p>
              <Pill tone={account.state === 'active' ? 'done' : stateTone[account.state]}>
                {say(`state.${account.state}`)}
              </Pill>
            </p>
            <AccountRoles account={account} />
            <AccountAccess account={account} />
            <Data key={account.id} account={account} />
          </div>
        )}
      </Answered>
    </div>
  )
}
