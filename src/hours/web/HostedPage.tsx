import type { ReactElement } from 'react'
import { addDays, type Day, dayOf } from '../../platform/core/day.ts'
import { dayName, longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { fileAddress } from '../../platform/web/call.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, Buttons, TextLink } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { type HostedPlan, planHosted } from '../core/hosted.ts'
import { hourPageWords } from '../core/page.words.ts'
import { type HostedShift, shiftApi } from '../core/shift.api.ts'
import { shiftWords } from '../core/shift.words.ts'
import { shiftTones } from './tones.ts'

const taps = [
  { move: 'confirm', label: 'host.came', after: 'confirmed' },
  { move: 'missed', label: 'host.missed', after: 'absent' },
  { move: 'tellUs', label: 'host.told', after: 'toldUs' },
] as const

const Guest = ({ one, today }: { one: HostedShift; today: Day }): ReactElement => {
  const [say, words, tell] = [useWords(hourPageWords), useWords(shiftWords), useStatus()]
  const act = useAct(shiftApi.move)
  const open = taps.filter(({ move, after }) => {
    if (after === one.state || one.state === 'recovered') return false
    if (move === 'tellUs') return one.state !== 'confirmed'
    return one.day <= today
  })
  const times = one.from && one.to ? say('minutes', { from: one.from, to: one.to }) : ''
  return (
    <Row
      who={<Who name={one.guestLabel} />}
      title={one.guestLabel}
      text={[times, one.guestNeeds].filter(Boolean).join(' · ')}
      state={
        <>
          {one.state !== 'planned' && <State tone={shiftTones[one.state]}>{words(`hours.state.${one.state}`)}</State>}
          <Faults faults={[]} error={act.error} />
        </>
      }
      go={
        <Buttons>
          {open.map(({ move, label }) => (
            <Button
              key={move}
              about={one.guestLabel}
              busy={act.isPending}
              onClick={() =>
                act.mutate(
                  { params: { shiftId: one.id }, body: { move } },
                  { onSuccess: () => tell({ text: say('moved') }) },
                )
              }
            >
              {say(label)}
            </Button>
          ))}
        </Buttons>
      }
    />
  )
}

const OneDay = ({ day, rows, today }: { day: Day; rows: readonly HostedShift[]; today: Day }): ReactElement => {
  const [say, language] = [useWords(hourPageWords), useLanguage()]
  const bodies = [...new Set(rows.map(({ organisationId }) => organisationId))]
  return (
    <Section
      id={`g-${day}`}
      title={dayName(language, day)}
      count={rows.length}
      more={bodies.map((organisationId) => (
        <TextLink
          key={organisationId}
          icon="print"
          href={fileAddress(shiftApi.register, { query: { day, organisationId } })}
        >
          {say('host.register')}
        </TextLink>
      ))}
    >
      <Rows>
        {rows.map((one) => (
          <Guest key={one.id} one={one} today={today} />
        ))}
      </Rows>
    </Section>
  )
}

const Days = ({ rows, today }: { rows: readonly HostedShift[]; today: Day }): ReactElement => (
  <div className="block blocks">
    {[...new Set(rows.map(({ day }) => day))].map((day) => (
      <OneDay key={day} day={day} today={today} rows={rows.filter((one) => one.day === day)} />
    ))}
  </div>
)

/** The weeks that follow and the days that are told: a touch away. */
const Folded = ({ plan, today }: { plan: HostedPlan<HostedShift>; today: Day }): ReactElement => {
  const [say, language] = [useWords(hourPageWords), useLanguage()]
  const { later, told } = plan
  return (
    <>
      {later.map(({ from, to, rows }) => (
        <More
          key={from}
          label={say('host.week', { from: longDate(language, from), to: longDate(language, to), count: rows.length })}
        >
          <Days rows={rows} today={today} />
        </More>
      ))}
      {told.length > 0 && (
        <More label={say('host.past', { count: told.length })}>
          <Days rows={told} today={today} />
        </More>
      )}
    </>
  )
}

/** For hosts: who comes when; one tap says whether they came. */
export const HostedPage = (): ReactElement | null => {
  const say = useWords(hourPageWords)
  const today = dayOf(new Date().toISOString())
  const found = useRead(shiftApi.hosted, { query: { from: addDays(today, -14), to: addDays(today, 28) } })
  return (
    <Answered of={found}>
      {({ rows }) => {
        const count = rows.filter(({ day, state }) => day === today && state === 'planned').length
        const plan = planHosted(rows, today)
        return (
          <>
            <Sentence lead={say('host.lead')}>
              {weighed(count === 0 ? say('host.nobody') : say('host.title', { count }))}{' '}
              {plan.waiting.length > 0 && weighed(say('host.waiting', { count: plan.waiting.length }))}
            </Sentence>
            {rows.length === 0 && (
              <EmptyState icon="give" title={say('host.none')}>
                {say('host.noneHint')}
              </EmptyState>
            )}
            <Days rows={[...plan.waiting, ...plan.near]} today={today} />
            <Folded plan={plan} today={today} />
          </>
        )
      }}
    </Answered>
  )
}
