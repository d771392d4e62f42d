import { type ReactElement, useState } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { surveyPageWords } from '../core/survey.page.words.ts'
import { type BodyPair, type Survey, type SurveyBody, surveyApi } from '../core/survey.schema.ts'
import { useMeans } from './bodies.hooks.ts'

const OpenNow = ({ survey }: { survey: Survey }): ReactElement => {
  const [say, language, tell] = [useWords(surveyPageWords), useLanguage(), useStatus()]
  const act = useAct(surveyApi.close)
  const params = { surveyId: survey.id }
  return (
    <div className="block">
      <Callout tone="warm" icon="mail">
        <p>{say('page.open', { day: longDate(language, survey.closesOn) })}</p>
        <Faults faults={[]} error={act.error} />
        <Button
          busy={act.isPending}
          onClick={() => act.mutate({ params }, { onSuccess: () => tell({ text: say('page.closed') }) })}
        >
          {say('page.close')}
        </Button>
      </Callout>
    </div>
  )
}

type GivenLink = { readonly name: string; readonly link: string }

const LinkFor = (props: { survey: Survey; body: SurveyBody; onLink: (link: GivenLink) => void }): ReactElement => {
  const [say, act] = [useWords(surveyPageWords), useAct(surveyApi.link)]
  const { survey, body } = props
  const params = { surveyId: survey.id, organisationId: body.id }
  return (
    <>
      <Faults faults={[]} error={act.error} />
      <Button
        look="quiet"
        icon="link"
        about={body.name}
        busy={act.isPending}
        onClick={() => act.mutate({ params }, { onSuccess: ({ link }) => props.onLink({ name: body.name, link }) })}
      >
        {say('page.linkGo')}
      </Button>
    </>
  )
}

const Bodies = ({ survey, leads }: { survey: Survey; leads: boolean }): ReactElement => {
  const [say, means] = [useWords(surveyPageWords), useMeans()]
  const [given, setGiven] = useState<GivenLink>()
  const stateOf = ({ invited, answered }: SurveyBody): string =>
    say(answered ? 'page.state.answered' : invited ? 'page.state.waiting' : 'page.state.notInvited')
  const columns: Column<SurveyBody>[] = [
    { key: 'who', head: say('page.who'), cell: ({ name }) => name },
    { key: 'state', head: say('page.state'), cell: stateOf },
    { key: 'named', head: say('page.named'), number: true, cell: ({ named }) => String(named) },
    { key: 'names', head: say('page.names'), number: true, cell: ({ names }) => String(names) },
    { key: 'trust', head: say('page.trust'), number: true, cell: ({ trust }) => means(trust) },
    { key: 'value', head: say('page.value'), number: true, cell: ({ value }) => means(value) },
    ...(leads && survey.isOpen
      ? [
          {
            key: 'link',
            head: say('page.link'),
            cell: (body: SurveyBody) =>
              body.invited && !body.answered ? <LinkFor survey={survey} body={body} onLink={setGiven} /> : null,
          },
        ]
      : []),
  ]
  return (
    <Section id="enti" title={say('page.table')} block>
      <Dialog
        open={given !== undefined}
        onClose={() => setGiven(undefined)}
        title={say('page.linkIs', { name: given?.name ?? '' })}
      >
        <p>{say('page.linkHint')}</p>
        <p className="breaks mt">
          <strong>{given?.link}</strong>
        </p>
      </Dialog>
      <Table caption={say('page.table')} columns={columns} rows={survey.bodies} rowKey={({ id }) => id} />
      <p className="small soft mt">{say('page.hidden')}</p>
    </Section>
  )
}

const Pairs = ({ survey }: { survey: Survey }): ReactElement => {
  const say = useWords(surveyPageWords)
  const [onlySeen, setOnlySeen] = useState(false)
  const names = new Map(survey.bodies.map(({ id, name }) => [id, name]))
  const count = (is: (pair: BodyPair) => boolean): number => survey.pairs.filter(is).length
  const isTold = ({ told }: BodyPair): boolean => told !== 'none'
  const rows = survey.pairs.filter((pair) => !onlySeen || (pair.seen && !isTold(pair)))
  const seenAs = ({ seen, pacts }: BodyPair): string => {
    if (!seen) return say('page.seenNo')
    return pacts === null ? say('page.seenYes') : say('page.seenPacts', { count: pacts })
  }
  const oftenOf = ({ often }: BodyPair): string =>
    often === null ? '' : `, ${say(`form.often.${often as 1 | 2 | 3 | 4}`).toLocaleLowerCase()}`
  const columns: Column<BodyPair>[] = [
    { key: 'pair', head: say('page.pair'), cell: ({ a, b }) => `${names.get(a) ?? ''} – ${names.get(b) ?? ''}` },
    { key: 'told', head: say('page.told'), cell: (pair) => `${say(`page.told.${pair.told}`)}${oftenOf(pair)}` },
    { key: 'seen', head: say('page.seen'), cell: seenAs },
  ]
  const side = {
    both: count((pair) => isTold(pair) && pair.seen),
    told: count((pair) => isTold(pair) && !pair.seen),
    seen: count((pair) => !isTold(pair) && pair.seen),
  }
  return (
    <Section id="coppie" title={say('page.pairsTitle')} block>
      <p>{say('page.side', side)}</p>
      <p className="small soft">{say('page.pairsHint')}</p>
      <div className="mt">
        <Choice
          label={say('page.onlySeen')}
          checked={onlySeen}
          onChange={(event) => setOnlySeen(event.target.checked)}
        />
      </div>
      <div className="mt">
        <Table caption={say('page.pairsTitle')} columns={columns} rows={rows} rowKey={({ a, b }) => `${a} ${b}`} />
      </div>
    </Section>
  )
}

/** One survey: body by body, and pair by pair as it was told and as it is seen. */
export const BodiesSurvey = ({ id, leads }: { id: string; leads: boolean }): ReactElement => {
  const found = useRead(surveyApi.open, { params: { surveyId: id } })
  return (
    <Answered of={found}>
      {(survey) => (
        <>
          {leads && survey.isOpen && <OpenNow survey={survey} />}
          <Bodies survey={survey} leads={leads} />
          <Pairs survey={survey} />
        </>
      )}
    </Answered>
  )
}
