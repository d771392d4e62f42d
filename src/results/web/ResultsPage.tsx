import type { ReactElement } from 'react'
import { figure, longDate } from '../../platform/core/words.ts'
import type { Refused } from '../../platform/web/call.ts'
import { Button, TextLink } from '../../platform/web/kit/Button.tsx'
import { More, Note } from '../../platform/web/kit/Card.tsx'
import { BarChart, TargetBar, TargetBars } from '../../platform/web/kit/Chart.tsx'
import { EmptyState, ErrorState, MayNot } from '../../platform/web/kit/Lists.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Table } from '../../platform/web/kit/Table.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { resultsApi } from '../core/results.api.ts'
import type { Dashboard, DistrictCount, Result } from '../core/results.schema.ts'
import { resultsWords } from '../core/results.words.ts'
import { ReachedSection } from './ReachedSection.tsx'

const Head = ({ dashboard }: { dashboard: Dashboard }): ReactElement => {
  const [say, language] = [useWords(resultsWords), useLanguage()]
  const { programme, day, results } = dashboard
  const counted = results.find(({ state }) => state === 'counted')
  const lead = say('results.lead', { day: longDate(language, day) })
  if (!counted || counted.actual === null)
    return <Sentence lead={lead}>{say('results.sentenceHidden', { programme })}</Sentence>
  const people = figure(language, counted.actual)
  const sentence = counted.actual > counted.value ? 'results.sentenceBeyond' : 'results.sentence'
  return (
    <Sentence lead={lead}>
      {weighed(say(sentence, { programme, people, target: figure(language, counted.value) }))}
    </Sentence>
  )
}

const OneResult = ({ result }: { result: Result }): ReactElement => {
  const [say, language] = [useWords(resultsWords), useLanguage()]
  const definition = language === 'it' ? result.definitionIt : result.definitionEn
  return (
    <TargetBar
      label={language === 'it' ? result.labelIt : result.labelEn}
      actual={result.actual}
      none={result.state === 'counted' ? say('results.actualHidden') : undefined}
      target={result.value}
      figure={(value) => figure(language, value)}
      note={
        <>
          {result.pace !== null && <span>{say('results.pace', { pace: figure(language, result.pace) })}</span>}
          {definition && <More label={say('results.definition')}>{definition}</More>}
        </>
      }
    />
  )
}

const Places = ({ district, least }: { district: DistrictCount; least: number }): ReactElement | null => {
  const [say, language] = [useWords(resultsWords), useLanguage()]
  if (district.places.length === 0) return null
  const rows = [...district.places].sort(
    (one, other) => (other.people ?? -1) - (one.people ?? -1) || one.name.localeCompare(other.name),
  )
  const people = (value: number | null): string =>
    value === null ? say('results.hidden', { least }) : figure(language, value)
  const title = say('results.byPlace', { district: district.name })
  return (
    <More label={title}>
      {district.whole && <Note icon="lock">{say('results.whole')}</Note>}
      <Table
        caption={title}
        rowKey={({ istatCode }) => istatCode}
        rows={rows}
        columns={[
          { key: 'place', head: say('results.place'), cell: ({ name }) => name || say('results.unknownPlace') },
          { key: 'people', head: say('results.people'), number: true, cell: ({ people: count }) => people(count) },
        ]}
      />
    </More>
  )
}

const Notes = ({ dashboard }: { dashboard: Dashboard }): ReactElement => {
  const say = useWords(resultsWords)
  const { overlap, unrecognisable, least } = dashboard
  return (
    <div className="stack">
      {overlap === null && <Note>{say('results.overlapHidden')}</Note>}
      {overlap !== null && overlap > 0 && <Note>{say('results.overlap', { count: overlap })}</Note>}
      {unrecognisable !== null && unrecognisable > 0 && (
        <Note>{say('results.unrecognisable', { count: unrecognisable })}</Note>
      )}
      <Note icon="lock">{say('results.rule', { least })}</Note>
    </div>
  )
}

const Districts = ({ dashboard }: { dashboard: Dashboard }): ReactElement => {
  const [say, language] = [useWords(resultsWords), useLanguage()]
  const { districts, least } = dashboard
  return (
    <Section id="ambiti" title={say('results.byDistrict')} block>
      <BarChart
        sentence={null}
        label={say('results.byDistrictLabel')}
        of={say('results.people')}
        series={[say('results.people')]}
        rows={districts.map(({ name, people }) => ({ label: name, values: [people] }))}
        figure={(value) => figure(language, value)}
        hiddenBelow={least}
      />
      {districts.map((district) => (
        <Places key={district.districtId} district={district} least={least} />
      ))}
      <Notes dashboard={dashboard} />
    </Section>
  )
}

const Refusal = ({ error, again }: { error: Refused; again: () => void }): ReactElement => {
  const say = useWords(resultsWords)
  if (error.problem.status === 403) return <MayNot title={say('results.mayNot')}>{say('results.mayNotHint')}</MayNot>
  return (
    <ErrorState title={say('results.broken')} act={<Button onClick={again}>{say('results.again')}</Button>}>
      {error.problem.title || say('results.brokenHint')}
    </ErrorState>
  )
}

/** The expected results of the programme, and the beneficiaries of pacts by place. */
export const ResultsPage = (): ReactElement => {
  const say = useWords(resultsWords)
  const { data, error, refetch } = useRead(resultsApi.dashboard)
  if (error) return <Refusal error={error} again={() => void refetch()} />
  if (!data) return <Skeleton label={say('results.waiting')} />
  if (data.results.length === 0) return <EmptyState title={say('results.none')}>{say('results.noneHint')}</EmptyState>
  return (
    <>
      <Head dashboard={data} />
      <Section id="attesi" title={say('results.expected')} block>
        <TargetBars>
          {data.results.map((result) => (
            <OneResult key={result.code} result={result} />
          ))}
        </TargetBars>
      </Section>
      <ReachedSection today={data.day} least={data.least} />
      <Districts dashboard={data} />
      <p>
        <TextLink href={at('/misure')}>{say('results.measures')}</TextLink>
      </p>
      <p>
        <TextLink href={at('/legami/misure')}>{say('results.ties')}</TextLink>
      </p>
    </>
  )
}
