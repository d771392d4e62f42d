import type { ReactElement, ReactNode } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { dayName, timeOnly } from '../../platform/core/words.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState, ErrorState } from '../../platform/web/kit/Lists.tsx'
import { NowCard } from '../../platform/web/kit/Mine.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { deskApi } from '../core/desk.api.ts'
import type { DeskKind, Today } from '../core/desk.schema.ts'
import { groupsOf, isLate, nextMeeting, workOf } from '../core/desk.ts'
import { deskWords } from '../core/desk.words.ts'
import { DeskGroup } from './DeskGroup.tsx'
import { DeskSide } from './DeskSide.tsx'

const spoken: readonly DeskKind[] = [
  'talk',
  'leaving',
  'signature',
  'review',
  'referral',
  'transfer',
  'transferBack',
  'panel',
  'task',
  'measure',
  'followUp',
  'saidDone',
  'correction',
  'glass',
  'ending',
]
const atMost = 3

/** 'Oggi: 3 firme da raccogliere, 1 verifica in ritardo e 2 segnalazioni nuove.' */
const DaySentence = ({ today }: { today: Today }): ReactElement => {
  const [say, language] = [useWords(deskWords), useLanguage()]
  const eyebrow = dayName(language, today.day)
  const late = today.items.filter((item) => item.kind !== 'appointment' && isLate(item, today.day)).length
  const parts = [
    ...(late > 0 ? [say('desk.count.late', { count: late })] : []),
    ...spoken.flatMap((kind) => {
      const lateOfKind = today.items.filter((item) => item.kind === kind && isLate(item, today.day)).length
      const count = (today.counts[kind] ?? 0) - lateOfKind
      return count > 0 ? [say(`desk.count.${kind as Exclude<DeskKind, 'appointment'>}`, { count })] : []
    }),
  ].slice(0, atMost)
  if (parts.length === 0) return <Sentence eyebrow={eyebrow}>{say('desk.calm')}</Sentence>
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)
  return (
    <Sentence eyebrow={eyebrow}>
      {say('desk.today')} {weighed(list)}.
    </Sentence>
  )
}

const NextMeeting = ({ today }: { today: Today }): ReactNode => {
  const [say, language] = [useWords(deskWords), useLanguage()]
  const meeting = nextMeeting(today)
  if (!meeting?.at) return null
  return (
    <NowCard
      id="adesso"
      time={timeOnly(language, meeting.at)}
      title={meeting.person || say('desk.somebody')}
      go={
        <LinkButton look="main" href={at(`/casi/${meeting.caseId ?? ''}`)}>
          {say('desk.go.appointment')}
        </LinkButton>
      }
    >
      <p>{meeting.detail}</p>
    </NowCard>
  )
}

/** Nothing is due: on to one's own work, or to whom one looks for. */
const Calm = (): ReactElement => {
  const say = useWords(deskWords)
  const work = workOf(useRead(signInApi.me).data?.account?.permissions ?? [])
  return (
    <EmptyState
      icon="sun"
      title={say('desk.calm')}
      act={
        <LinkButton href={at(work?.path ?? '/cerca')}>{say(work ? `desk.work.${work.key}` : 'desk.find')}</LinkButton>
      }
    >
      {say(work ? 'desk.workHint' : 'desk.calmHint')}
    </EmptyState>
  )
}

/** What today asks of whoever is at work. */
export const TodayPage = (): ReactElement => {
  const say = useWords(deskWords)
  const { data: today, error, refetch } = useRead(deskApi.today)
  if (error)
    return (
      <ErrorState title={say('desk.broken')} act={<Button onClick={() => void refetch()}>{say('desk.again')}</Button>}>
        {error.problem.title || say('desk.brokenHint')}
      </ErrorState>
    )
  if (!today) return <Skeleton label={say('desk.waiting')} />
  const groups = groupsOf(today)
  return (
    <>
      <DaySentence today={today} />
      <NextMeeting today={today} />
      <div className="two">
        <div className="blocks">
          {groups.map((group) => (
            <DeskGroup key={group.key} group={group} today={today} />
          ))}
          {groups.length === 0 && <Calm />}
        </div>
        <DeskSide today={today} />
      </div>
    </>
  )
}
