import type { ReactElement } from 'react'
import { Button } from '../../../platform/web/kit/Button.tsx'
import { TextInput } from '../../../platform/web/kit/Field.tsx'
import { Sentence } from '../../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../../platform/web/language.tsx'
import { personsWords } from '../../core/persons.words.ts'

export type CardProblem = 'wrong' | 'form' | 'closed' | 'unknown' | null

/** Opened by the code of a card: asks the six digits printed on it. */
export const CardEntry = ({ problem }: { problem: CardProblem }): ReactElement => {
  const say = useWords(personsWords)
  if (problem === 'closed' || problem === 'unknown')
    return <Sentence lead={say(`persons.own.${problem}Lead`)}>{say(`persons.own.${problem}`)}</Sentence>
  return (
    <div className="stack">
      <Sentence lead={say('persons.own.pinLead')}>{say('persons.own.pinTitle')}</Sentence>
      <form className="form" method="post" noValidate>
        <TextInput
          id="pin"
          name="pin"
          label={say('persons.own.pin')}
          hint={say('persons.own.pinHint')}
          error={problem ? say(`persons.own.${problem}`) : undefined}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          short
        />
        <Button type="submit" look="main" wide>
          {say('persons.own.enter')}
        </Button>
      </form>
    </div>
  )
}

/** After leaving. */
export const CardLeft = (): ReactElement => {
  const say = useWords(personsWords)
  return <Sentence lead={say('persons.own.leftLead')}>{say('persons.own.left')}</Sentence>
}
