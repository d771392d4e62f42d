import type { ReactElement } from 'react'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { signInApi } from '../core/signIn.api.ts'
import { signInWords } from '../core/signIn.words.ts'
import { Ask, errorAt, textOf } from './Ask.tsx'
import { Outside } from './Outside.tsx'

/** Asks for a link to choose a new password. */
export const ForgotPage = (): ReactElement => {
  const say = useWords(signInWords)
  const act = useAct(signInApi.forgot, [])
  return (
    <Outside>
      {act.isSuccess ? (
        <div role="status">
          <Sentence lead={say('forgot.doneLead')}>{say('forgot.done')}</Sentence>
        </div>
      ) : (
        <>
          <Sentence lead={say('forgot.lead')}>{say('forgot.sentence')}</Sentence>
          <Ask
            act={act}
            field="email"
            go={say('forgot.go')}
            icon="mail"
            onGo={(form) => act.mutate({ body: { email: textOf(form, 'email').trim() } })}
          >
            <TextInput
              id="email"
              name="email"
              type="email"
              autoComplete="username"
              label={say('signIn.email')}
              error={errorAt(act, 'email')}
            />
          </Ask>
        </>
      )}
      <TextLink href={at('/accedi')} icon="back">
        {say('back.signIn')}
      </TextLink>
    </Outside>
  )
}
