import { type ReactElement, useState } from 'react'
import { dateAndTime } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State, type StateTone } from '../../platform/web/kit/State.tsx'
import { filtersOf, ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { adminWords } from '../core/admin.words.ts'
import { type MailRow, MailState, outboxApi } from '../core/outbox.api.ts'

const tones: Readonly<Record<MailRow['state'], StateTone>> = {
  waiting: 'calm',
  sent: 'done',
  kept: 'now',
  failed: 'late',
}

/** Asked for only when it is opened: reading a mail leaves a line in the journal. */
const MailText = ({ id }: { id: string }): ReactElement => {
  const say = useWords(adminWords)
  return (
    <Answered of={useRead(outboxApi.one, { params: { id } })}>
      {(mail) => <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{mail.text || say('mail.wiped')}</p>}
    </Answered>
  )
}

const One = ({ mail, onRead }: { mail: MailRow; onRead: () => void }): ReactElement => {
  const [say, language] = [useWords(adminWords), useLanguage()]
  return (
    <Row
      title={mail.subject}
      text={say('mail.to', { to: mail.to, at: dateAndTime(language, mail.sentAt ?? mail.createdAt) })}
      state={
        <State tone={tones[mail.state]}>{[say(`mail.${mail.state}`), mail.problem].filter(Boolean).join(': ')}</State>
      }
      go={
        mail.state === 'sent' ? undefined : (
          <Button icon="eye" about={mail.subject} onClick={onRead}>
            {say('outbox.read')}
          </Button>
        )
      }
    />
  )
}

/** The outgoing mail: where links can be read when there is no mail server. */
export const OutboxPage = (): ReactElement => {
  const [say, [filters, change]] = [useWords(adminWords), useFilters()]
  const [reading, setReading] = useState<MailRow>()
  const state = MailState.safeParse(filters.state).data
  return (
    <Answered of={useRead(outboxApi.list, { query: { state, limit: rowsAsked(filters) } })}>
      {({ rows, total }) => (
        <div className="blocks">
          <Sentence lead={say('outbox.lead')}>{weighed(say('outbox.sentence', { count: total }))}</Sentence>
          <FilterBar
            key={filters.state ?? ''}
            label={say('outbox.filters')}
            submit={say('search')}
            onSubmit={(form) => change(filtersOf(form))}
          >
            <Select
              id="state"
              name="state"
              label={say('accounts.state')}
              empty={say('all')}
              defaultValue={filters.state}
              options={MailState.options.map((value) => ({ value, label: say(`mail.${value}`) }))}
            />
          </FilterBar>
          {rows.length === 0 ? (
            <EmptyState icon="mail" title={say('outbox.none')}>
              {say('outbox.noneHint')}
            </EmptyState>
          ) : (
            <Rows>
              {rows.map((mail) => (
                <One key={mail.id} mail={mail} onRead={() => setReading(mail)} />
              ))}
            </Rows>
          )}
          <ListTail shown={rows.length} total={total} />
          <Dialog open={reading !== undefined} onClose={() => setReading(undefined)} title={reading?.subject ?? ''}>
            {reading && <MailText id={reading.id} />}
          </Dialog>
        </div>
      )}
    </Answered>
  )
}
