import type { ReactElement } from 'react'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { interviewWords } from '../core/interview.words.ts'
import { TieKind } from '../core/tie.schema.ts'
import { tieWords } from '../core/tie.words.ts'
import { Have, Resource, type ResourceAnswer } from '../core/wave.schema.ts'
import { resourceCounts } from '../core/wave.ts'
import { useInterview, useTold } from './interview.hooks.ts'

const Hand = (props: {
  item: Resource
  answer: ResourceAnswer | undefined
  onAnswer: (answer: ResourceAnswer) => void
}): ReactElement => {
  const [say, ties] = [useWords(interviewWords), useWords(tieWords)]
  const { item, answer, onAnswer } = props
  return (
    <>
      <ChoiceGroup
        id={`hand-${item}`}
        name={`hand-${item}`}
        columns={3}
        label={say(`hands.${item}`)}
        value={answer ? [answer.have] : []}
        options={Have.options.map((value) => ({ value, label: say(`hands.${value}`) }))}
        input={{
          onChange: (event) =>
            onAnswer({ item, have: Have.catch('unsure').parse(event.target.value), kind: answer?.kind ?? null }),
        }}
      />
      {answer?.have === 'yes' && (
        <Select
          id={`hand-${item}-kind`}
          optional
          label={say('hands.kind')}
          empty={say('hands.anyKind')}
          value={answer.kind ?? ''}
          options={TieKind.options.map((value) => ({ value, label: ties(`ties.kind.${value}`) }))}
          onChange={(event) => {
            const kind = TieKind.safeParse(event.target.value)
            onAnswer({ ...answer, kind: kind.success ? kind.data : null })
          }}
        />
      )}
    </>
  )
}

/** Ten everyday things, no names: is there somebody? */
export const InterviewHands = (): ReactElement => {
  const [say, told, { tell }] = [useWords(interviewWords), useTold(), useInterview()]
  const { resources } = told
  const { asked, had } = resourceCounts(resources)
  const onAnswer = (answer: ResourceAnswer): void =>
    tell({ kind: 'resources', answers: [...resources.filter(({ item }) => item !== answer.item), answer] })
  return (
    <>
      <Sentence lead={say('hands.lead')}>{weighed(say('hands.title', { name: told.person }))}</Sentence>
      {asked > 0 && <p className="lead">{weighed(say('sofar.hands', { count: had, asked }))}</p>}
      <div className="block form talk__hands">
        {Resource.options.map((item) => (
          <Hand
            key={item}
            item={item}
            answer={resources.find((answer) => answer.item === item)}
            onAnswer={(answer) => onAnswer(answer.have === 'yes' ? answer : { ...answer, kind: null })}
          />
        ))}
      </div>
    </>
  )
}
