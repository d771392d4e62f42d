import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { call, Refused } from '../../platform/web/call.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useGo, useParams } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { signInApi } from '../core/signIn.api.ts'
import { signInWords } from '../core/signIn.words.ts'
import { Ask, textOf } from './Ask.tsx'
import { NewPassword } from './NewPassword.tsx'
import { Outside } from './Outside.tsx'

type Ticket = { readonly name: string; readonly email: string }

/** Looks at the link first: one that no longer works says so, and what to do. */
const Opened = ({ children }: { children: (ticket: Ticket, token: string) => ReactNode }): ReactElement => {
  const say = useWords(signInWords)
  const { token = '' } = useParams()
  const ticket = useQuery({
    queryKey: ['access', 'access.ticket', token],
    queryFn: () => call(signInApi.ticket, { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const { error } = ticket
  if (error)
    return (
      <EmptyState
        level={1}
        icon="link"
        title={say('link.gone')}
        act={<LinkButton href={at('/accedi')}>{say('back.signIn')}</LinkButton>}
      >
        {(error instanceof Refused && error.problem.title) || say('offline')}
      </EmptyState>
    )
  return <>{ticket.data ? children(ticket.data, token) : <Skeleton label={say('waiting')} />}</>
}

const Accept = ({ ticket, token }: { ticket: Ticket; token: string }): ReactElement => {
  const [say, go] = [useWords(signInWords), useGo()]
  const act = useAct(signInApi.acceptInvitation, [])
  const client = useQueryClient()
  const give = (form: FormData): void =>
    act.mutate(
      { body: { token, password: textOf(form, 'password') } },
      {
        onSuccess: async () => {
          await client.resetQueries({ queryKey: ['access', signInApi.me.name] })
          go('/accedi', { replace: true })
        },
      },
    )
  return (
    <>
      <Sentence lead={say('invitation.lead', { email: ticket.email })}>
        {say('invitation.sentence', { name: ticket.name })}
      </Sentence>
      <Ask act={act} field="password" go={say('new.go')} onGo={give}>
        <NewPassword />
      </Ask>
    </>
  )
}

/** The page of an invitation. */
export const InvitationPage = (): ReactElement => (
  <Outside>
    <Opened>{(ticket, token) => <Accept ticket={ticket} token={token} />}</Opened>
  </Outside>
)

const Reset = ({ ticket, token }: { ticket: Ticket; token: string }): ReactElement => {
  const say = useWords(signInWords)
  const act = useAct(signInApi.resetPassword, [])
  if (act.isSuccess)
    return (
      <div role="status">
        <Sentence lead={say('reset.doneLead')}>{say('reset.done')}</Sentence>
        <LinkButton look="main" href={at('/accedi')}>
          {say('back.signIn')}
        </LinkButton>
      </div>
    )
  return (
    <>
      <Sentence lead={say('reset.lead', { email: ticket.email })}>
        {say('reset.sentence', { name: ticket.name })}
      </Sentence>
      <Ask
        act={act}
        field="password"
        go={say('new.go')}
        onGo={(form) => act.mutate({ body: { token, password: textOf(form, 'password') } })}
      >
        <NewPassword />
      </Ask>
    </>
  )
}

/** The page of a link to choose a new password. */
export const ResetPasswordPage = (): ReactElement => (
  <Outside>
    <Opened>{(ticket, token) => <Reset ticket={ticket} token={token} />}</Opened>
  </Outside>
)
