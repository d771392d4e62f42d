import type { ReactElement } from 'react'
import { call } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { DateInput, TextArea } from '../../platform/web/kit/Field.tsx'
import { pactApi } from '../core/pact.api.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import type { PactMove } from '../core/pact.ts'
import { versionApi } from '../core/version.api.ts'
import type { VersionMove } from '../core/version.ts'
import { useFocusBack } from './focus.hooks.ts'
import { type FormState, someIn, useForm } from './form.hooks.ts'
import { usePactWords, useWhen } from './pact.hooks.ts'
import { useTold } from './told.hooks.ts'

export type Asked =
  | { readonly of: 'pact'; readonly move: PactMove }
  | { readonly of: 'text'; readonly move: VersionMove }

/** Moves that are made at once: another move takes them back. */
export const asksNothing = (move: string): boolean => ['submit', 'sign', 'resume', 'putInForce'].includes(move)
const withReason = ['takeBack', 'suspend', 'extend', 'interrupt', 'transfer', 'withdraw']

type Making = (asked: Asked, more?: Record<string, string | undefined>, before?: () => void) => Promise<void>

/** Makes a move of the pact, or of its renegotiated text, and says so; `before` runs when it is made and not yet said. */
export const useMove = (sheet: PactSheet): Making => {
  const told = useTold()
  const say = usePactWords()
  return async ({ of, move }, more = {}, before) => {
    const pactId = sheet.pact.id
    if (of === 'pact') await call(pactApi.move, { params: { pactId }, body: { move, ...more } })
    else {
      const versionId = sheet.pending?.id ?? ''
      await call(versionApi.move, { params: { pactId, versionId }, body: { move, ...more } })
    }
    before?.()
    await told(say(of === 'text' && move === 'refuse' ? 'pacts.act.done.refuseText' : `pacts.act.done.${move}`))
  }
}

const Questions = ({ sheet, move, form }: { sheet: PactSheet; move: string; form: FormState }): ReactElement => {
  const say = usePactWords()
  const { day } = useWhen()
  const { endsOn } = sheet.pact
  return (
    <>
      {move === 'suspend' && (
        <DateInput id="move-until" name="until" label={say('pacts.act.until')} error={form.errorOf('move-until')} />
      )}
      {move === 'extend' && (
        <DateInput
          id="move-newEnd"
          name="newEnd"
          label={say('pacts.act.newEnd')}
          hint={endsOn && say('pacts.act.newEndHint', { day: day(endsOn) })}
          defaultValue={endsOn ?? ''}
          error={form.errorOf('move-newEnd')}
        />
      )}
      {withReason.includes(move) && (
        <TextArea
          id="move-reason"
          name="reason"
          label={say(move === 'withdraw' ? 'pacts.act.reasonOptional' : 'pacts.act.reason')}
          optional={move === 'withdraw'}
          maxLength={4000}
          error={form.errorOf('move-reason')}
        />
      )}
    </>
  )
}

/** Asks what a move needs before it is made; what was typed stays when it is turned down. */
export const MoveDialog = (props: { sheet: PactSheet; asked: Asked; onClose: () => void }): ReactElement => {
  useFocusBack()
  const say = usePactWords()
  const make = useMove(props.sheet)
  const { of, move } = props.asked
  const ids =
    move === 'suspend'
      ? ['move-until', 'move-reason']
      : move === 'extend'
        ? ['move-newEnd', 'move-reason']
        : ['move-reason']
  const form = useForm(ids, async (data) => {
    const empty = withReason.includes(move) && move !== 'withdraw' && !someIn(data, 'reason')
    if (empty) return [{ field: 'move-reason', message: say('pacts.needs.reason') }]
    await make(props.asked, {
      reason: someIn(data, 'reason'),
      until: someIn(data, 'until'),
      newEnd: someIn(data, 'newEnd'),
    })
    props.onClose()
  })
  const isGrave = move === 'interrupt' || move === 'transfer' || move === 'withdraw' || move === 'abandon'
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={of === 'pact' ? say(`pacts.move.${move}`) : say(`pacts.versionMove.${move}`)}
    >
      <p>{say(`pacts.act.about.${move}`)}</p>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <ErrorSummary title={say('pacts.act.failed')} kept={say('pacts.kept')} errors={form.errors} />
        <Questions sheet={props.sheet} move={move} form={form} />
        <div className="btns" id={withReason.includes(move) ? undefined : 'move-reason'} tabIndex={-1}>
          <Button type="submit" look={isGrave ? 'danger' : 'main'} busy={form.busy}>
            {of === 'pact' ? say(`pacts.move.${move}`) : say(`pacts.versionMove.${move}`)}
          </Button>
          <Button onClick={props.onClose}>{say('pacts.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
