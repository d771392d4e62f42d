import type { ReactElement } from 'react'
import { Note } from '../../platform/web/kit/Card.tsx'
import type { FormState } from './form.hooks.ts'
import { usePactWords } from './pact.hooks.ts'

/** Says that the form opened with what had been typed and not sent. */
export const TypedBefore = ({ form }: { form: FormState }): ReactElement | null => {
  const say = usePactWords()
  return form.again ? <Note icon="pencil">{say('pacts.typedBefore')}</Note> : null
}
