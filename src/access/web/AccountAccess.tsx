import { type ReactElement, useState } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import type { WholeAccount } from '../core/account.schema.ts'
import { accountsApi } from '../core/accounts.api.ts'
import { adminWords } from '../core/admin.words.ts'
import { Turned } from './Ask.tsx'

const InvitedAgain = ({ account }: { account: WholeAccount }): ReactElement => {
  const [say, tell, act] = [useWords(adminWords), useStatus(), useAct(accountsApi.inviteAgain)]
  const send = (): void =>
    act.mutate({ params: { id: account.id } }, { onSuccess: () => tell({ text: say('account.sent') }) })
  return (
    <div>
      <Turned act={act} field="accesso" />
      <Button icon="mail" busy={act.isPending} onClick={send}>
        {say('account.again')}
      </Button>
    </div>
  )
}

const ResetFactor = ({ account }: { account: WholeAccount }): ReactElement => {
  const [say, tell, act] = [useWords(adminWords), useStatus(), useAct(accountsApi.resetSecondFactor)]
  const reset = (): void =>
    act.mutate({ params: { id: account.id } }, { onSuccess: () => tell({ text: say('account.resetDone') }) })
  return (
    <div className="stack">
      <Note icon="key">{say('account.resetHint')}</Note>
      <Turned act={act} field="accesso" />
      <Button icon="repeat" busy={act.isPending} onClick={reset}>
        {say('account.reset')}
      </Button>
    </div>
  )
}

const EndAccount = ({ account }: { account: WholeAccount }): ReactElement => {
  const [say, tell, act] = [useWords(adminWords), useStatus(), useAct(accountsApi.end)]
  const [asking, setAsking] = useState(false)
  const end = (): void =>
    act.mutate(
      { params: { id: account.id } },
      {
        onSettled: () => setAsking(false),
        onSuccess: () => tell({ text: say('account.ended') }),
      },
    )
  return (
    <div>
      <Turned act={act} field="accesso" />
      <Button icon="close" look="danger" onClick={() => setAsking(true)}>
        {say('account.end')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say('account.endTitle', { name: account.name })}
        acts={
          <>
            <Button look="danger" busy={act.isPending} onClick={end}>
              {say('account.endGo')}
            </Button>
            <Button onClick={() => setAsking(false)}>{say('account.cancel')}</Button>
          </>
        }
      >
        <p>{say('account.endText')}</p>
        <ul>
          {account.inHand.map(({ districtId, districtName, cases }) => (
            <li key={districtId}>{say('account.inHand', { district: districtName, count: cases })}</li>
          ))}
        </ul>
      </Dialog>
    </div>
  )
}

/** How the account comes in, and how it stops coming in. */
export const AccountAccess = ({ account }: { account: WholeAccount }): ReactElement => {
  const say = useWords(adminWords)
  return (
    <Section id="accesso" title={say('account.access')}>
      {account.state === 'active' && (
        <p>
          {say(`factor.${account.secondFactor}`)}. {say('account.sessions', { count: account.sessions })}
        </p>
      )}
      <div className="stack">
        {account.state !== 'active' && <InvitedAgain account={account} />}
        {account.state === 'active' && <ResetFactor account={account} />}
        {account.state !== 'left' && <EndAccount account={account} />}
      </div>
    </Section>
  )
}
