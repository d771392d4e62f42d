import type { ReactElement } from 'react'
import { dateAndTime } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { profileApi } from '../core/profile.api.ts'
import { profileWords } from '../core/profile.words.ts'
import type { SessionRow } from '../core/session.schema.ts'
import { Turned } from './Ask.tsx'
import { useSignOut } from './signOut.hooks.ts'

const browsers = ['Edg', 'Firefox', 'Chrome', 'Safari'] as const
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'] as const

/** 'Firefox, Windows': enough to recognise one's own. */
const agentName = (agent: string): string => {
  const browser = browsers.find((name) => agent.includes(name))
  const system = systems.find((name) => agent.includes(name))
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ')
}

const One = ({ session }: { session: SessionRow }): ReactElement => {
  const [say, language, tell] = [useWords(profileWords), useLanguage(), useStatus()]
  const act = useAct(profileApi.endSession)
  const title = agentName(session.agent) || say('agent.unknown')
  const end = (): void =>
    act.mutate({ params: { id: session.id } }, { onSuccess: () => tell({ text: say('sessions.ended') }) })
  return (
    <Row
      title={title}
      text={say('sessions.since', { at: dateAndTime(language, session.createdAt) })}
      state={
        session.current ? <State tone="done">{say('sessions.current')}</State> : <Turned act={act} field="sessioni" />
      }
      go={
        session.current ? undefined : (
          <Button look="quiet" icon="close" about={title} busy={act.isPending} onClick={end}>
            {say('sessions.end')}
          </Button>
        )
      }
    />
  )
}

/** Where the account is signed in now. */
export const MySessions = (): ReactElement => {
  const say = useWords(profileWords)
  const all = useSignOut(true)
  return (
    <Section id="sessioni" title={say('sessions.title')}>
      <div className="stack">
        <Answered of={useRead(profileApi.sessions)}>
          {({ rows }) => (
            <Rows tight>
              {rows.map((session) => (
                <One key={session.id} session={session} />
              ))}
            </Rows>
          )}
        </Answered>
        <Button icon="leave" busy={all.isPending} onClick={all.leave}>
          {say('sessions.all')}
        </Button>
      </div>
    </Section>
  )
}
