import { type FormEvent, type ReactElement, useState } from 'react'
import { dayOf } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personApi } from '../core/person.api.ts'
import { personWords } from '../core/person.words.ts'
import type { Ground, PersonSheet } from '../core/sheet.schema.ts'
import { GroundFields, groundOf, PurposeFields } from './GroundFields.tsx'
import { Notices } from './Notices.tsx'

const Holds = ({ ground }: { ground: Ground }): ReactElement => {
  const [say, language] = [useWords(personDeskWords), useLanguage()]
  if (ground.withdrawnAt)
    return (
      <State tone="late">{say('one.groundWithdrawn', { day: longDate(language, dayOf(ground.withdrawnAt)) })}</State>
    )
  if (!ground.holds) return <State tone="late">{say('one.groundOver')}</State>
  const until = ground.expiresOn && say('one.groundUntil', { day: longDate(language, ground.expiresOn) })
  return <State tone="done">{until || say('one.groundHolds')}</State>
}

const GroundRow = (props: { ground: Ground; personId: string; may: boolean }): ReactElement => {
  const [say, words, language, tell] = [useWords(personDeskWords), useWords(personWords), useLanguage(), useStatus()]
  const act = useAct(personApi.withdrawGround, ['persons'])
  const { ground, personId } = props
  const withdraw = (): void =>
    act.mutate(
      { params: { id: personId, groundId: ground.id } },
      {
        onSuccess: () => tell({ text: say('one.withdrawn') }),
        onError: (error) => tell({ text: error.problem.title }),
      },
    )
  const line = say('one.groundLine', {
    data: words(`persons.dataKind.${ground.dataKind}`),
    basis: words(`persons.basis.${ground.basis}`),
    how: words(`persons.how.${ground.how}`),
    version: ground.noticeVersion,
    day: longDate(language, dayOf(ground.givenAt)),
  })
  return (
    <Row
      title={words(`persons.purpose.${ground.purpose}`)}
      text={ground.recipient ? `${say('one.groundFor', { recipient: ground.recipient })} ${line}` : line}
      state={<Holds ground={ground} />}
      go={
        props.may && ground.basis === 'consent' && ground.withdrawnAt === null ? (
          <Button onClick={withdraw} busy={act.isPending} about={words(`persons.purpose.${ground.purpose}`)}>
            {say('one.withdraw')}
          </Button>
        ) : undefined
      }
    />
  )
}

const AddGround = ({ personId }: { personId: string }): ReactElement => {
  const say = useWords(personDeskWords)
  const [open, setOpen] = useState(false)
  const act = useAct(personApi.addGround, ['persons'])
  const faults = faultsIn(act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const body = groundOf(textsIn(event.currentTarget))
    act.mutate({ params: { id: personId }, body }, { onSuccess: () => setOpen(false) })
  }
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {say('one.addGround')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={say('one.addGround')}>
        {open && (
          <Form onSubmit={submit}>
            <Faults faults={faults} error={act.error} />
            <PurposeFields faults={faults} />
            <GroundFields faults={faults} />
            <Button type="submit" look="main" busy={act.isPending}>
              {say('one.addGround')}
            </Button>
          </Form>
        )}
      </Dialog>
    </>
  )
}

/** Why the data may be used: purposes, legal bases, notices, what was withdrawn. */
export const Grounds = ({ sheet }: { sheet: PersonSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <Section id="grounds" title={say('one.grounds')}>
      <div className="stack">
        <Rows>
          {sheet.grounds.map((ground) => (
            <GroundRow key={ground.id} ground={ground} personId={sheet.person.id} may={sheet.may.change} />
          ))}
        </Rows>
        {sheet.may.change && <Notices personId={sheet.person.id} />}
        {sheet.may.change && (
          <Buttons>
            <AddGround personId={sheet.person.id} />
          </Buttons>
        )}
      </div>
    </Section>
  )
}
