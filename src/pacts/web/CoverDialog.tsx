import type { ReactElement } from 'react'
import { shiftApi } from '../../hours/core/shift.api.ts'
import { call } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { DateInput, TextInput } from '../../platform/web/kit/Field.tsx'
import { useFocusBack } from './focus.hooks.ts'
import { textIn, useForm } from './form.hooks.ts'
import { usePactWords, useToday } from './pact.hooks.ts'
import { useTold } from './told.hooks.ts'

/** An insurance policy brought after signing: the signed text stays as it is. */
export const CoverDialog = (props: { pactId: string; giveBackId: string; onClose: () => void }): ReactElement => {
  useFocusBack()
  const say = usePactWords()
  const today = useToday()
  const told = useTold()
  const form = useForm(['cover-policy', 'cover-insurer', 'cover-from', 'cover-to'], async (data) => {
    const [policy, insurer, from, to] = ['policy', 'insurer', 'from', 'to'].map((name) => textIn(data, name))
    if (!policy || !from || !to || to < from)
      return [{ field: 'cover-policy', message: say('pacts.write.coverMissing') }]
    const body = { giveBackId: props.giveBackId, policy, insurer: insurer ?? '', from, to }
    await call(shiftApi.addCover, { params: { pactId: props.pactId }, body })
    await told(say('pacts.done'))
    props.onClose()
    return undefined
  })
  return (
    <Dialog open onClose={props.onClose} title={say('pacts.page.addCover')}>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <ErrorSummary title={say('pacts.toMend')} kept={say('pacts.kept')} errors={form.errors} />
        <TextInput
          id="cover-policy"
          name="policy"
          maxLength={80}
          label={say('pacts.field.covers.policy')}
          error={form.errorOf('cover-policy')}
        />
        <TextInput
          id="cover-insurer"
          name="insurer"
          maxLength={120}
          optional
          label={say('pacts.field.covers.insurer')}
        />
        <DateInput id="cover-from" name="from" defaultValue={today} label={say('pacts.field.covers.from')} />
        <DateInput id="cover-to" name="to" label={say('pacts.field.covers.to')} error={form.errorOf('cover-to')} />
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.write.coverSave')}
          </Button>
          <Button onClick={props.onClose}>{say('pacts.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
