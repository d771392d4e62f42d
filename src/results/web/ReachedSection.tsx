import type { ReactElement } from 'react'
import { z } from 'zod'
import { addMonths, type Day } from '../../platform/core/day.ts'
import { figure, longDate, monthOf } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { resultsApi } from '../core/results.api.ts'
import type { Reached } from '../core/results.schema.ts'
import { resultsWords } from '../core/results.words.ts'

const Told = ({ reached }: { reached: Reached }): ReactElement => {
  const [say, language] = [useWords(resultsWords), useLanguage()]
  const { people, firstTime } = reached
  const [from, until] = [longDate(language, reached.from), longDate(language, reached.until)]
  if (people === null) return <p className="lead">{say('results.reachedHidden', { from, until })}</p>
  return (
    <p className="lead">
      {weighed(say('results.reachedSentence', { from, until, people: figure(language, people) }))}{' '}
      {firstTime === null
        ? say('results.reachedFirstHidden')
        : weighed(say('results.reachedFirst', { count: figure(language, firstTime) }))}
    </p>
  )
}

const dayIn = (text: string | undefined): string | undefined => z.iso.date().safeParse(text).data

const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01`

/** Five years of months back from today, newest first, and the one in force when it is older or still to come. */
const monthsUpTo = (today: Day, chosen: Day): Day[] => {
  const all = Array.from({ length: 60 }, (_, back) => addMonths(firstOf(today), -back))
  return [...new Set([firstOf(chosen), ...all])].sort().reverse()
}

const Month = (props: { id: string; label: string; chosen: Day; today: Day }): ReactElement => {
  const language = useLanguage()
  const { id, label, chosen, today } = props
  const options = monthsUpTo(today, chosen).map((value) => ({ value, label: monthOf(language, value) }))
  return <Select id={id} name={id} label={label} defaultValue={firstOf(chosen)} options={options} />
}

/** How many people were reached in some months, kept in the address, and how many for the first time. */
export const ReachedSection = ({ today, least }: { today: Day; least: number }): ReactElement => {
  const [say, language] = [useWords(resultsWords), useLanguage()]
  const [{ dal, al }, change] = useFilters()
  const [from, until] = [dayIn(dal), dayIn(al)]
  const query = { ...(from ? { from } : {}), ...(until ? { until } : {}) }
  const found = useRead(resultsApi.reached, { query })
  const submit = (form: FormData): void =>
    change({ dal: String(form.get('dal') ?? ''), al: String(form.get('al') ?? '') })
  return (
    <Section id="periodo" title={say('results.reached')} block>
      <Answered of={found}>
        {(reached) => (
          <>
            <Told reached={reached} />
            <FilterBar
              key={`${reached.from} ${reached.until}`}
              label={say('results.reached')}
              submit={say('results.reachedGo')}
              onSubmit={submit}
            >
              <Month id="dal" label={say('results.reachedFrom')} chosen={reached.from} today={today} />
              <Month id="al" label={say('results.reachedUntil')} chosen={reached.until} today={today} />
            </FilterBar>
            <More label={say('results.definition')}>
              <p>{say('results.reachedMeans', { day: longDate(language, today), least })}</p>
            </More>
          </>
        )}
      </Answered>
    </Section>
  )
}
