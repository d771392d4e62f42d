import { type ReactElement, useState } from 'react'
import { personApi } from '../../persons/core/person.api.ts'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { call } from '../../platform/web/call.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Combobox, type ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { questionPageWords } from '../core/question.page.words.ts'
import { type QuestionRow, questionApi } from '../core/question.schema.ts'

const useReason = (): ((row: QuestionRow) => string) => {
  const [say, language] = [useWords(questionPageWords), useLanguage()]
  return ({ kind, other, times, place, firstDay, lastDay }) => {
    if (kind !== 'met') return say(`ask.${kind}`, { other })
    const [from, to] = [firstDay && longDate(language, firstDay), lastDay && longDate(language, lastDay)]
    return [
      say('ask.met', { other, count: times }),
      ...(place && from && to ? [say('ask.at', { place, from, to })] : []),
    ].join(', ')
  }
}

const Asked = ({ row, caseId }: { row: QuestionRow; caseId: string }): ReactElement => {
  const [say, reason, tell] = [useWords(questionPageWords), useReason(), useStatus()]
  const act = useAct(questionApi.answer)
  const answer = (given: 'yes' | 'no', seen = false): void =>
    act.mutate(
      { params: { questionId: row.id }, body: { caseId, answer: given, seen } },
      { onSuccess: () => tell({ text: say('ask.saved') }) },
    )
  return (
    <ThreadItem bead="plain" title={reason(row)}>
      <Faults faults={[]} error={act.error} />
      <div className="mt">
        <Buttons>
          <Button icon="check" busy={act.isPending} about={row.other} onClick={() => answer('yes')}>
            {say('ask.yes')}
          </Button>
          <Button busy={act.isPending} about={row.other} onClick={() => answer('no')}>
            {say('ask.no')}
          </Button>
          {row.kind === 'met' && (
            <Button look="quiet" busy={act.isPending} about={row.other} onClick={() => answer('yes', true)}>
              {say('ask.seen')}
            </Button>
          )}
        </Buttons>
      </div>
    </ThreadItem>
  )
}

const Asking = ({ rows, caseId }: { rows: readonly QuestionRow[]; caseId: string }): ReactElement => (
  <div className="mt">
    <Thread>
      {rows.map((row) => (
        <Asked key={row.id} row={row} caseId={caseId} />
      ))}
    </Thread>
  </div>
)

// more at once would hide the ties themselves
const first = 3

/** What the person of a case is still asked about ties, with the reason of each; nothing when nothing is asked. */
export const Questions = ({ caseId, name }: { caseId: string; name: string }): ReactElement | null => {
  const say = useWords(questionPageWords)
  const rows = useRead(questionApi.list, { query: { caseId } }).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section id="domande-legami" title={say('ask.title', { name })} block>
      <p className="soft">{say('ask.lead', { name })}</p>
      <Asking rows={rows.slice(0, first)} caseId={caseId} />
      {rows.length > first && (
        <More label={say('ask.more', { count: rows.length - first })}>
          <Asking rows={rows.slice(first)} caseId={caseId} />
        </More>
      )}
    </Section>
  )
}

const searchPeople = async (q: string): Promise<ComboOption[]> =>
  (await call(personApi.search, { query: { q } })).rows.map(({ id, givenName, familyName, municipality }) => ({
    value: id,
    label: [`${givenName} ${familyName}`, municipality].filter(Boolean).join(', '),
  }))

export type ThirdParty = { readonly id: string; readonly name: string }

/** Asks a person of the programme whether they are the third party of a tie. `name`: whoever told of the tie. */
export const ClaimForm = ({ ties, name }: { ties: readonly ThirdParty[]; name: string }): ReactElement | null => {
  const [say, tell, act] = [useWords(questionPageWords), useStatus(), useAct(questionApi.claim)]
  const [who, setWho] = useState<ComboOption | null>(null)
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const ask = (tieId: string): void => {
    setTried(true)
    if (!who || !agreed) return
    const onSuccess = (): void => {
      setWho(null)
      setAgreed(false)
      setTried(false)
      tell({ text: say('claim.done') })
    }
    act.mutate({ params: { tieId }, body: { personId: who.value, agreed: true } }, { onSuccess })
  }
  if (ties.length === 0) return null
  return (
    <More label={say('claim.open')}>
      <ActForm act={act} look="plain" go={say('claim.go')} onGo={({ tie = '' }) => ask(tie)}>
        {() => (
          <>
            <Select
              id="claim-tie"
              name="tie"
              label={say('claim.tie')}
              options={ties.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Combobox
              id="claim-who"
              label={say('claim.who')}
              hint={say('claim.hint')}
              error={tried && !who ? say('claim.whoMissing') : undefined}
              value={who}
              onChange={setWho}
              search={searchPeople}
            />
            <Choice
              label={say('claim.agreed', { name })}
              detail={tried && !agreed ? say('claim.agreedMissing') : undefined}
              checked={agreed}
              onChange={(event) => setAgreed(event.target.checked)}
            />
          </>
        )}
      </ActForm>
    </More>
  )
}
