import { type ReactElement, type ReactNode, useState } from 'react'
import { instantAt } from '../../platform/core/day.ts'
import { dateAndTime, dayName, timeOnly } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Faults, faultAt } from '../../platform/web/Faults.tsx'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { DateInput, TextInput } from '../../platform/web/kit/Field.tsx'
import { Row } from '../../platform/web/kit/Rows.tsx'
import { State, type StateTone } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { type AppointmentRow, appointmentApi } from '../core/appointment.api.ts'
import type { AppointmentOutcome } from '../core/appointment.schema.ts'
import { whyNotSay } from '../core/appointment.ts'
import { appointmentWords } from '../core/appointment.words.ts'
import { gatheringPageWords } from '../core/page.words.ts'

const tones: Readonly<Record<AppointmentOutcome, StateTone>> = {
  came: 'done',
  didNotCome: 'late',
  toldUs: 'info',
  moved: 'calm',
}

/** An instant from a day and a time typed by hand; undefined while one is missing. */
export const atOf = (day = '', time = ''): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{2}:\d{2}$/.test(time) ? instantAt(day, time) : undefined

const MoveForm = ({ one, onDone }: { one: AppointmentRow; onDone: () => void }): ReactElement => {
  const [say, words, language] = [useWords(gatheringPageWords), useWords(appointmentWords), useLanguage()]
  const [tell, act] = [useStatus(), useAct(appointmentApi.reschedule)]
  const [missing, setMissing] = useState(false)
  return (
    <ActForm
      act={act}
      go={words('gatherings.move')}
      icon="calendar"
      tail={<Button onClick={onDone}>{say('move.leave')}</Button>}
      onGo={({ day, time, place = '', note = '' }) => {
        const at = atOf(day, time)
        setMissing(!at)
        if (!at) return
        const onSuccess = (): void => {
          tell({ text: say('move.done', { day: dayName(language, at) }) })
          onDone()
        }
        act.mutate(
          { params: { appointmentId: one.id }, body: { at, minutes: one.minutes, place, note } },
          { onSuccess },
        )
      }}
    >
      {(faults) => (
        <>
          <DateInput
            id={`day-${one.id}`}
            name="day"
            label={say('fix.day')}
            error={missing ? say('fix.dayMissing') : faultAt(faults, 'at')}
          />
          <TextInput id={`time-${one.id}`} name="time" type="time" short label={say('fix.time')} />
          <TextInput
            id={`place-${one.id}`}
            name="place"
            maxLength={200}
            label={say('fix.place')}
            defaultValue={one.place}
          />
          <TextInput id={`note-${one.id}`} name="note" maxLength={500} optional label={say('move.note')} />
        </>
      )}
    </ActForm>
  )
}

/** What may be said or done now. */
const Deeds = ({ one, now }: { one: AppointmentRow; now: string }): ReactElement => {
  const [say, words] = [useWords(gatheringPageWords), useWords(appointmentWords)]
  const [tell, act] = [useStatus(), useAct(appointmentApi.say)]
  const [moving, setMoving] = useState(false)
  const open = (['came', 'didNotCome', 'toldUs'] as const).filter(
    (outcome) => outcome !== one.outcome && whyNotSay(one, outcome, now) === null,
  )
  if (moving) return <MoveForm one={one} onDone={() => setMoving(false)} />
  return (
    <>
      <Buttons>
        {open.map((outcome) => (
          <Button
            key={outcome}
            look="quiet"
            about={one.title}
            busy={act.isPending}
            onClick={() =>
              act.mutate(
                { params: { appointmentId: one.id }, body: { outcome } },
                { onSuccess: () => tell({ text: say('say.done') }) },
              )
            }
          >
            {words(`gatherings.outcome.${outcome}`)}
          </Button>
        ))}
        {one.outcome !== 'came' && (
          <Button look="quiet" icon="calendar" about={one.title} onClick={() => setMoving(true)}>
            {words('gatherings.move')}
          </Button>
        )}
      </Buttons>
      <Faults faults={[]} error={act.error} />
    </>
  )
}

/** One appointment: with whom or about what, when, where, how it went, and what may be done. */
export const AppointmentLine = (props: {
  one: AppointmentRow
  now: string
  title?: string
  href?: string
  who?: ReactNode
}): ReactElement => {
  const [say, words, language] = [useWords(gatheringPageWords), useWords(appointmentWords), useLanguage()]
  const { one, now } = props
  const parts = [
    // under the heading of a day its hour is enough
    props.title ? timeOnly(language, one.at) : `${dayName(language, one.at)}, ${timeOnly(language, one.at)}`,
    props.title ? one.title : words(`gatherings.kind.${one.kind}`),
    one.pactNumber ? say('case.pact', { number: one.pactNumber }) : '',
    one.place,
    one.with.length > 0 ? say('case.with', { names: one.with.join(', ') }) : '',
    one.movedFrom.length > 0
      ? say('case.moved', { days: one.movedFrom.map((at) => dateAndTime(language, at)).join('; ') })
      : '',
    one.note,
  ]
  return (
    <Row
      who={props.who}
      title={props.title ?? one.title}
      href={props.href}
      text={parts.filter(Boolean).join(' · ')}
      state={
        <>
          {one.outcome && <State tone={tones[one.outcome]}>{words(`gatherings.outcome.${one.outcome}`)}</State>}
          {one.canWrite && <Deeds one={one} now={now} />}
        </>
      }
    />
  )
}
