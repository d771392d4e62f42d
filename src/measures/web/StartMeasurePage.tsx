import type { ReactElement } from 'react'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { partsOf } from '../../platform/web/form.ts'
import { More } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters, useGo, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import type { Instrument } from '../core/instrument.schema.ts'
import { findInstrument } from '../core/instruments.ts'
import { type MeasureSheet, measureApi } from '../core/measure.api.ts'
import { MeasureMoment, Present, Rater } from '../core/measure.schema.ts'
import { measureWords } from '../core/measure.words.ts'
import { measurePageWords } from '../core/page.words.ts'
import { useSpoken } from './spoken.hooks.ts'

/** Where the page stands, with the way back to the case. */
export const MeasureCrumbs = (props: { caseId: string; person: string; here: string }): ReactElement => {
  const say = useWords(measurePageWords)
  return (
    <Crumbs
      label={say('crumb')}
      items={[
        { label: say('cases'), href: at('/casi') },
        { label: props.person, href: at(`/casi/${props.caseId}`) },
        { label: say('crumb'), href: at(`/casi/${props.caseId}/misure`) },
        { label: props.here },
      ]}
    />
  )
}

/** 'ar' as 'arabo', in the reader's language. */
export const useLanguageName = (): ((code: string) => string) => {
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' })
  return (code) => names.of(code) ?? code
}

type Start = { readonly one: Instrument; readonly sheet: MeasureSheet; readonly caseId: string }

const leads = { person: 'startLead', worker: 'startWorker', agreed: 'startAgreed' } as const

const Begin = ({ one, sheet, caseId }: Start): ReactElement => {
  const [say, spoken, nameOf, go] = [useWords(measurePageWords), useSpoken(), useLanguageName(), useGo()]
  const [filters] = useFilters()
  const act = useAct(measureApi.start)
  const rater = Rater.catch('person').parse(filters.vista)
  const moment = MeasureMoment.catch('other').parse(filters.momento)
  const languages = sheet.instruments.find(({ code }) => code === one.code)?.languages ?? []
  const begin = ({ language = languages[0] ?? 'it', present = '' }: Readonly<Record<string, string>>): void =>
    act.mutate(
      {
        body: {
          caseId,
          instrument: one.code,
          moment,
          rater,
          language,
          present: Present.array().parse(partsOf(present)),
        },
      },
      { onSuccess: ({ id }) => go(`/casi/${caseId}/misure/${id}`) },
    )
  return (
    <>
      <Sentence eyebrow={say(`moment.${moment}`)} lead={say(leads[rater], { name: sheet.personLabel })}>
        {weighed(say('startSentence', { title: spoken(one.title), name: sheet.personLabel }))}
      </Sentence>
      <div className="block">
        <ActForm act={act} go={say('go')} icon="play" onGo={begin}>
          {() => (
            <>
              {languages.length > 1 && (
                <Select
                  id="language"
                  name="language"
                  label={say('language')}
                  options={languages.map((value) => ({ value, label: nameOf(value) }))}
                />
              )}
              <ChoiceGroup
                id="present"
                name="present"
                many
                label={say('who')}
                defaultValue={rater === 'worker' ? [] : ['person']}
                options={Present.options.map((value) => ({ value, label: say(`who.${value}`) }))}
              />
            </>
          )}
        </ActForm>
        <More label={say('licence')}>
          <p>{spoken(one.validity)}</p>
          <p>{spoken(one.licence)}</p>
        </More>
      </div>
    </>
  )
}

const Page = ({ sheet, caseId }: { sheet: MeasureSheet; caseId: string }): ReactElement => {
  const [say, words, spoken] = [useWords(measurePageWords), useWords(measureWords), useSpoken()]
  const [{ strumento = '' }] = useFilters()
  const one = findInstrument(strumento)
  const why = sheet.instruments.find(({ code }) => code === strumento)?.why
  const title = one ? spoken(one.title) : ''
  return (
    <>
      <MeasureCrumbs caseId={caseId} person={sheet.personLabel} here={title || say('crumb')} />
      {!one || why || !sheet.canMeasure ? (
        <EmptyState level={1} icon="lock" title={title || words('measures.instrumentUnknown')}>
          {why ? words(`measures.why.${why}`, { age: one?.minAge ?? 0 }) : words('measures.notOfEquipe')}
        </EmptyState>
      ) : (
        <Begin one={one} sheet={sheet} caseId={caseId} />
      )}
    </>
  )
}

/** Before the questions: in which language, and who is there. */
export const StartMeasurePage = (): ReactElement | null => {
  const { caseId = '' } = useParams()
  const found = useRead(measureApi.list, { query: { caseId } })
  return <Answered of={found}>{(sheet) => <Page sheet={sheet} caseId={caseId} />}</Answered>
}
