import { type ReactElement, useState } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar, Pager } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { oversightWords } from '../core/oversight.words.ts'
import { type OverseenTasks, overseenOwner, type TaskRow, taskApi } from '../core/work.api.ts'

const TaskLine = ({ task }: { task: TaskRow }): ReactElement => {
  const [say, language] = [useWords(oversightWords), useLanguage()]
  const [who, day] = [task.owner || say('oversee.nobody'), longDate(language, task.due)]
  return (
    <Row
      title={task.title}
      href={at(`/casi/${task.caseId}/compiti`)}
      text={task.personLabel}
      state={
        <State tone={task.overdue ? 'late' : 'now'}>
          {say(task.overdue ? 'oversee.was' : 'oversee.by', { day, who })}
        </State>
      }
    />
  )
}

const Filters = ({ workers }: Pick<OverseenTasks, 'workers'>): ReactElement => {
  const say = useWords(oversightWords)
  const [filters, change] = useFilters()
  const options = workers.map(({ ownerId, name, open, overdue }) => ({
    value: ownerId ?? 'nobody',
    label: say('oversee.worker', { name: ownerId ? name : say('oversee.nobody'), open, overdue }),
  }))
  const submit = (form: FormData): void =>
    change({ chi: String(form.get('chi') ?? ''), tardi: form.get('tardi') === 'yes' ? 'yes' : undefined })
  return (
    <FilterBar label={say('oversee.filter')} submit={say('oversee.go')} onSubmit={submit}>
      <Select
        id="chi"
        name="chi"
        label={say('oversee.who')}
        defaultValue={filters.chi ?? ''}
        empty={say('oversee.everybody')}
        options={options}
      />
      <Select
        id="tardi"
        name="tardi"
        label={say('oversee.when')}
        defaultValue={filters.tardi ?? ''}
        empty={say('oversee.always')}
        options={[{ value: 'yes', label: say('oversee.late') }]}
      />
    </FilterBar>
  )
}

const pageOf = 50

const Listed = ({ rows }: Pick<OverseenTasks, 'rows'>): ReactElement => {
  const say = useWords(oversightWords)
  const [most, setMost] = useState(pageOf)
  return (
    <>
      <Rows>
        {rows.slice(0, most).map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </Rows>
      {rows.length > most && (
        <Pager
          shown={say('oversee.shown', { shown: most, count: rows.length })}
          more={say('oversee.more')}
          onMore={() => setMost(most + pageOf)}
        />
      )}
    </>
  )
}

/** What is to be done in a district, by whom and by when: for whoever coordinates it. */
export const OverseenTasksPage = (): ReactElement => {
  const say = useWords(oversightWords)
  const [{ chi, tardi }] = useFilters()
  const owner = overseenOwner.safeParse(chi)
  const found = useRead(taskApi.overseen, {
    query: { ...(owner.success ? { owner: owner.data } : {}), overdue: tardi === 'yes' ? 'yes' : 'no' },
  })
  return (
    <Answered of={found}>
      {({ rows, workers }) => (
        <>
          <Sentence>{weighed(say('oversee.sentence', { count: rows.length }))}</Sentence>
          <Filters workers={workers} />
          {rows.length === 0 ? (
            <EmptyState title={say('oversee.none')}>{say('oversee.noneHint')}</EmptyState>
          ) : (
            <Listed key={`${chi} ${tardi}`} rows={rows} />
          )}
        </>
      )}
    </Answered>
  )
}
