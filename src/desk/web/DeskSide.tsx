import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { longDate, timeOnly } from '../../platform/core/words.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Week } from '../../platform/web/kit/Mine.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import type { Today } from '../core/desk.schema.ts'
import { weekOf } from '../core/desk.ts'
import { deskWords } from '../core/desk.words.ts'

/** Beside the day: the week's appointments, and ties that were born. */
export const DeskSide = ({ today }: { today: Today }): ReactElement => {
  const [say, language] = [useWords(deskWords), useLanguage()]
  const me = useRead(signInApi.me)
  const hasAgenda = me.data?.account?.permissions.some((one) => one === 'cases.work' || one === 'pacts.write')
  const short = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const days = weekOf(today).filter(({ day, items }) => items.length > 0 || day === today.day)
  return (
    <aside className="blocks">
      <Section
        id="settimana"
        title={say('desk.week')}
        more={hasAgenda && <TextLink href={at('/agenda')}>{say('desk.agenda')}</TextLink>}
      >
        <Week
          days={days.map(({ day, items }) => ({
            key: day,
            label: short.format(new Date(`${day}T12:00:00Z`)),
            today: day === today.day,
            lines:
              items.length === 0
                ? [say('desk.free')]
                : items.map((item) => `${timeOnly(language, item.at ?? '')} ${item.person}`),
          }))}
        />
      </Section>
      {today.news.length > 0 && (
        <Section id="notizie" title={say('desk.news')}>
          <Thread small>
            {today.news.map((one) => (
              <ThreadItem
                key={one.id}
                bead="tie"
                title={weighed(say('desk.newsTie', { person: one.person, other: one.other }))}
                text={longDate(language, one.since)}
              />
            ))}
          </Thread>
        </Section>
      )}
    </aside>
  )
}
