import type { ReactElement } from 'react'
import { call, Refused } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { ChoiceGroup, type ChoiceOption } from '../../platform/web/kit/Choice.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { DateInput, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { PaymentState } from '../core/content.schema.ts'
import { NewMark, pactApi } from '../core/pact.api.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
import { useFocusBack } from './focus.hooks.ts'
import { someIn, textIn, useForm } from './form.hooks.ts'
import { type PactKey, usePactWords, useToday } from './pact.hooks.ts'
import { useTold } from './told.hooks.ts'

/** What is to be marked, how it is said, and how it stands now. */
export type Marked = {
  readonly about: 'commitment' | 'step' | 'goal' | 'support'
  readonly itemId: string
  readonly say: string
  readonly now: string
}

type Written = { value: string; on: string; note: string; late?: string | undefined }

/** Marks an item; the status line offers to put it back to how it was. */
export const useMark = (pactId: string): ((marked: Marked, written: Written) => Promise<void>) => {
  const told = useTold()
  const tell = useStatus()
  const say = usePactWords()
  const send = async ({ about, itemId }: Marked, written: Written): Promise<void> => {
    const value = about === 'goal' ? Number(written.value) : written.value
    const body = NewMark.parse({ ...written, about, itemId, value, late: written.late || undefined })
    await call(pactApi.mark, { params: { pactId }, body })
  }
  return async (marked, written) => {
    await send(marked, written)
    await told(say('pacts.mark.saved'), () => {
      send(marked, { ...written, value: marked.now, note: '' }).then(
        () => told(say('pacts.mark.undone')),
        (error: unknown) => tell({ text: error instanceof Refused ? error.problem.title : say('pacts.broken') }),
      )
    })
  }
}

const useOptions = ({ about }: Marked): { legend: PactKey; options: ChoiceOption[] } => {
  const say = usePactWords()
  if (about === 'goal')
    return {
      legend: 'pacts.mark.ladder',
      options: ([0, 1, 2, 3, 4] as const).map((step) => ({ value: String(step), label: say(`pacts.ladder.${step}`) })),
    }
  if (about === 'support')
    return {
      legend: 'pacts.mark.payment',
      options: PaymentState.options.map((state) => ({ value: state, label: say(`pacts.payment.${state}`) })),
    }
  return {
    legend: 'pacts.mark.title',
    options: (['kept', 'notKept', 'released', 'planned'] as const).map((value) => ({
      value,
      label: say(`pacts.mark.${value}`),
      detail: say(`pacts.mark.${value}Hint`),
    })),
  }
}

/** Asks how something went, on which day, in a few words. */
export const MarkDialog = (props: { sheet: PactSheet; marked: Marked; onClose: () => void }): ReactElement => {
  useFocusBack()
  const say = usePactWords()
  const today = useToday()
  const mark = useMark(props.sheet.pact.id)
  const { legend, options } = useOptions(props.marked)
  const over = isOver(props.sheet.pact.state)
  const form = useForm(['mark-value-0', 'mark-on', 'mark-note', 'mark-late'], async (data) => {
    const on = textIn(data, 'on')
    const late = someIn(data, 'late')
    if (on === '' || on > today) return [{ field: 'mark-on', message: say('pacts.act.dayMissing') }]
    if (over && (late?.length ?? 0) < 20) return [{ field: 'mark-late', message: say('pacts.late.reason') }]
    await mark(props.marked, { value: textIn(data, 'value'), on, note: textIn(data, 'note'), late })
    props.onClose()
  })
  return (
    <Dialog open onClose={props.onClose} title={say('pacts.mark.title')}>
      <p>{props.marked.say}</p>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <ErrorSummary title={say('pacts.toMend')} kept={say('pacts.kept')} errors={form.errors} />
        <ChoiceGroup
          id="mark-value"
          name="value"
          label={say(legend)}
          columns={1}
          options={options}
          defaultValue={[props.marked.now === 'planned' ? 'kept' : props.marked.now]}
        />
        <DateInput
          id="mark-on"
          name="on"
          label={say('pacts.mark.on')}
          defaultValue={today}
          max={today}
          error={form.errorOf('mark-on')}
        />
        <TextInput
          id="mark-note"
          name="note"
          optional
          maxLength={300}
          label={say('pacts.mark.note')}
          hint={props.marked.about === 'commitment' ? say('pacts.mark.noteHint') : undefined}
          error={form.errorOf('mark-note')}
        />
        {over && (
          <TextArea
            id="mark-late"
            name="late"
            maxLength={500}
            label={say('pacts.mark.late')}
            error={form.errorOf('mark-late')}
          />
        )}
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.mark.save')}
          </Button>
          <Button onClick={props.onClose}>{say('pacts.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
