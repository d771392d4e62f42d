import type { ReactElement } from 'react'
import { caseApi, type EquipePerson, type OpenedCase } from '../../cases/core/case.api.ts'
import { call } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { at, useFilters, useGo } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { pactApi, StartPact } from '../core/pact.api.ts'
import { type FieldErrors, type FormState, mendOf, textIn, useForm } from './form.hooks.ts'
import { Loaded } from './Loaded.tsx'
import { PactCrumbs } from './PactHead.tsx'
import { usePactWords } from './pact.hooks.ts'
import { Involved, KindChoice, PartiesChoice } from './StartPactFields.tsx'
import { useTold } from './told.hooks.ts'

const ids = ['kind-0', 'partnerOrganisationId', 'tutorId', 'interviewedOn', 'involved-0']

/** Who is of the equipe today. */
const presentIn = ({ equipe }: OpenedCase): EquipePerson[] =>
  equipe.filter(({ endedAt, to }) => endedAt === null && to === null)

const useStarting = (file: OpenedCase): FormState => {
  const say = usePactWords()
  const go = useGo()
  const told = useTold()
  return useForm(ids, async (data): Promise<FieldErrors | undefined> => {
    const missing = mendOf(
      [textIn(data, 'kind') !== '', 'kind-0', say('pacts.act.kindMissing')],
      [textIn(data, 'partnerOrganisationId') !== '', 'partnerOrganisationId', say('pacts.begin.partnerNone')],
      [textIn(data, 'tutorId') !== '', 'tutorId', say('pacts.begin.tutorNone')],
    )
    if (missing.length > 0) return missing
    const body = StartPact.parse({
      caseId: file.id,
      kind: textIn(data, 'kind'),
      partnerOrganisationId: textIn(data, 'partnerOrganisationId'),
      tutorId: textIn(data, 'tutorId'),
      involvedIds: data.getAll('involved'),
      interviewedOn: textIn(data, 'interviewedOn') || null,
    })
    const { id } = await call(pactApi.start, { body })
    await told(say('pacts.done'))
    go(`/patti/${id}/scrivi`)
    return undefined
  })
}

const Starting = ({ file }: { file: OpenedCase }): ReactElement => {
  const say = usePactWords()
  const form = useStarting(file)
  return (
    <>
      <PactCrumbs here={say('pacts.list.begin')} />
      <Sentence lead={say('pacts.begin.lead')}>{say('pacts.begin.sentence', { name: file.personLabel })}</Sentence>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <ErrorSummary title={say('pacts.begin.failed')} kept={say('pacts.kept')} errors={form.errors} />
        <KindChoice personId={file.personId} error={form.errorOf('kind-0')} />
        <PartiesChoice equipe={presentIn(file)} form={form} />
        <Involved file={file} />
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.begin.go')}
          </Button>
          <LinkButton href={at(`/casi/${file.id}`)}>{say('pacts.cancel')}</LinkButton>
        </div>
      </form>
    </>
  )
}

const OfCase = ({ caseId }: { caseId: string }): ReactElement => (
  <Loaded read={useRead(caseApi.open, { params: { caseId } })}>{(file) => <Starting file={file} />}</Loaded>
)

/** The few choices with which a pact begins; the text is written next. */
export const StartPactPage = (): ReactElement => {
  const say = usePactWords()
  const [address] = useFilters()
  if (address.case) return <OfCase caseId={address.case} />
  return (
    <EmptyState
      level={1}
      icon="pact"
      title={say('pacts.begin.noCase')}
      act={
        <LinkButton look="main" href={at('/casi')}>
          {say('pacts.list.toCases')}
        </LinkButton>
      }
    >
      {say('pacts.begin.noCaseHint')}
    </EmptyState>
  )
}
