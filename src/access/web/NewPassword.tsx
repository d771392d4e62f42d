import { type ReactElement, useState } from 'react'
import { Check } from '../../platform/web/kit/Choice.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { signInWords } from '../core/signIn.words.ts'

/** The field of a new password, shown on request: it is typed once, so it must be seen. */
export const NewPassword = ({ error }: { error?: string | undefined }): ReactElement => {
  const say = useWords(signInWords)
  const [shown, setShown] = useState(false)
  return (
    <>
      <TextInput
        id="password"
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        maxLength={200}
        label={say('new.password')}
        hint={say('new.hint')}
        error={error}
      />
      <Check label={say('new.show')} checked={shown} onChange={(event) => setShown(event.target.checked)} />
    </>
  )
}
