import type { ReactElement } from 'react'
import { call } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { DateInput, Select } from '../../platform/web/kit/Field.tsx'
import { followApi } from '../core/follow.api.ts'
import { useFocusBack } from './focus.hooks.ts'
import { textIn, useForm } from './form.hooks.ts'
import { usePactWords } from './pact.hooks.ts'
import { useTold } from './told.hooks.ts'

/** Sets the day by which a review is to be held. */
export const ReviewDayDialog = (props: { pactId: string; final?: boolean; onClose: () => void }): ReactElement => {
  useFocusBack()
  const say = usePactWords()
  const told = useTold()
  const form = useForm(['review-due', 'review-kind'], async (data) => {
    const due = textIn(data, 'due')
    if (due === '') return [{ field: 'review-due', message: say('pacts.act.dayMissing') }]
    const kind = textIn(data, 'kind') === 'final' ? 'final' : 'interim'
    await call(followApi.scheduleReview, { params: { pactId: props.pactId }, body: { kind, due } })
    await told(say('pacts.hold.fixed'))
    props.onClose()
    return undefined
  })
  const kinds = (['interim', 'final'] as const).map((kind) => ({ value: kind, label: say(`pacts.review.${kind}`) }))
  return (
    <Dialog open onClose={props.onClose} title={say('pacts.hold.fix')}>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <ErrorSummary title={say('pacts.toMend')} kept={say('pacts.kept')} errors={form.errors} />
        <Select
          id="review-kind"
          name="kind"
          label={say('pacts.hold.fixKind')}
          options={kinds}
          defaultValue={props.final ? 'final' : 'interim'}
        />
        <DateInput id="review-due" name="due" label={say('pacts.hold.fixDue')} error={form.errorOf('review-due')} />
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.hold.fix')}
          </Button>
          <Button onClick={props.onClose}>{say('pacts.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
