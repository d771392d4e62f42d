import type { ReactElement } from 'react'
import { call } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { versionApi } from '../core/version.api.ts'
import { useFocusBack } from './focus.hooks.ts'
import { textIn, useForm } from './form.hooks.ts'
import { usePactWords } from './pact.hooks.ts'
import { useTold } from './told.hooks.ts'

/** Begins a new text of a pact that is under way, with the reason why, and opens it for writing. */
export const RenegotiateDialog = (props: { pactId: string; onClose: () => void }): ReactElement => {
  useFocusBack()
  const say = usePactWords()
  const go = useGo()
  const told = useTold()
  const form = useForm(['new-reason'], async (data) => {
    const reason = textIn(data, 'reason')
    if (reason === '') return [{ field: 'new-reason', message: say('pacts.needs.renegotiationReason') }]
    await call(versionApi.renegotiate, { params: { pactId: props.pactId }, body: { reason } })
    await told(say('pacts.done'))
    go(`/patti/${props.pactId}/scrivi`)
  })
  return (
    <Dialog open onClose={props.onClose} title={say('pacts.act.renegotiate')}>
      <p>{say('pacts.act.renegotiateAbout')}</p>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <ErrorSummary title={say('pacts.act.failed')} kept={say('pacts.kept')} errors={form.errors} />
        <TextInput
          id="new-reason"
          name="reason"
          maxLength={500}
          label={say('pacts.act.renegotiateReason')}
          error={form.errorOf('new-reason')}
        />
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.act.renegotiateGo')}
          </Button>
          <Button onClick={props.onClose}>{say('pacts.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
