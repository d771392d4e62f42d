import { type ReactElement, useMemo, useState } from 'react'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout, Card } from '../../platform/web/kit/Card.tsx'
import { Check, ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { TextArea } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import type { OpenedCase, TimelineItem } from '../core/case.api.ts'
import { caseWords } from '../core/case.words.ts'
import { noteApi } from '../core/diary.api.ts'
import { hintsIn } from '../core/hints.ts'
import { NoteKind } from '../core/note.schema.ts'
import { casePageWords } from '../core/page.words.ts'

/** Points out identifiers in a text before it is saved; it never stops anybody. */
const Hints = ({ text }: { text: string }): ReactElement => {
  const say = useWords(casePageWords)
  return (
    <div role="status">
      {hintsIn(text).map((hint) => (
        <Callout key={hint}>{say(`diary.hint.${hint}`)}</Callout>
      ))}
    </div>
  )
}

/** Kept in memory and nowhere else: a note must not outlive the window on a shared computer. */
const drafts = new Map<string, string>()

/** A text that is written stays until it is saved, whatever page is opened meanwhile. */
const useDraft = (name: string): readonly [string, (text: string) => void] => {
  const [text, setText] = useState(() => drafts.get(name) ?? '')
  const change = (next: string): void => {
    drafts.set(name, next)
    setText(next)
  }
  return [text, change]
}

/** What goes to the person's own page is chosen on purpose. */
const usualKind = (one: OpenedCase): NoteKind =>
  one.rights.noteKinds.includes('professional') ? 'professional' : 'shared'

const KindChoice = ({ one }: { one: OpenedCase }): ReactElement => {
  const [say, words] = [useWords(casePageWords), useWords(caseWords)]
  return (
    <ChoiceGroup
      id="kind"
      name="kind"
      label={say('diary.kind')}
      columns={1}
      defaultValue={[usualKind(one)]}
      options={one.rights.noteKinds.map((kind) => ({
        value: kind,
        label: words(`cases.note.${kind}`),
        detail: say(`diary.kind.${kind}`),
      }))}
    />
  )
}

/** A note of one of the three kinds, each told in plain words. */
export const NoteForm = ({ one }: { one: OpenedCase }): ReactElement => {
  const [say, tell, act] = [useWords(casePageWords), useStatus(), useAct(noteApi.write)]
  const [text, setText] = useDraft(`note ${one.id}`)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each saved note asks for a key of its own
  const key = useMemo(() => crypto.randomUUID(), [round])
  return (
    <Card title={say('diary.write')} level={2}>
      <ActForm
        act={act}
        go={say('diary.save')}
        icon="save"
        onGo={(texts, clear) => {
          const body = {
            kind: NoteKind.catch(usualKind(one)).parse(texts.kind),
            isHealth: texts.isHealth === 'on',
            text,
          }
          const onSuccess = (): void => {
            if (drafts.get(`note ${one.id}`) === text) {
              clear()
              setText('')
            }
            setRound(round + 1)
            tell({ text: say('diary.saved') })
          }
          act.mutate({ params: { caseId: one.id }, body, key }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <TextArea
              id="text"
              label={say('diary.text')}
              rows={5}
              maxLength={8000}
              value={text}
              error={faultAt(faults, 'text')}
              onChange={(event) => setText(event.target.value)}
            />
            <Hints text={text} />
            <KindChoice one={one} />
            {one.rights.noteKinds.includes('professional') && <Check name="isHealth" label={say('diary.health')} />}
          </>
        )}
      </ActForm>
    </Card>
  )
}

/** The right wording of a note of one's own; the old one stays below. */
export const CorrectForm = (props: { item: TimelineItem; caseId: string; onDone: () => void }): ReactElement => {
  const [say, act] = [useWords(casePageWords), useAct(noteApi.correct)]
  const [text, setText] = useState(props.item.text)
  const params = { caseId: props.caseId, noteId: props.item.id }
  return (
    <ActForm
      act={act}
      go={say('diary.correctSave')}
      tail={<Button onClick={props.onDone}>{say('cancel')}</Button>}
      onGo={() => act.mutate({ params, body: { text, isHealth: props.item.isHealth } }, { onSuccess: props.onDone })}
    >
      {(faults) => (
        <>
          <TextArea
            id={`text-${props.item.id}`}
            label={say('diary.correctText')}
            rows={4}
            maxLength={8000}
            value={text}
            error={faultAt(faults, 'text')}
            onChange={(event) => setText(event.target.value)}
          />
          <Hints text={text} />
        </>
      )}
    </ActForm>
  )
}
