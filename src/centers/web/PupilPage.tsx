import type { ReactElement } from 'react'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { animalOf } from '../core/animals.ts'
import { classPageWords } from '../core/class.page.words.ts'
import type { ClassQuestion } from '../core/class.schema.ts'

export type PupilStep =
  | {
      readonly kind: 'enter'
      readonly code: string
      readonly number: string
      readonly problem: 'code' | 'number' | 'answered' | 'tries' | null
    }
  | {
      readonly kind: 'choose'
      readonly code: string
      readonly pupil: number
      readonly question: ClassQuestion
      readonly most: number
      readonly pupils: number
      readonly chosen: readonly number[]
      readonly tooMany: boolean
    }
  | { readonly kind: 'thanks' }

const Enter = ({ step }: { step: Extract<PupilStep, { kind: 'enter' }> }): ReactElement => {
  const say = useWords(classPageWords)
  const { problem } = step
  const isOfNumber = problem === 'number' || problem === 'answered'
  return (
    <>
      <Sentence lead={say('pupil.lead')}>{say('pupil.title')}</Sentence>
      {problem === 'tries' && <Callout tone="late">{say('pupil.wrong.tries')}</Callout>}
      <form className="form" method="post" action="/classe" noValidate>
        <TextInput
          id="code"
          name="code"
          label={say('pupil.code')}
          defaultValue={step.code}
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          error={problem === 'code' ? say('pupil.wrong.code') : undefined}
        />
        <TextInput
          id="number"
          name="number"
          short
          label={say('pupil.number')}
          defaultValue={step.number}
          maxLength={2}
          inputMode="numeric"
          autoComplete="off"
          error={isOfNumber ? say(`pupil.wrong.${problem}`) : undefined}
        />
        <Button type="submit" look="main" big>
          {say('pupil.go')}
        </Button>
      </form>
    </>
  )
}

const Choose = ({ step }: { step: Extract<PupilStep, { kind: 'choose' }> }): ReactElement => {
  const [say, language] = [useWords(classPageWords), useLanguage()]
  const others = Array.from({ length: step.pupils }, (_, no) => no + 1).filter((no) => no !== step.pupil)
  return (
    <>
      <Sentence
        eyebrow={say('pupil.you', { number: step.pupil, animal: animalOf(language, step.pupil) })}
        lead={`${say('pupil.most', { count: step.most })} ${say('pupil.quiet')}`}
      >
        {say(`pupil.question.${step.question}`)}
      </Sentence>
      {step.tooMany && (
        // said at the top too: the list is longer than the screen
        <div role="alert">
          <Callout tone="late">{say('pupil.tooMany', { count: step.most })}</Callout>
        </div>
      )}
      <form className="form" method="post" action="/classe" noValidate>
        <input type="hidden" name="code" value={step.code} />
        <input type="hidden" name="number" value={step.pupil} />
        <input type="hidden" name="done" value="yes" />
        <ChoiceGroup
          id="choice"
          name="choice"
          many
          columns={2}
          label={say(`pupil.question.${step.question}`)}
          defaultValue={step.chosen.map(String)}
          error={step.tooMany ? say('pupil.tooMany', { count: step.most }) : undefined}
          options={others.map((no) => ({ value: String(no), label: `${no} ${animalOf(language, no)}` }))}
        />
        <Button type="submit" look="main" big>
          {say('pupil.send')}
        </Button>
      </form>
    </>
  )
}

const Thanks = (): ReactElement => {
  const say = useWords(classPageWords)
  return (
    <>
      <Sentence lead={say('pupil.thanksHint')}>{say('pupil.thanks')}</Sentence>
      <p>
        <LinkButton href="/classe">{say('pupil.next')}</LinkButton>
      </p>
    </>
  )
}

/** What a pupil sees: the door, the one question, and thanks. No name is asked, and nothing of others is told. */
export const PupilPage = ({ step }: { step: PupilStep }): ReactElement => (
  <div className="stack">
    {step.kind === 'enter' && <Enter step={step} />}
    {step.kind === 'choose' && <Choose step={step} />}
    {step.kind === 'thanks' && <Thanks />}
  </div>
)
