import { type FormEvent, type ReactElement, useState } from 'react'
import { z } from 'zod'
import type { Texts } from '../../platform/core/clash.ts'
import { dateAndTime } from '../../platform/core/words.ts'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { ConflictView } from '../../platform/web/kit/Compare.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Fieldset } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personApi } from '../core/person.api.ts'
import { patchOf } from '../core/person.form.ts'
import { personWords } from '../core/person.words.ts'
import { PersonField, type PersonSheet, type PersonValues } from '../core/sheet.schema.ts'
import { useFieldText } from './PersonFacts.tsx'
import { ContactFields, MoreFields, NameFields } from './PersonFields.tsx'
import { PersonFrame } from './PersonFrame.tsx'
import { nameOf } from './PersonLine.tsx'

const Clashes = z.object({
  version: z.int(),
  clashes: z.array(
    z.object({ field: PersonField, mine: z.unknown(), theirs: z.unknown(), who: z.string(), at: z.string() }),
  ),
})
type Clashes = z.infer<typeof Clashes>
type Patch = Partial<PersonValues>

/** Both values of each field that clashes; what is chosen is sent again under the newer version. */
const Choose = (props: {
  told: Clashes
  patch: Patch
  busy: boolean
  onSend: (patch: Patch, version: number) => void
}): ReactElement => {
  const [say, words, textOf, language] = [
    useWords(personDeskWords),
    useWords(personWords),
    useFieldText(),
    useLanguage(),
  ]
  const { told, patch } = props
  const fields = told.clashes.map(({ field, mine, theirs, who, at: when }) => ({
    name: field,
    label: words(`persons.field.${field}`),
    mine: textOf(field, mine),
    theirs: textOf(field, theirs),
    who,
    when: dateAndTime(language, when),
  }))
  const resolve = (texts: Texts): void => {
    const kept = told.clashes
      .filter(({ field, theirs }) => texts[field] === textOf(field, theirs))
      .map(({ field }) => field)
    const joined = told.clashes.flatMap(({ field, mine, theirs }) => {
      const text = texts[field] ?? ''
      const isWritten = text !== textOf(field, mine) && text !== textOf(field, theirs)
      return isWritten && typeof mine === 'string' ? [[field, text] as const] : []
    })
    const rest = Object.fromEntries(Object.entries(patch).filter(([field]) => !kept.some((one) => one === field)))
    props.onSend({ ...rest, ...Object.fromEntries(joined) }, told.version)
  }
  return (
    <div role="alert">
      <p className="lead">{say('edit.clash')}</p>
      <ConflictView fields={fields} busy={props.busy} onResolve={resolve} />
    </div>
  )
}

const Edit = ({ sheet, values }: { sheet: PersonSheet; values: PersonValues }): ReactElement => {
  const say = useWords(personDeskWords)
  const [tell, go] = [useStatus(), useGo()]
  const [opened] = useState({ values, version: sheet.person.version })
  const [patch, setPatch] = useState<Patch>({})
  const act = useAct(personApi.change)
  const clashes = act.error?.problem.code === 'persons.clash' ? Clashes.parse(act.error.problem.about) : null
  const faults = faultsIn(clashes ? null : act.error)
  const { id } = sheet.person
  const send = (wanted: Patch, version: number): void => {
    setPatch(wanted)
    const leave = (text: string): void => {
      tell({ text })
      go(`/persone/${id}`)
    }
    const isEmpty = Object.keys(wanted).length === 0
    if (isEmpty) leave(say('edit.nothing'))
    else act.mutate({ params: { id }, body: { ...wanted, version } }, { onSuccess: () => leave(say('edit.saved')) })
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    send(patchOf(textsIn(event.currentTarget), opened.values), opened.version)
  }
  return (
    <>
      {clashes && <Choose told={clashes} patch={patch} busy={act.isPending} onSend={send} />}
      <Form onSubmit={submit}>
        {!clashes && <Faults faults={faults} error={act.error} />}
        <Fieldset id="chi" legend={say('new.who')} boxed>
          <NameFields known={opened.values} faults={faults} />
        </Fieldset>
        <Fieldset id="altro" legend={say('new.more')} boxed>
          <MoreFields known={opened.values} faults={faults} />
        </Fieldset>
        <Fieldset id="contatti" legend={say('new.contact')} boxed>
          <ContactFields known={opened.values} faults={faults} />
        </Fieldset>
        <Buttons>
          <Button type="submit" look="main" icon="check" busy={act.isPending}>
            {say('edit.save')}
          </Button>
          <LinkButton look="quiet" href={at(`/persone/${id}`)}>
            {nameOf(sheet.person)}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

/** The sheet as a form: only what was changed is sent. */
export const EditPage = (): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <PersonFrame here={say('one.change')}>
      {(sheet) => (
        <>
          <Sentence>{say('edit.title', { name: nameOf(sheet.person) })}</Sentence>
          {sheet.values && sheet.may.change ? (
            <Edit sheet={sheet} values={sheet.values} />
          ) : (
            <p>{say('one.closedHint')}</p>
          )}
        </>
      )}
    </PersonFrame>
  )
}
