import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout, More, Note } from '../../platform/web/kit/Card.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import type { Instrument } from '../core/instrument.schema.ts'
import { currentInstruments, findInstrument, tieMap } from '../core/instruments.ts'
import { type DueRow, type MeasureSheet, measureApi } from '../core/measure.api.ts'
import { measureWords } from '../core/measure.words.ts'
import { measurePageWords } from '../core/page.words.ts'
import { InstrumentWaves } from './InstrumentWaves.tsx'
import { Ladder } from './Ladder.tsx'
import { useDay, useSpoken, useTitle } from './spoken.hooks.ts'

type Props = { readonly caseId: string; readonly sheet: MeasureSheet }

/** The tutor's private task: shown to them alone. */
const Talk = ({ sheet }: { sheet: MeasureSheet }): ReactElement | null => {
  const [say, day, tell, act] = [useWords(measurePageWords), useDay(), useStatus(), useAct(measureApi.talked)]
  const [task] = sheet.tasks
  if (!task) return null
  const onSuccess = (): void => tell({ text: say('talkedDone') })
  return (
    <Callout icon="lock">
      <h2 className="h3">{say('talk')}</h2>
      <p>
        {say('talkText', { name: sheet.personLabel })} {say('talkBy', { day: day(task.due) })}
      </p>
      <Faults faults={[]} error={act.error} />
      <Buttons>
        <Button
          icon="check"
          busy={act.isPending}
          onClick={() => act.mutate({ params: { taskId: task.id } }, { onSuccess })}
        >
          {say('talked')}
        </Button>
      </Buttons>
    </Callout>
  )
}

const useWhy = (sheet: MeasureSheet): ((code: string) => string) => {
  const words = useWords(measureWords)
  return (code) => {
    const why = sheet.instruments.find((one) => one.code === code)?.why
    return why ? words(`measures.why.${why}`, { age: findInstrument(code)?.minAge ?? 0 }) : ''
  }
}

const DueGo = ({ due, caseId, sheet }: { due: DueRow } & Props): ReactElement | null => {
  const [say, title, why] = [useWords(measurePageWords), useTitle(), useWhy(sheet)]
  const [tell, act] = [useStatus(), useAct(measureApi.refuse)]
  const about = `${title(due.instrument)}, ${say(`moment.${due.moment}`)}`
  if (!sheet.canMeasure) return null
  const onSuccess = (): void => tell({ text: say('wontAnswerDone') })
  const isTies = due.instrument === tieMap
  const href = isTies
    ? at(`/casi/${caseId}/legami`)
    : at(`/casi/${caseId}/misure/nuova?strumento=${due.instrument}&momento=${due.moment}`)
  return (
    <Buttons>
      {why(due.instrument) === '' && (
        <LinkButton href={href} about={about}>
          {say(isTies ? 'goTies' : 'begin')}
        </LinkButton>
      )}
      <Button
        look="quiet"
        about={about}
        busy={act.isPending}
        onClick={() => act.mutate({ params: { dueId: due.id } }, { onSuccess })}
      >
        {say('wontAnswer')}
      </Button>
    </Buttons>
  )
}

const Todo = ({ caseId, sheet }: Props): ReactElement | null => {
  const [say, day, title, why] = [useWords(measurePageWords), useDay(), useTitle(), useWhy(sheet)]
  // one moment at a time: what comes later is asked later
  const [next] = sheet.dues
  const now = sheet.dues.filter((due) => due.late || due.moment === next?.moment)
  if (now.length === 0) return null
  return (
    <Section id="misure-da-chiedere" title={say('todo')} count={now.length}>
      <Rows>
        {now.map((due) => (
          <Row
            key={due.id}
            who={<Who icon={due.instrument === tieMap ? 'people' : 'chart'} tone="servizi" />}
            title={title(due.instrument)}
            text={[
              say('todoText', { moment: say(`moment.${due.moment}`), number: due.pactNumber }),
              why(due.instrument),
            ]
              .filter(Boolean)
              .join('. ')}
            state={
              <State tone={due.late ? 'late' : 'now'}>{say(due.late ? 'late' : 'by', { day: day(due.due) })}</State>
            }
            go={<DueGo due={due} caseId={caseId} sheet={sheet} />}
          />
        ))}
      </Rows>
    </Section>
  )
}

const UnderWay = ({ caseId, sheet }: Props): ReactElement | null => {
  const [say, day, title] = [useWords(measurePageWords), useDay(), useTitle()]
  const open = sheet.rows.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <Section id="misure-aperte" title={say('underWay')} count={open.length}>
      <Rows>
        {open.map((row) => (
          <Row
            key={row.id}
            who={<Who icon="pause" tone="servizi" />}
            title={title(row.instrument)}
            text={say('underWayText', { moment: say(`moment.${row.moment}`), day: day(row.heldOn), by: row.by })}
            go={
              sheet.canMeasure &&
              row.hidden !== 'notYours' && (
                <LinkButton href={at(`/casi/${caseId}/misure/${row.id}`)} about={title(row.instrument)}>
                  {say('goOn')}
                </LinkButton>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  )
}

const minutesOf = ({ items }: Instrument): number => Math.max(1, Math.round(items.length / 3))

const Others = ({ caseId, sheet }: Props): ReactElement | null => {
  const [say, spoken, why] = [useWords(measurePageWords), useSpoken(), useWhy(sheet)]
  if (!sheet.canMeasure) return null
  const all = currentInstruments.filter(({ raters }) => raters === 'person')
  return (
    <More label={say('others')}>
      <Rows>
        {all.map((one) => (
          <Row
            key={one.code}
            title={spoken(one.title)}
            text={`${one.name}. ${one.off ? spoken(one.off) : why(one.code) || say('othersText', { count: one.items.length, minutes: minutesOf(one) })}`}
            go={
              why(one.code) === '' && (
                <LinkButton
                  href={at(`/casi/${caseId}/misure/nuova?strumento=${one.code}&momento=other`)}
                  about={spoken(one.title)}
                >
                  {say('begin')}
                </LinkButton>
              )
            }
          />
        ))}
      </Rows>
    </More>
  )
}

const Sheet = ({ caseId, sheet }: Props): ReactElement => {
  const say = useWords(measurePageWords)
  const over = sheet.rows.filter(({ state }) => state !== 'open')
  const measured = currentInstruments.filter(
    ({ code, raters }) => raters === 'person' && over.some((row) => row.instrument === code),
  )
  const ladder = findInstrument('ladder')
  const views = sheet.rows.filter(({ instrument }) => instrument === 'ladder')
  return (
    <>
      <Talk sheet={sheet} />
      <Todo caseId={caseId} sheet={sheet} />
      <UnderWay caseId={caseId} sheet={sheet} />
      {measured.length === 0 && (
        <EmptyState icon="chart" title={say('none', { name: sheet.personLabel })}>
          {say('noneHint')}
        </EmptyState>
      )}
      {measured.map((one) => (
        <InstrumentWaves
          key={one.code}
          one={one}
          rows={over.filter(({ instrument }) => instrument === one.code)}
          canMeasure={sheet.canMeasure}
        />
      ))}
      {ladder && (sheet.canMeasure || views.length > 0) && (
        <Ladder one={ladder} rows={views} caseId={caseId} canMeasure={sheet.canMeasure} />
      )}
      <Others caseId={caseId} sheet={sheet} />
      <Note icon="lock">{say('nonePrivate')}</Note>
    </>
  )
}

/** What was measured with the person of a case, what is to be asked, and how it changed. */
export const Measures = ({ caseId }: { caseId: string }): ReactElement | null => {
  const found = useRead(measureApi.list, { query: { caseId } })
  return <Answered of={found}>{(sheet) => <Sheet caseId={caseId} sheet={sheet} />}</Answered>
}
