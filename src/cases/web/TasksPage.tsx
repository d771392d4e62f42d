import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults, faultAt } from '../../platform/web/Faults.tsx'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Card } from '../../platform/web/kit/Card.tsx'
import { DateInput, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import type { OpenedCase } from '../core/case.api.ts'
import { caseWords } from '../core/case.words.ts'
import { type TaskRow, taskApi } from '../core/work.api.ts'
import { workWords } from '../core/work.words.ts'
import { CaseFrame } from './CaseFrame.tsx'

const TaskLine = ({ task, mayWrite }: { task: TaskRow; mayWrite: boolean }): ReactElement => {
  const [say, words, language, tell] = [useWords(workWords), useWords(caseWords), useLanguage(), useStatus()]
  const [finish, cancel] = [useAct(taskApi.finish), useAct(taskApi.cancel)]
  const params = { taskId: task.id }
  const [who, day] = [task.owner || say('task.everybody'), longDate(language, task.due)]
  const told = ({ nextDue }: { nextDue: string | null }): void =>
    tell({ text: nextDue ? say('task.next', { day: longDate(language, nextDue) }) : say('task.finished') })
  return (
    <>
      <Row
        title={task.title}
        text={task.recursDays && words('cases.task.everyDays', { count: task.recursDays })}
        state={
          <State tone={task.overdue ? 'late' : 'now'}>{say(task.overdue ? 'task.was' : 'task.by', { day, who })}</State>
        }
        go={
          mayWrite && (
            <Buttons>
              <Button
                icon="check"
                about={task.title}
                busy={finish.isPending}
                onClick={() => finish.mutate({ params }, { onSuccess: told })}
              >
                {say('task.finish')}
              </Button>
              <Button look="quiet" about={task.title} busy={cancel.isPending} onClick={() => cancel.mutate({ params })}>
                {say('task.cancel')}
              </Button>
            </Buttons>
          )
        }
      />
      {(finish.error ?? cancel.error) && (
        <li className="row row--bare">
          <Faults faults={[]} error={finish.error ?? cancel.error} />
        </li>
      )}
    </>
  )
}

const repeats = [7, 30, 90] as const

const AddTask = ({ one }: { one: OpenedCase }): ReactElement => {
  const [say, tell, act] = [useWords(workWords), useStatus(), useAct(taskApi.add)]
  const equipe = one.equipe.filter(({ endedAt }) => endedAt === null)
  const owners = [...new Map(equipe.map(({ accountId, name }) => [accountId, name]))]
  return (
    <Card title={say('task.add')} level={2}>
      <ActForm
        act={act}
        go={say('task.save')}
        icon="plus"
        onGo={({ title = '', due = '', ownerId, recursDays }, clear) => {
          const body = { title, due, ownerId: ownerId || null, recursDays: recursDays ? Number(recursDays) : null }
          const onSuccess = (): void => {
            clear()
            tell({ text: say('task.added') })
          }
          act.mutate({ params: { caseId: one.id }, body }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <TextInput
              id="title"
              name="title"
              maxLength={200}
              label={say('task.title')}
              error={faultAt(faults, 'title')}
            />
            <DateInput id="due" name="due" label={say('task.due')} error={faultAt(faults, 'due')} />
            <Select
              id="ownerId"
              name="ownerId"
              label={say('task.owner')}
              empty={say('task.everybody')}
              options={owners.map(([value, label]) => ({ value, label }))}
            />
            <Select
              id="recursDays"
              name="recursDays"
              label={say('task.recurs')}
              empty={say('task.never')}
              options={repeats.map((days) => ({ value: String(days), label: say(`task.every${days}`) }))}
            />
          </>
        )}
      </ActForm>
    </Card>
  )
}

const Tasks = ({ one }: { one: OpenedCase }): ReactElement => {
  const say = useWords(workWords)
  const found = useRead(taskApi.list, { query: { caseId: one.id, scope: 'all' } })
  return (
    <>
      <Answered of={found}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={say('task.none')}>{say('task.noneHint')}</EmptyState>
          ) : (
            <>
              <p className="lead">{weighed(say('task.sentence', { count: rows.length }))}</p>
              <Rows>
                {rows.map((task) => (
                  <TaskLine key={task.id} task={task} mayWrite={one.rights.write} />
                ))}
              </Rows>
            </>
          )
        }
      </Answered>
      {one.rights.write && <AddTask one={one} />}
    </>
  )
}

/** What is to be done, by whom and by when. */
export const TasksPage = (): ReactElement | null => <CaseFrame tab="tasks">{(one) => <Tasks one={one} />}</CaseFrame>
