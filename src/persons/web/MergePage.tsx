import { type FormEvent, type ReactElement, useState } from 'react'
import type { z } from 'zod'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Combobox } from '../../platform/web/kit/Combobox.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextArea } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters, useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { mergeApi } from '../core/merge.api.ts'
import { personWords } from '../core/person.words.ts'
import { personsWords } from '../core/persons.words.ts'
import { PersonField, type PersonSheet } from '../core/sheet.schema.ts'
import { MergeLines } from './MergeLines.tsx'
import { usePreview } from './merge.hooks.ts'
import { PersonFrame } from './PersonFrame.tsx'
import { usePeople } from './people.hooks.ts'

export type Preview = z.output<typeof mergeApi.preview.reply>

const obstacles = [
  'persons.mergeSelf',
  'persons.mergeAlready',
  'persons.mergeBothFollowed',
  'persons.mergeKeepFollowed',
] as const

/** Rooms whose pages show a person. The preview is not asked again: after the merge there is nothing to preview. */
const touched = ['persons', 'households', 'cases', 'outreach', 'desk'] as const

const Reasons = ({ preview }: { preview: Preview }): ReactElement => {
  const [say, words] = [useWords(personDeskWords), useWords(personWords)]
  const why = preview.reasons.map((reason) => words(`persons.match.${reason}`)).join(', ')
  const level = words(`persons.level.${preview.level}`).toLowerCase()
  return <p>{why ? say('merge.likeness', { level, why }) : say('merge.unlike')}</p>
}

const Join = ({ preview, onSwap }: { preview: Preview; onSwap: () => void }): ReactElement => {
  const [say, words] = [useWords(personDeskWords), useWords(personsWords)]
  const [tell, go] = [useStatus(), useGo()]
  const [merge, undo] = [useAct(mergeApi.merge, touched), useAct(mergeApi.undo, touched)]
  const faults = faultsIn(merge.error)
  const obstacle = obstacles.find((one) => one === preview.obstacle)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const chosen = PersonField.options.flatMap((field) => {
      const choice = texts[`choice-${field}`]
      return choice === 'kept' || choice === 'merged' ? [[field, choice] as const] : []
    })
    const body = {
      keepId: preview.kept.id,
      mergeId: preview.merged.id,
      choices: Object.fromEntries(chosen),
      reason: texts.reason ?? '',
    }
    const undoIt = (id: string): void => undo.mutate({ params: { id }, body: { reason: say('merge.undo') } })
    merge.mutate(
      { body },
      {
        onSuccess: ({ id, mergeId }) => {
          tell({ text: say('merge.done'), undo: () => undoIt(mergeId) })
          go(`/persone/${id}`)
        },
      },
    )
  }
  return (
    <Form onSubmit={submit}>
      <Faults faults={faults} error={merge.error} />
      <Reasons preview={preview} />
      <MergeLines preview={preview} />
      <p className="soft">{say('merge.moves', preview.moves)}</p>
      {obstacle && <Callout tone="late">{words(obstacle)}</Callout>}
      <TextArea id="reason" name="reason" label={say('merge.reason')} error={faultAt(faults, 'reason')} />
      <Buttons>
        <Button type="submit" look="main" icon="merge" busy={merge.isPending} disabled={obstacle !== undefined}>
          {say('merge.go')}
        </Button>
        <Button icon="repeat" onClick={onSwap}>
          {say('merge.swap')}
        </Button>
      </Buttons>
    </Form>
  )
}

const Compared = (props: { keepId: string; mergeId: string; onSwap: () => void }): ReactElement => {
  const found = usePreview(props.keepId, props.mergeId)
  return <Answered of={found}>{(preview) => <Join preview={preview} onSwap={props.onSwap} />}</Answered>
}

const Choose = ({ sheet }: { sheet: PersonSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const [filters, change] = useFilters()
  const [swapped, setSwapped] = useState(false)
  const { person } = sheet
  const search = usePeople(person.districtId, [person.id])
  const other = filters.con
  const [keepId, mergeId] = swapped ? [other, person.id] : [person.id, other]
  return (
    <div className="stack mt">
      <Combobox
        id="other"
        label={say('merge.other')}
        value={other ? { value: other, label: filters.nome ?? '' } : null}
        onChange={(option) => change({ con: option?.value, nome: option?.label })}
        search={search}
      />
      {keepId && mergeId && (
        <Compared key={keepId + mergeId} keepId={keepId} mergeId={mergeId} onSwap={() => setSwapped(!swapped)} />
      )}
    </div>
  )
}

/** Two records of one person side by side: what stays, what is added, what somebody must choose. */
export const MergePage = (): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <PersonFrame here={say('one.merge')}>
      {(sheet) => (
        <>
          <Sentence lead={say('merge.lead')}>{say('merge.title')}</Sentence>
          <Choose sheet={sheet} />
        </>
      )}
    </PersonFrame>
  )
}
