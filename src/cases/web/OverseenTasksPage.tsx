import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar, Pager } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { EquipeRole } from '../core/case.schema.ts'
import { caseWords } from '../core/case.words.ts'
import { oversightWords } from '../core/oversight.words.ts'
import { type OverseenTasks, overseenOwner, type TaskRow, taskApi } from '../core/work.api.ts'

type Option = { readonly value: string; readonly label: string }

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

const useWorkers = (): ((workers: OverseenTasks['workers']) => Option[]) => {
  const say = useWords(oversightWords)
  return (workers) =>
    workers.map(({ ownerId, name, left, ...counts }) => ({
      value: ownerId ?? 'nobody',
      label: say(left ? 'oversee.left' : 'oversee.worker', { ...counts, name: ownerId ? name : say('oversee.nobody') }),
    }))
}

const Filters = ({ found }: { found: OverseenTasks }): ReactElement => {
  const [say, words, optionsOf] = [useWords(oversightWords), useWords(caseWords), useWorkers()]
  const [filters, change] = useFilters()
  const submit = (form: FormData): void =>
    change({
      ...Object.fromEntries(['chi', 'ente', 'ruolo'].map((name) => [name, String(form.get(name) ?? '')])),
      tardi: form.get('tardi') === 'yes' ? 'yes' : undefined,
      righe: undefined,
    })
  const picks = [
    { id: 'chi', label: say('oversee.who'), empty: say('oversee.everybody'), options: optionsOf(found.workers) },
    {
      ...{ id: 'ente', label: say('oversee.body'), empty: say('oversee.anyBody') },
      options: found.bodies.map(({ bodyId, name, ...counts }) => ({
        value: bodyId ?? 'nobody',
        label: say('oversee.count', { ...counts, name: name || say('oversee.noBody') }),
      })),
    },
    {
      ...{ id: 'ruolo', label: say('oversee.role'), empty: say('oversee.anyRole') },
      options: found.roles.map(({ role, ...counts }) => ({
        value: role,
        label: say('oversee.count', { ...counts, name: words(`cases.role.${role}`) }),
      })),
    },
    {
      ...{ id: 'tardi', label: say('oversee.when'), empty: say('oversee.always') },
      options: [{ value: 'yes', label: say('oversee.late') }],
    },
  ]
  return (
    <FilterBar label={say('oversee.filter')} submit={say('oversee.go')} onSubmit={submit}>
      {picks.map(({ id, ...pick }) => (
        <Select key={`${id} ${filters[id] ?? ''}`} id={id} name={id} defaultValue={filters[id] ?? ''} {...pick} />
      ))}
    </FilterBar>
  )
}

/** The same counts as a table each, by body and by role; a row leads to its tasks. */
const Teams = ({ found }: { found: OverseenTasks }): ReactElement => {
  const [say, words] = [useWords(oversightWords), useWords(caseWords)]
  const here = '/casi/da-fare'
  const bodies = found.bodies.map(({ bodyId, name, ...counts }) => ({
    ...{ key: bodyId ?? 'nobody', name: name || say('oversee.noBody') },
    ...{ href: at(`${here}?ente=${bodyId ?? 'nobody'}`), ...counts },
  }))
  const roles = found.roles.map(({ role, ...counts }) => ({
    ...{ key: role, name: words(`cases.role.${role}`), href: at(`${here}?ruolo=${role}`) },
    ...counts,
  }))
  const columnsOf = (head: string): Column<(typeof bodies)[number]>[] => [
    { key: 'name', head, cell: ({ href, name }) => <TextLink href={href}>{name}</TextLink> },
    { key: 'open', head: say('oversee.open'), number: true, cell: ({ open }) => open },
    { key: 'overdue', head: say('oversee.late'), number: true, cell: ({ overdue }) => overdue },
  ]
  return (
    <More label={say('oversee.teams')}>
      <div className="duo">
        <Table
          caption={say('oversee.byBody')}
          columns={columnsOf(say('oversee.body'))}
          rows={bodies}
          rowKey={({ key }) => key}
        />
        <Table
          caption={say('oversee.byRole')}
          columns={columnsOf(say('oversee.role'))}
          rows={roles}
          rowKey={({ key }) => key}
        />
      </div>
    </More>
  )
}

const step = 50
const most = 200

const Listed = ({ rows, total }: Pick<OverseenTasks, 'rows' | 'total'>): ReactElement => {
  const say = useWords(oversightWords)
  const [{ righe }, change] = useFilters()
  if (rows.length === 0) return <EmptyState title={say('oversee.none')}>{say('oversee.noneHint')}</EmptyState>
  const next = Math.min(most, (Number(righe) || step) + step)
  const more = { more: say('oversee.more'), onMore: () => change({ righe: String(next) }) }
  return (
    <>
      <Rows>
        {rows.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </Rows>
      <Pager
        shown={say('oversee.shown', { shown: rows.length, total })}
        {...(rows.length < Math.min(total, most) ? more : {})}
      />
    </>
  )
}

/** What is to be done in a district, by whom, of which body and role, and by when: for whoever coordinates it. */
export const OverseenTasksPage = (): ReactElement => {
  const say = useWords(oversightWords)
  const [{ chi, ente, ruolo, tardi, righe }] = useFilters()
  const [owner, body, role] = [
    overseenOwner.safeParse(chi).data,
    overseenOwner.safeParse(ente).data,
    EquipeRole.safeParse(ruolo).data,
  ]
  const limit = Math.min(most, Number(righe) || step)
  const found = useRead(taskApi.overseen, {
    query: { owner, body, role, limit, overdue: tardi === 'yes' ? 'yes' : 'no' },
  })
  return (
    <Answered of={found}>
      {(all) => (
        <>
          <Sentence>{weighed(say('oversee.sentence', { count: all.total }))}</Sentence>
          <Filters found={all} />
          <Teams found={all} />
          <Listed {...all} />
        </>
      )}
    </Answered>
  )
}
