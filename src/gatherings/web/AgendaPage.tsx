import type { ReactElement } from 'react'
import { addDays, type Day, dayOf, mondayOf } from '../../platform/core/day.ts'
import { dayName, longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState, Tabs } from '../../platform/web/kit/Lists.tsx'
import { Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { type AppointmentRow, appointmentApi } from '../core/appointment.api.ts'
import { gatheringPageWords } from '../core/page.words.ts'
import { AppointmentLine } from './AppointmentLine.tsx'

const OneDay = ({ day, rows, now }: { day: Day; rows: readonly AppointmentRow[]; now: string }): ReactElement => {
  const language = useLanguage()
  return (
    <Section id={`g-${day}`} title={dayName(language, day)} count={rows.length}>
      <Rows>
        {rows.map((one) => (
          <AppointmentLine
            key={one.id}
            one={one}
            now={now}
            title={one.personLabel}
            href={at(`/casi/${one.caseId}/appuntamenti`)}
            who={<Who name={one.personLabel} />}
          />
        ))}
      </Rows>
    </Section>
  )
}

const Weeks = ({ monday, thisMonday }: { monday: Day; thisMonday: Day }): ReactElement => {
  const say = useWords(gatheringPageWords)
  const to = (day: Day): string => at(`/agenda?settimana=${day}`)
  return (
    <Tabs
      label={say('agenda.weeks')}
      items={[
        { label: say('agenda.before'), href: to(addDays(monday, -7)) },
        { label: say('agenda.today'), href: at('/agenda'), current: monday === thisMonday },
        { label: say('agenda.after'), href: to(addDays(monday, 7)) },
      ]}
    />
  )
}

/** My appointments, week by week (`?settimana=` any day of it). */
export const AgendaPage = (): ReactElement | null => {
  const [say, language] = [useWords(gatheringPageWords), useLanguage()]
  const [filters] = useFilters()
  const now = new Date().toISOString()
  const thisMonday = mondayOf(dayOf(now))
  const asked = /^\d{4}-\d{2}-\d{2}$/.test(filters.settimana ?? '') ? filters.settimana : undefined
  const monday = asked ? mondayOf(asked) : thisMonday
  const isThis = monday === thisMonday
  const none = say(isThis ? 'agenda.none' : 'agenda.noneOther')
  const found = useRead(appointmentApi.mine, { query: { from: monday, to: addDays(monday, 6) } })
  const lead = say('agenda.from', { from: longDate(language, monday), to: longDate(language, addDays(monday, 6)) })
  return (
    <Answered of={found}>
      {({ rows }) => (
        <>
          <Sentence lead={lead}>
            {weighed(
              rows.length === 0 ? none : say(isThis ? 'agenda.title' : 'agenda.titleOther', { count: rows.length }),
            )}
          </Sentence>
          <Weeks monday={monday} thisMonday={thisMonday} />
          {rows.length === 0 && (
            <EmptyState
              icon="calendar"
              title={none}
              act={<LinkButton href={at('/casi')}>{say('agenda.cases')}</LinkButton>}
            >
              {say('agenda.noneHint')}
            </EmptyState>
          )}
          <div className="block blocks">
            {[...new Set(rows.map((one) => dayOf(one.at)))].map((day) => (
              <OneDay key={day} day={day} now={now} rows={rows.filter((one) => dayOf(one.at) === day)} />
            ))}
          </div>
        </>
      )}
    </Answered>
  )
}
