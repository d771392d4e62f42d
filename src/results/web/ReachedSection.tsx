import type { ReactElement } from 'react'
import { z } from 'zod'
import { figure, longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { DateInput } from '../../platform/web/kit/Field.tsx'
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

/** How many people were reached between two days, kept in the address, and how many for the first time. */
export const ReachedSection = (): ReactElement => {
  const say = useWords(resultsWords)
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
            <FilterBar label={say('results.reached')} submit={say('results.reachedGo')} onSubmit={submit}>
              <DateInput id="dal" name="dal" label={say('results.reachedFrom')} defaultValue={reached.from} />
              <DateInput id="al" name="al" label={say('results.reachedUntil')} defaultValue={reached.until} />
            </FilterBar>
          </>
        )}
      </Answered>
    </Section>
  )
}
