import type { ReactElement } from 'react'
import { dayOf } from '../../platform/core/day.ts'
import { dateAndTime } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { partsOf } from '../../platform/web/form.ts'
import { useIntention } from '../../platform/web/intention.hooks.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Choice, ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { DateInput, Select, TextArea } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { settingsApi } from '../../settings/core/settings.api.ts'
import type { OpenedCase } from '../core/case.api.ts'
import { caseWords } from '../core/case.words.ts'
import { type Transferable, transferApi } from '../core/transfer.api.ts'
import { AgreedHow, TransferPart } from '../core/transfer.schema.ts'
import { transferPageWords } from '../core/transferPage.words.ts'
import { CaseFrame } from './CaseFrame.tsx'
import { TransferRows } from './TransferRows.tsx'

type Shown = { readonly one: OpenedCase; readonly may: Transferable; readonly faults: readonly Fault[] }

const Where = ({ one, faults }: Omit<Shown, 'may'>): ReactElement => {
  const say = useWords(transferPageWords)
  const districts = useRead(settingsApi.districts).data?.rows ?? []
  const others = districts.filter(({ id, state }) => id !== one.districtId && state === 'active')
  return (
    <>
      <Select
        key={others.length}
        id="toDistrictId"
        name="toDistrictId"
        label={say('ask.to')}
        hint={say('ask.toHint')}
        empty=""
        error={faultAt(faults, 'toDistrictId')}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea id="reason" name="reason" rows={2} maxLength={500} label={say('ask.reason')} />
      <TextArea
        id="handOver"
        name="handOver"
        rows={5}
        maxLength={4000}
        label={say('ask.handOver')}
        hint={say('ask.handOverHint')}
      />
    </>
  )
}

/** What goes along: nothing is chosen beforehand but what is needed to meet again. */
const What = ({ may }: { may: Transferable }): ReactElement => {
  const [say, language] = [useWords(transferPageWords), useLanguage()]
  const household = may.household
    ? [
        {
          value: 'household',
          label: say('ask.part.household', { label: may.household }),
          detail: say('ask.part.householdSay'),
        },
      ]
    : []
  const places =
    may.places.length > 0 ? [{ value: 'places', label: say('ask.part.places', { places: may.places.join(', ') }) }] : []
  return (
    <>
      <ChoiceGroup
        id="parts"
        name="parts"
        many
        columns={1}
        label={say('ask.parts')}
        defaultValue={['contacts', 'languages']}
        options={[
          { value: 'contacts', label: say('ask.part.contacts') },
          { value: 'languages', label: say('ask.part.languages') },
          ...household,
          ...places,
        ]}
      />
      {may.notes.length > 0 && (
        <ChoiceGroup
          id="noteIds"
          name="noteIds"
          many
          columns={1}
          label={say('ask.notes')}
          hint={say('ask.notesHint')}
          options={may.notes.map(({ id, text, at: when, author }) => ({
            value: id,
            label: text,
            detail: `${dateAndTime(language, when)}, ${author}`,
          }))}
        />
      )}
    </>
  )
}

const Agreed = ({ faults }: Pick<Shown, 'faults'>): ReactElement => {
  const say = useWords(transferPageWords)
  return (
    <>
      <Choice id="agreed" name="agreed" value="yes" label={say('ask.agreed')} detail={say('ask.agreedSay')} />
      <DateInput
        id="agreedOn"
        name="agreedOn"
        label={say('ask.agreedOn')}
        defaultValue={dayOf(new Date().toISOString())}
        error={faultAt(faults, 'agreedOn')}
      />
      <Select
        id="agreedHow"
        name="agreedHow"
        label={say('ask.agreedHow')}
        defaultValue="spoken"
        options={AgreedHow.options.map((value) => ({ value, label: say(`how.${value}`) }))}
      />
    </>
  )
}

const Proposal = ({ one, may }: Omit<Shown, 'faults'>): ReactElement => {
  const [say, tell, go, keyOf] = [useWords(transferPageWords), useStatus(), useGo(), useIntention()]
  const act = useAct(transferApi.propose)
  return (
    <ActForm
      act={act}
      go={say('ask.go')}
      onGo={(texts) => {
        const body = {
          ...(texts.toDistrictId ? { toDistrictId: texts.toDistrictId } : {}),
          reason: texts.reason ?? '',
          handOver: texts.handOver ?? '',
          agreed: texts.agreed === 'yes',
          agreedOn: texts.agreedOn ?? '',
          agreedHow: AgreedHow.catch('spoken').parse(texts.agreedHow),
          parts: TransferPart.options.filter((part) => partsOf(texts.parts).includes(part)),
          noteIds: partsOf(texts.noteIds),
        }
        const onSuccess = ({ id }: { id: string }): void => {
          tell({ text: say('ask.done') })
          go(`/passaggi/${id}`)
        }
        act.mutate({ params: { caseId: one.id }, body, key: keyOf(body) }, { onSuccess })
      }}
    >
      {(faults) => (
        <>
          <Where one={one} faults={faults} />
          <What may={may} />
          <Agreed faults={faults} />
        </>
      )}
    </ActForm>
  )
}

const Asking = ({ one }: { one: OpenedCase }): ReactElement => {
  const [say, words] = [useWords(transferPageWords), useWords(caseWords)]
  const found = useRead(transferApi.transferable, { params: { caseId: one.id } })
  return (
    <Answered of={found}>
      {(may) => (
        <>
          <p className="lead">{weighed(say('ask.lead', { name: one.personLabel }))}</p>
          {one.waitingTransfer ? (
            <Callout tone="warm">
              <p>{say('ask.waits')}</p>
              <LinkButton href={at(`/passaggi/${one.waitingTransfer}`)}>{say('ask.see')}</LinkButton>
            </Callout>
          ) : may.whyNot ? (
            <Callout tone="calm">{words(may.whyNot as keyof (typeof caseWords)['it'], { count: may.count })}</Callout>
          ) : (
            <Proposal one={one} may={may} />
          )}
          {may.before.length > 0 && (
            <Section id="prima" title={say('ask.before')}>
              <TransferRows rows={may.before} />
            </Section>
          )}
        </>
      )}
    </Answered>
  )
}

/** Asks another district to go on with the person, with what is handed over. */
export const TransferPage = (): ReactElement | null => (
  <CaseFrame tab="equipe">{(one) => <Asking one={one} />}</CaseFrame>
)
