import { type FormEvent, lazy, type ReactElement, Suspense, useState } from 'react'
import { answerWords } from '../../platform/core/answer.words.ts'
import type { Texts } from '../../platform/core/clash.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { call } from '../../platform/web/call.ts'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { useVersioned } from '../../platform/web/versioned.hooks.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { deadlineNames } from '../core/deadlines.ts'
import { deadlineField, type ProgrammeFault, programmeTexts, readProgramme } from '../core/programme.form.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { Programme } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Allowed } from './Allowed.tsx'
import { DeadlineFields, deadlineFault } from './DeadlineFields.tsx'
import { ProgrammeFields, RuleFields } from './ProgrammeFields.tsx'

const ConflictView = lazy(async () => ({ default: (await import('../../platform/web/kit/Compare.tsx')).ConflictView }))

type Opened = Programme & { readonly version: number }

const useFaultWords = (): ((fault: ProgrammeFault) => { field: string; message: string }) => {
  const say = useWords(settingsWebWords)
  return ({ field, kind }) => {
    const deadline = deadlineNames.find((name) => deadlineField(name) === field)
    if (deadline) return { field, message: deadlineFault(say, deadline) }
    if (kind === 'period') return { field, message: say('period') }
    if (field === 'smallCell') return { field, message: say('smallCellWrong') }
    return { field, message: say(field === 'name' ? 'nameMissing' : 'privacyNoticeMissing') }
  }
}

const useLabel = (): ((name: string) => string) => {
  const say = useWords(settingsWebWords)
  return (name) => {
    const deadline = deadlineNames.find((one) => deadlineField(one) === name)
    return deadline
      ? say(`deadline.${deadline}`)
      : say(name as 'name' | 'funder' | 'startsOn' | 'endsOn' | 'requiredSigners' | 'smallCell' | 'privacyNotice')
  }
}

const useSaving = (programme: Opened) => {
  const act = useAct(settingsApi.changeProgramme)
  const saving = useVersioned<Opened>({
    opened: programme,
    textsOf: programmeTexts,
    reload: () => call(settingsApi.programme),
    send: async (texts, version) => {
      const read = readProgramme(texts)
      if (read.ok) await act.mutateAsync({ body: { ...read.programme, version } })
    },
  })
  return { act, saving }
}

const Editor = ({ programme }: { programme: Opened }): ReactElement => {
  const [say, sayAnswer] = [useWords(settingsWebWords), useWords(answerWords)]
  const [tell, go, tellFault, labelOf] = [useStatus(), useGo(), useFaultWords(), useLabel()]
  const [own, setOwn] = useState<readonly ProgrammeFault[]>([])
  const { act, saving } = useSaving(programme)
  const leave = async (kept: Promise<boolean>): Promise<void> => {
    if (!(await kept)) return
    tell({ text: say('saved') })
    go('/amministrazione')
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const read = readProgramme(texts)
    setOwn(read.ok ? [] : read.faults)
    if (read.ok) void leave(saving.save(texts))
  }
  if (saving.clashes.length > 0)
    return (
      <Suspense>
        <Note>{sayAnswer('meanwhile')}</Note>
        <ConflictView
          busy={act.isPending}
          onResolve={(texts: Texts) => void leave(saving.resolve(texts))}
          fields={saving.clashes.map((clash) => ({
            ...clash,
            label: labelOf(clash.name),
            who: sayAnswer('somebody'),
            when: sayAnswer('justNow'),
          }))}
        />
      </Suspense>
    )
  const [texts, faults] = [programmeTexts(programme), own.length > 0 ? own.map(tellFault) : faultsIn(act.error)]
  return (
    <Form onSubmit={submit}>
      <Faults faults={faults} error={act.error} />
      <ProgrammeFields texts={texts} faults={faults} />
      <DeadlineFields texts={texts} faults={faults} />
      <RuleFields texts={texts} faults={faults} />
      <div className="btns">
        <Button type="submit" look="main" busy={act.isPending}>
          {say('save')}
        </Button>
      </div>
    </Form>
  )
}

/** The programme: what it is, its deadlines, its rules. */
export const ProgrammePage = (): ReactElement => {
  const say = useWords(settingsWebWords)
  const programme = useRead(settingsApi.programme)
  return (
    <Allowed crumbs={[{ label: say('programme') }]}>
      <Answered of={programme}>
        {(found) => (
          <>
            <Sentence lead={say('programmeLead')}>
              {weighed(say('programmeSentence', { programme: found.name }))}
            </Sentence>
            <Editor programme={found} />
          </>
        )}
      </Answered>
    </Allowed>
  )
}
