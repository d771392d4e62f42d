import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { DateInput, Select } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar, MayNot } from '../../platform/web/kit/Lists.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { surveyPageWords } from '../core/survey.page.words.ts'
import { type SurveyFigures, surveyApi } from '../core/survey.schema.ts'
import { BodiesSurvey } from './BodiesSurvey.tsx'
import { useMeans } from './bodies.hooks.ts'

type Wave = SurveyFigures & { readonly id: string; readonly isOpen: boolean }

const AskForm = (props: { districtId: string; bodies: number; first: boolean }): ReactElement => {
  const { districtId, bodies, first } = props
  const [say, tell, act] = [useWords(surveyPageWords), useStatus(), useAct(surveyApi.ask)]
  const year = new Date().getFullYear()
  return (
    <More label={say('page.ask')} open={first}>
      <p>{say('page.askHint', { count: bodies })}</p>
      <ActForm
        act={act}
        go={say('page.askGo')}
        icon="mail"
        onGo={({ year: asked, closesOn = '' }) =>
          act.mutate(
            { params: { districtId }, body: { year: Number(asked), closesOn } },
            { onSuccess: ({ invited, written }) => tell({ text: say('page.asked', { invited, written }) }) },
          )
        }
      >
        {(faults) => (
          <>
            <Select
              id="year"
              name="year"
              label={say('page.year')}
              options={[year, year + 1].map((one) => ({ value: String(one), label: String(one) }))}
            />
            <DateInput id="closesOn" name="closesOn" label={say('page.closes')} error={faultAt(faults, 'closesOn')} />
          </>
        )}
      </ActForm>
    </More>
  )
}

/** The surveys year by year: the same figures beside one another. */
const Waves = ({ rows }: { rows: readonly Wave[] }): ReactElement => {
  const [say, means, [filters]] = [useWords(surveyPageWords), useMeans(), useFilters()]
  const columns: Column<Wave>[] = [
    {
      key: 'year',
      head: say('page.year'),
      cell: ({ year }) => (
        <TextLink href={`?${new URLSearchParams({ ...filters, anno: String(year) })}`}>{year}</TextLink>
      ),
    },
    {
      key: 'answered',
      head: say('page.answered'),
      number: true,
      cell: ({ answered, invited }) => say('page.of', { answered, invited }),
    },
    { key: 'density', head: say('page.density'), number: true, cell: ({ density }) => means(density) },
    { key: 'reciprocity', head: say('page.reciprocity'), number: true, cell: ({ reciprocity }) => means(reciprocity) },
    { key: 'alone', head: say('page.alone'), number: true, cell: ({ alone }) => String(alone) },
    { key: 'trust', head: say('page.trust'), number: true, cell: ({ trust }) => means(trust) },
    { key: 'value', head: say('page.value'), number: true, cell: ({ value }) => means(value) },
  ]
  return (
    <Section id="anni" title={say('page.waves')} block>
      <Table caption={say('page.waves')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <p className="small soft mt">
        {say('page.means')} {say('page.hidden')}
      </p>
    </Section>
  )
}

const Shown = ({ rows, wave, leads }: { rows: readonly Wave[]; wave: Wave; leads: boolean }): ReactElement => {
  const say = useWords(surveyPageWords)
  const pairs = say('page.pairs', { count: wave.pairs })
  const { year, answered, invited } = wave
  return (
    <>
      <Sentence eyebrow={say('page.title')} lead={say('page.lead')}>
        {weighed(say('page.sentence', { year, answered, invited, pairs }))}
      </Sentence>
      <Waves rows={rows} />
      <BodiesSurvey key={wave.id} id={wave.id} leads={leads} />
    </>
  )
}

const District = ({ districtId }: { districtId: string }): ReactElement | null => {
  const say = useWords(surveyPageWords)
  const [{ anno }] = useFilters()
  const found = useRead(surveyApi.waves, { params: { districtId } })
  return (
    <Answered of={found}>
      {({ rows, canAsk, bodies }) => {
        const wave = rows.find(({ year }) => String(year) === anno) ?? rows[0]
        const ask = canAsk ? <AskForm districtId={districtId} bodies={bodies} first={!wave} /> : undefined
        return wave ? (
          <>
            <Shown rows={rows} wave={wave} leads={canAsk} />
            {ask && <div className="block">{ask}</div>}
          </>
        ) : (
          <>
            <EmptyState level={1} icon="building" title={say('page.none')}>
              {say('page.noneHint')}
            </EmptyState>
            {ask && <div className="block">{ask}</div>}
          </>
        )
      }}
    </Answered>
  )
}

/** With whom the bodies of a district work: told in the yearly surveys, and seen in the pacts. */
export const BodiesPage = (): ReactElement | null => {
  const [say, language] = [useWords(surveyPageWords), useLanguage()]
  const [{ ambito, anno }, change] = useFilters()
  const account = useRead(signInApi.me).data?.account
  const districts = useRead(settingsApi.districts).data?.rows
  if (!account || !districts) return null
  const own = account.grants.flatMap(({ districtId }) => districtId ?? [])
  const mine = districts.filter(({ id }) => own.length === 0 || own.includes(id))
  const chosen = mine.find(({ id }) => id === ambito) ?? mine[0]
  if (!chosen) return <MayNot level={1} title={say('page.none')} />
  return (
    <>
      {mine.length > 1 && (
        <FilterBar
          label={say('page.district')}
          submit={say('page.show')}
          onSubmit={(form) => change({ ambito: String(form.get('ambito') ?? ''), anno })}
        >
          <Select
            id="ambito"
            name="ambito"
            label={say('page.district')}
            defaultValue={chosen.id}
            options={mine.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterBar>
      )}
      <District key={`${chosen.id} ${language}`} districtId={chosen.id} />
    </>
  )
}
