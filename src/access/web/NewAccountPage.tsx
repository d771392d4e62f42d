import { type ReactElement, useState } from 'react'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { accountsApi } from '../core/accounts.api.ts'
import { adminWords } from '../core/admin.words.ts'
import { profileWords } from '../core/profile.words.ts'
import { Ask, errorAt, textOf } from './Ask.tsx'
import { GrantFields, grantOf } from './GrantFields.tsx'

/** Makes an account with its first role, and mails the invitation. */
export const NewAccountPage = (): ReactElement => {
  const [say, words, go, tell] = [useWords(adminWords), useWords(profileWords), useGo(), useStatus()]
  const act = useAct(accountsApi.invite)
  const [key] = useState(() => crypto.randomUUID())
  const give = (form: FormData): void => {
    const email = textOf(form, 'email').trim()
    const body = {
      email,
      name: textOf(form, 'name'),
      jobTitle: textOf(form, 'jobTitle'),
      language: textOf(form, 'language') === 'en' ? ('en' as const) : ('it' as const),
      grants: [grantOf(form)],
    }
    const onSuccess = ({ id }: { id: string }): void => {
      tell({ text: say('new.done', { email }) })
      go(`/amministrazione/persone/${id}`)
    }
    act.mutate({ body, key }, { onSuccess })
  }
  return (
    <div className="blocks">
      <TextLink href={at('/amministrazione/persone')} icon="back">
        {say('back')}
      </TextLink>
      <Sentence lead={say('new.lead')}>{say('new.sentence')}</Sentence>
      <Ask act={act} field="email" go={say('new.go')} icon="mail" onGo={give}>
        <TextInput id="name" name="name" autoComplete="off" label={say('account.name')} error={errorAt(act, 'name')} />
        <TextInput
          id="email"
          name="email"
          type="email"
          autoComplete="off"
          label={say('account.email')}
          error={errorAt(act, 'email')}
        />
        <TextInput id="jobTitle" name="jobTitle" optional label={say('account.job')} error={errorAt(act, 'jobTitle')} />
        <Select
          id="language"
          name="language"
          label={say('account.language')}
          options={[
            { value: 'it', label: words('you.it') },
            { value: 'en', label: words('you.en') },
          ]}
        />
        <GrantFields act={act} />
      </Ask>
    </div>
  )
}
