import { type FormEvent, type ReactElement, useState } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Clashes } from '../../platform/web/Clashes.tsx'
import { call, type Problem, Refused } from '../../platform/web/call.ts'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { useVersioned } from '../../platform/web/versioned.hooks.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { deadlineNames } from '../core/deadlines.ts'
import {
  deadlineField,
  type ProgrammeFault,
  programmeTexts,
  readProgramme,
  signerRoles,
} from '../core/programme.form.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { Programme } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Allowed } from './Allowed.tsx'
import { DeadlineFields, deadlineFault } from './DeadlineFields.tsx'
import { ProgrammeFields, RuleFields } from './ProgrammeFields.tsx'

type Opened = Programme & { readonly version: number }

/** Texts joined by hand may be no number: the form then says so as the server would. */
const unfit = (messages: readonly string[]): Problem => ({
  status: 422,
  code: 'settings.unfit',
  title: messages.join(' '),
})

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

const useShown = (): ((name: string, text: string) => string) => {
  const say = useWords(settingsWebWords)
  return (name, text) =>
    name === 'requiredSigners'
      ? signerRoles
          .filter((role) => text.split(',').includes(role))
          .map((role) => say(`signer.${role}`))
          .join(', ')
      : text
}

const useSaving = (programme: Opened) => {
  const tellFault = useFaultWords()
  const act = useAct(settingsApi.changeProgramme)
  const saving = useVersioned<Opened>({
    opened: programme,
    textsOf: programmeTexts,
    reload: () => call(settingsApi.programme),
    send: async (texts, version) => {
      const read = readProgramme(texts)
      if (!read.ok) throw new Refused(unfit(read.faults.map((fault) => tellFault(fault).message)))
      await act.mutateAsync({ body: { ...read.programme, version } })
    },
  })
  return { act, saving }
}

const Editor = ({ programme }: { programme: Opened }): ReactElement => {
  const say = useWords(settingsWebWords)
  const [tell, go, tellFault] = [useStatus(), useGo(), useFaultWords()]
  const [labelOf, shown] = [useLabel(), useShown()]
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
      <Clashes
        clashes={saving.clashes}
        labelOf={labelOf}
        shown={shown}
        busy={act.isPending}
        problem={saving.problem}
        onResolve={(texts) => void leave(saving.resolve(texts))}
      />
    )
  const [texts, faults] = [programmeTexts(programme), own.length > 0 ? own.map(tellFault) : faultsIn(saving.problem)]
  return (
    <Form onSubmit={submit}>
      <Faults faults={faults} error={saving.problem} />
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
