import { type ReactElement, useState } from 'react'
import { dayOf } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { TextArea } from '../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { mergeApi } from '../core/merge.api.ts'
import { personWords } from '../core/person.words.ts'
import type { MergeNote, PersonField } from '../core/sheet.schema.ts'

const Undo = ({ merge }: { merge: MergeNote }): ReactElement => {
  const [say, words, tell] = [useWords(personDeskWords), useWords(personWords), useStatus()]
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(mergeApi.undo, ['persons', 'households'])
  const faults = faultsIn(act.error)
  const told = ({ stayed }: { stayed: readonly PersonField[] }): void => {
    const fields = stayed.map((field) => words(`persons.field.${field}`)).join(', ')
    tell({ text: fields ? say('one.undoneBut', { fields }) : say('one.undone') })
  }
  // the row is gone once the merge is undone, and callbacks of a component that is gone are not called
  const undo = (): Promise<void> =>
    act.mutateAsync({ params: { id: merge.id }, body: { reason } }).then(told, () => undefined)
  return (
    <>
      <Button icon="undo" about={merge.name} onClick={() => setOpen(true)}>
        {say('one.undo')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={say('one.undo')}
        acts={
          <Button look="danger" busy={act.isPending} onClick={() => void undo()}>
            {say('one.undo')}
          </Button>
        }
      >
        <Faults faults={faults} error={act.error} />
        <TextArea
          id="reason"
          label={say('one.undoReason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={faultAt(faults, 'reason')}
        />
      </Dialog>
    </>
  )
}

/** The records that were joined to this one, each with its way back. */
export const Merges = ({ merges }: { merges: readonly MergeNote[] }): ReactElement | null => {
  const [say, language] = [useWords(personDeskWords), useLanguage()]
  if (merges.length === 0) return null
  return (
    <Section id="unioni" title={say('one.merges')} count={merges.length}>
      <Rows>
        {merges.map((merge) => (
          <Row
            key={merge.id}
            title={merge.name}
            text={say('one.mergeLine', {
              day: longDate(language, dayOf(merge.at)),
              by: merge.by,
              reason: merge.reason,
            })}
            go={<Undo merge={merge} />}
          />
        ))}
      </Rows>
    </Section>
  )
}
