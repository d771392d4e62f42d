import { type ReactElement, useState } from 'react'
import { personApi } from '../../persons/core/person.api.ts'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { useIntention } from '../../platform/web/intention.hooks.ts'
import { More } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import type { ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { TextArea } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { type OpenedTransfer, transferApi } from '../core/transfer.api.ts'
import { transferPageWords } from '../core/transferPage.words.ts'
import { ColleagueBox } from './Colleague.tsx'

/** A new record, or somebody of the same name who is in the registry already. */
const WhoIsIt = ({ one }: { one: OpenedTransfer }): ReactElement | null => {
  const [say, language] = [useWords(transferPageWords), useLanguage()]
  const { givenName, familyName, birthDate = null } = one.offer.values
  const query = { q: `${givenName} ${familyName}`, district: one.toDistrictId, limit: 8 }
  // the search forgives slips; here only whoever bears the same first name, or was born on the same day
  const isLike = (row: { givenName: string; birthDate: string | null }): boolean =>
    row.givenName.toLowerCase() === givenName.toLowerCase() || (birthDate !== null && row.birthDate === birthDate)
  const known = (useRead(personApi.search, { query }).data?.rows ?? []).filter(isLike)
  if (known.length === 0) return null
  return (
    <ChoiceGroup
      key={known.length}
      id="personId"
      name="personId"
      columns={1}
      label={say('accept.who')}
      defaultValue={['']}
      options={[
        { value: '', label: say('accept.new'), detail: say('accept.newSay') },
        ...known.map((row) => ({
          value: row.id,
          label: say('accept.known', { name: `${row.givenName} ${row.familyName}` }),
          detail: [row.birthDate && longDate(language, row.birthDate), row.municipality].filter(Boolean).join(', '),
        })),
      ]}
    />
  )
}

const Accept = ({ one }: { one: OpenedTransfer }): ReactElement => {
  const [say, tell, go, keyOf] = [useWords(transferPageWords), useStatus(), useGo(), useIntention()]
  const [who, setWho] = useState<ComboOption | null>(null)
  const act = useAct(transferApi.accept)
  return (
    <Section id="accetta" title={say('accept.title')}>
      <ActForm
        act={act}
        go={say('accept.go')}
        icon="check"
        onGo={({ personId }) => {
          const equipe = who ? [{ accountId: who.value, role: 'caseManager' as const }] : []
          const body = { ...(personId ? { personId } : {}), equipe }
          const onSuccess = (made: { personId: string }): void => {
            tell({ text: say('accept.done', { name: one.person }) })
            go(`/persone/${made.personId}`)
          }
          act.mutate({ params: { transferId: one.id }, body, key: keyOf(body) }, { onSuccess })
        }}
      >
        {() => (
          <>
            <WhoIsIt one={one} />
            <ColleagueBox
              id="accountId"
              label={say('accept.follows')}
              hint={say('accept.equipe')}
              districtId={one.toDistrictId}
              value={who}
              onChange={setWho}
            />
          </>
        )}
      </ActForm>
    </Section>
  )
}

const SayNo = ({ one, how }: { one: OpenedTransfer; how: 'decline' | 'withdraw' }): ReactElement => {
  const [say, tell, go] = [useWords(transferPageWords), useStatus(), useGo()]
  const act = useAct(how === 'decline' ? transferApi.decline : transferApi.withdraw)
  return (
    <More label={say(`${how}.title`)}>
      <ActForm
        act={act}
        go={say(`${how}.go`)}
        look="danger"
        onGo={({ reason = '' }) => {
          const onSuccess = (): void => {
            tell({ text: say(`${how}.done`) })
            go(how === 'decline' || !one.caseId ? '/passaggi' : `/casi/${one.caseId}/passaggio`)
          }
          act.mutate({ params: { transferId: one.id }, body: { reason } }, { onSuccess })
        }}
      >
        {(faults) => (
          <TextArea
            id="reason"
            name="reason"
            rows={3}
            maxLength={500}
            label={say(how === 'decline' ? 'decline.reason' : 'ask.reason')}
            hint={how === 'decline' ? say('decline.reasonHint') : undefined}
            error={faultAt(faults, 'reason')}
          />
        )}
      </ActForm>
    </More>
  )
}

/** What the reader may answer to the proposal. */
export const OfferAnswer = ({ one }: { one: OpenedTransfer }): ReactElement => (
  <>
    {one.may.answer && <Accept one={one} />}
    {one.may.answer && <SayNo one={one} how="decline" />}
    {one.may.withdraw && <SayNo one={one} how="withdraw" />}
  </>
)
