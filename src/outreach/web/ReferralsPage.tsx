import type { ReactElement } from 'react'
import type { z } from 'zod'
import { dayName } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Check } from '../../platform/web/kit/Choice.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { Channel, ReferralState } from '../core/referral.schema.ts'
import { referralWords } from '../core/referral.words.ts'
import { type ReferralRow, referralsApi } from '../core/referrals.api.ts'
import { useEntries } from './entries.hooks.ts'
import { ClockPill, StatePill, UrgentPill, useWho } from './referral.parts.tsx'

type Found = z.output<typeof referralsApi.list.reply>

/** '12 segnalazioni aspettano una risposta, 3 sono in ritardo e 2 sono urgenti.' */
const QueueSentence = ({ found }: { found: Found }): ReactElement => {
  const [say, language] = [useWords(outreachWebWords), useLanguage()]
  const { signalled = 0, contacted = 0 } = found.counts
  const count = signalled + contacted
  if (count === 0) return <Sentence>{say('web.queueCalm')}</Sentence>
  const parts = [
    say('web.queue', { count }),
    ...(found.late > 0 ? [say('web.queueLate', { count: found.late })] : []),
    ...(found.urgent > 0 ? [say('web.queueUrgent', { count: found.urgent })] : []),
  ]
  return <Sentence>{weighed(`${new Intl.ListFormat(language).format(parts)}.`)}</Sentence>
}

const Line = ({ row }: { row: ReferralRow }): ReactElement => {
  const [say, language] = [useWords(outreachWebWords), useLanguage()]
  const [who, channels] = [useWho(), useEntries('referralChannel')]
  const parts = [
    row.antennaName ? say('web.by', { who: row.antennaName }) : channels.say(row.channel),
    say('web.at', { day: dayName(language, row.receivedAt) }),
    row.assigneeName ? say('web.with', { who: row.assigneeName }) : say('web.withNobody'),
  ]
  return (
    <Row
      who={<Who {...(row.personName ? { name: row.personName } : { icon: row.kind === 'forMe' ? 'hand' : 'eye' })} />}
      title={who(row)}
      href={at(`/segnalazioni/${row.id}`)}
      text={parts.join(' · ')}
      state={
        <p className="btns">
          {row.urgent && <UrgentPill />}
          <ClockPill clock={row.clock} />
          {!row.clock && <StatePill one={row} />}
        </p>
      }
    />
  )
}

const Filters = (): ReactElement => {
  const [say, words] = [useWords(outreachWebWords), useWords(referralWords)]
  const channels = useEntries('referralChannel')
  const [filters, change] = useFilters()
  const text = (form: FormData, name: string): string => String(form.get(name) ?? '')
  const keep = (form: FormData): void =>
    change({
      q: text(form, 'q'),
      state: text(form, 'state'),
      assigned: text(form, 'assigned'),
      channel: text(form, 'channel'),
      overdue: text(form, 'overdue'),
      urgent: text(form, 'urgent'),
      rows: undefined,
    })
  return (
    <FilterBar label={say('web.filters')} submit={say('web.find')} onSubmit={keep}>
      <TextInput id="q" name="q" type="search" label={say('web.q')} maxLength={80} defaultValue={filters.q ?? ''} />
      <Select
        id="state"
        name="state"
        label={say('web.state')}
        defaultValue={filters.state ?? ''}
        options={[
          { value: '', label: say('web.state.open') },
          { value: 'all', label: say('web.state.all') },
          ...ReferralState.options.map((value) => ({ value, label: words(`outreach.state.${value}`) })),
        ]}
      />
      <Select
        id="assigned"
        name="assigned"
        label={say('web.assigned')}
        defaultValue={filters.assigned ?? ''}
        options={[
          { value: '', label: say('web.assigned.any') },
          { value: 'me', label: say('web.assigned.me') },
          { value: 'nobody', label: say('web.assigned.nobody') },
        ]}
      />
      <Select
        key={channels.all.length}
        id="channel"
        name="channel"
        label={say('web.channel')}
        defaultValue={filters.channel ?? ''}
        options={[{ value: '', label: say('web.channel.any') }, ...channels.all]}
      />
      <Check name="overdue" value="yes" label={say('web.only.overdue')} defaultChecked={filters.overdue === 'yes'} />
      <Check name="urgent" value="yes" label={say('web.only.urgent')} defaultChecked={filters.urgent === 'yes'} />
    </FilterBar>
  )
}

/** What the address asks for, as the API takes it; anything else in it is left out. */
const askedBy = (filters: Readonly<Record<string, string>>): z.input<typeof referralsApi.list.query> => {
  const state = ReferralState.safeParse(filters.state)
  const channel = Channel.safeParse(filters.channel)
  return {
    limit: rowsAsked(filters),
    state: state.success ? state.data : filters.state === 'all' ? undefined : 'open',
    assigned: filters.assigned === 'me' || filters.assigned === 'nobody' ? filters.assigned : undefined,
    overdue: filters.overdue === 'yes' ? 'yes' : undefined,
    urgent: filters.urgent === 'yes' ? 'yes' : undefined,
    channel: channel.success ? channel.data : undefined,
    q: filters.q?.slice(0, 80),
  }
}

const Queue = ({ found }: { found: Found }): ReactElement => {
  const say = useWords(outreachWebWords)
  const { rows, total } = found
  if (rows.length === 0)
    return (
      <EmptyState icon="bell" title={say('web.none')}>
        {say('web.noneHint')}
      </EmptyState>
    )
  return (
    <Section id="coda" title={say('web.list')} count={total}>
      <Rows>
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </Rows>
      <ListTail shown={rows.length} total={total} />
    </Section>
  )
}

/** The triage queue, nearest clock first. */
export const ReferralsPage = (): ReactElement => {
  const say = useWords(outreachWebWords)
  const [filters] = useFilters()
  const found = useRead(referralsApi.list, { query: askedBy(filters) })
  return (
    <Answered of={found}>
      {(data) => (
        <>
          <QueueSentence found={data} />
          <p className="btns mt">
            <LinkButton look="main" href={at('/segnalazioni/nuova')} icon="phone">
              {say('web.desk')}
            </LinkButton>
          </p>
          <Filters key={JSON.stringify(filters)} />
          <Queue found={data} />
          {data.inTime.asked > 0 && (
            <p className="small soft">{say('web.inTime', { count: data.inTime.asked, kept: data.inTime.kept })}</p>
          )}
          {data.anonymous > 0 && <p className="small soft">{say('web.anonymous', { count: data.anonymous })}</p>}
          <p className="btns mt">
            <LinkButton href={at('/antenne')} icon="eye">
              {say('web.antennas')}
            </LinkButton>
            <LinkButton href={at('/importa')} icon="upload">
              {say('web.import')}
            </LinkButton>
          </p>
        </>
      )}
    </Answered>
  )
}
