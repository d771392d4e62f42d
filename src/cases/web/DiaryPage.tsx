import { type ReactElement, useState } from 'react'
import { appointmentWords } from '../../gatherings/core/appointment.words.ts'
import { dateAndTime } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { EmptyState, Tabs } from '../../platform/web/kit/Lists.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { type Bead, Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import { ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { caseApi, type OpenedCase, type TimelineItem, TimelineKind } from '../core/case.api.ts'
import { caseWords } from '../core/case.words.ts'
import { NoteKind } from '../core/note.schema.ts'
import { casePageWords } from '../core/page.words.ts'
import { CaseFrame } from './CaseFrame.tsx'
import { EquipeNames } from './EquipeNames.tsx'
import { CorrectForm, NoteForm } from './NoteForm.tsx'

const beads: Readonly<Record<TimelineKind, Bead>> = {
  note: 'now',
  appointment: 'plain',
  task: 'done',
  attachment: 'plain',
  act: 'tie',
}

const useTitle = (): ((item: TimelineItem) => string) => {
  const [say, words, meets] = [useWords(casePageWords), useWords(caseWords), useWords(appointmentWords)]
  return (item) => {
    const { kind, detail, title, who } = item
    if (kind === 'note') return words(`cases.note.${NoteKind.catch('shared').parse(detail)}`)
    if (kind === 'act') return say('diary.act', { who, title })
    if (kind !== 'appointment') return say(`diary.${kind}`, { title })
    const how =
      detail === 'came' || detail === 'didNotCome' || detail === 'toldUs' || detail === 'moved' ? detail : null
    return `${title}: ${how ? meets(`gatherings.outcome.${how}`) : meets('gatherings.awaited')}`
  }
}

const Said = ({ item, caseId }: { item: TimelineItem; caseId: string }): ReactElement => {
  const [say, words, language] = [useWords(casePageWords), useWords(caseWords), useLanguage()]
  const [correcting, setCorrecting] = useState(false)
  return (
    <>
      {item.isHealth && <Pill icon="heart">{words('cases.note.health')}</Pill>}
      {correcting ? (
        <CorrectForm item={item} caseId={caseId} onDone={() => setCorrecting(false)} />
      ) : (
        item.text && <p className="prose">{item.text}</p>
      )}
      {item.earlier.length > 0 && (
        <More label={say('diary.earlier')}>
          {item.earlier.map((old) => (
            <p key={old.at} className="small soft">
              {dateAndTime(language, old.at)}: {old.text}
            </p>
          ))}
        </More>
      )}
      {item.canCorrect && !correcting && (
        <Button look="quiet" icon="pencil" onClick={() => setCorrecting(true)}>
          {say('diary.correct')}
        </Button>
      )}
    </>
  )
}

/** The same act by the same person on the same day, many times in a row, is told once: a pact saves itself at every field. */
const toldOnce = (rows: readonly TimelineItem[]): TimelineItem[] =>
  rows.filter((item, index) => {
    const newer = rows[index - 1]
    if (newer?.kind !== 'act' || item.kind !== 'act' || item.text !== '') return true
    return newer.title !== item.title || newer.who !== item.who || newer.at.slice(0, 10) !== item.at.slice(0, 10)
  })

const Story = ({ rows, caseId }: { rows: readonly TimelineItem[]; caseId: string }): ReactElement => {
  const [say, language, titleOf] = [useWords(casePageWords), useLanguage(), useTitle()]
  return (
    <Thread>
      {toldOnce(rows).map((item) => {
        const when = dateAndTime(language, item.at)
        const by = item.who && item.kind !== 'act' ? say('diary.by', { when, who: item.who }) : when
        return (
          <ThreadItem key={item.id} bead={beads[item.kind]}>
            <b>{titleOf(item)}</b>
            <span className="small soft">{by}</span>
            <Said item={item} caseId={caseId} />
          </ThreadItem>
        )
      })}
    </Thread>
  )
}

const Diary = ({ one }: { one: OpenedCase }): ReactElement | null => {
  const say = useWords(casePageWords)
  const [filters] = useFilters()
  const kind = TimelineKind.safeParse(filters.kind)
  const limit = rowsAsked(filters)
  const found = useRead(caseApi.timeline, {
    params: { caseId: one.id },
    query: { limit, ...(kind.success ? { kind: kind.data } : {}) },
  })
  const here = `/casi/${one.id}` as const
  const shown = kind.success ? kind.data : 'all'
  return (
    <Section id="diario" title={say('diary.title')}>
      <Tabs
        label={say('diary.show')}
        items={(['all', ...TimelineKind.options] as const).map((name) => ({
          label: say(`diary.show.${name}`),
          href: at(name === 'all' ? here : `${here}?kind=${name}`),
          current: name === shown,
        }))}
      />
      <Answered of={found}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState title={say('diary.empty')}>{say('diary.emptyHint')}</EmptyState>
          ) : (
            <>
              <Story rows={rows} caseId={one.id} />
              <ListTail shown={rows.length} total={total} />
            </>
          )
        }
      </Answered>
    </Section>
  )
}

/** The diary: a note is written on top, what happened stands below, newest first; beside it who follows the person. */
export const DiaryPage = (): ReactElement | null => (
  <CaseFrame tab="diary">
    {(one) => (
      <div className="two">
        <div className="blocks">
          {one.rights.noteKinds.length > 0 && <NoteForm one={one} />}
          <Diary one={one} />
        </div>
        <EquipeNames one={one} />
      </div>
    )}
  </CaseFrame>
)
