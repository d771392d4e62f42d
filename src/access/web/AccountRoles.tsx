import { type ReactElement, useState } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import type { WholeAccount } from '../core/account.schema.ts'
import { accountsApi } from '../core/accounts.api.ts'
import { adminWords } from '../core/admin.words.ts'
import { profileWords } from '../core/profile.words.ts'
import { Ask, Turned } from './Ask.tsx'
import { whereOf } from './account.parts.ts'
import { GrantFields, grantOf } from './GrantFields.tsx'

const Held = ({ account }: { account: WholeAccount }): ReactElement => {
  const [say, words, language, tell] = [useWords(adminWords), useWords(profileWords), useLanguage(), useStatus()]
  const act = useAct(accountsApi.endGrant)
  const end = (grantId: string): void =>
    act.mutate({ params: { id: account.id, grantId } }, { onSuccess: () => tell({ text: say('account.roleEnded') }) })
  if (account.grants.length === 0) return <p>{say('account.noRoles')}</p>
  return (
    <>
      <Turned act={act} field="ruoli" />
      <Rows tight>
        {account.grants.map((grant) => {
          const until = grant.untilDay ? `, ${words('roles.until', { day: longDate(language, grant.untilDay) })}` : ''
          return (
            <Row
              key={grant.id}
              title={grant.roleName}
              text={`${whereOf(grant) || say('account.everywhere')}${until}`}
              go={
                <Button look="quiet" icon="minus" about={grant.roleName} onClick={() => end(grant.id)}>
                  {say('account.endRole')}
                </Button>
              }
            />
          )
        })}
      </Rows>
    </>
  )
}

const Give = ({ account }: { account: WholeAccount }): ReactElement => {
  const [say, tell] = [useWords(adminWords), useStatus()]
  const [given, setGiven] = useState(0)
  const act = useAct(accountsApi.grant)
  const give = (form: FormData): void =>
    act.mutate(
      { params: { id: account.id }, body: grantOf(form) },
      {
        onSuccess: () => {
          setGiven(given + 1)
          tell({ text: say('account.given') })
        },
      },
    )
  return (
    <More key={given} label={say('account.give')}>
      <Ask act={act} field="role" go={say('account.give')} icon="plus" onGo={give}>
        <GrantFields act={act} />
      </Ask>
    </More>
  )
}

/** The roles of an account; what changes here counts at its next request. */
export const AccountRoles = ({ account }: { account: WholeAccount }): ReactElement => (
  <Section id="ruoli" title={useWords(adminWords)('account.roles')}>
    <Held account={account} />
    {account.state !== 'left' && <Give account={account} />}
  </Section>
)
