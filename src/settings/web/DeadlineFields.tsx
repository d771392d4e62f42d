import type { ReactElement } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { Fieldset, TextInput } from '../../platform/web/kit/Field.tsx'
import { type Say, useWords } from '../../platform/web/language.tsx'
import { type DeadlineName, deadlineGroups, deadlineText, limitsOf, unitOf } from '../core/deadlines.ts'
import { deadlineField } from '../core/programme.form.ts'
import type { Deadlines } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Words = Say<keyof (typeof settingsWebWords)['it'] & string>

/** What is wrong with a deadline, in words. */
export const deadlineFault = (say: Words, name: DeadlineName): string =>
  say(name === 'followUpMonths' ? 'limitsList' : 'limitsWrong', { label: say(`deadline.${name}`), ...limitsOf(name) })

type Props = {
  readonly texts: Texts
  readonly faults: readonly Fault[]
  /** The programme's deadlines, when those of the form stand in for them in a district. */
  readonly followed?: Deadlines | undefined
}

const OneDeadline = ({ name, texts, faults, followed }: Props & { name: DeadlineName }): ReactElement => {
  const say = useWords(settingsWebWords)
  const unit = say(`unit.${unitOf(name)}`)
  const id = deadlineField(name)
  const why = say('limits', { why: say(`deadline.${name}.why`), unit, ...limitsOf(name) })
  const follows = followed && say('follows', { value: deadlineText(followed[name]) })
  return (
    <TextInput
      id={id}
      name={id}
      label={
        unitOf(name) === 'times' ? say(`deadline.${name}`) : say('withUnit', { label: say(`deadline.${name}`), unit })
      }
      hint={[why, follows].filter(Boolean).join(' ')}
      inputMode={name === 'followUpMonths' ? 'text' : 'numeric'}
      short
      autoComplete="off"
      defaultValue={texts[id] ?? ''}
      error={faultAt(faults, id)}
    />
  )
}

/** Every deadline under the part of the story it belongs to. */
export const DeadlineFields = (props: Props): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <>
      {deadlineGroups.map(({ key, names }) => (
        <Fieldset key={key} id={`group-${key}`} legend={say(`group.${key}`)} boxed>
          {names.map((name) => (
            <OneDeadline key={name} name={name} {...props} />
          ))}
        </Fieldset>
      ))}
    </>
  )
}
