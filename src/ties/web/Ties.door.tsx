import type { ReactElement } from 'react'
import type { z } from 'zod'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { More, Note } from '../../platform/web/kit/Card.tsx'
import { DateInput, Select } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { TieDrawing } from '../../platform/web/kit/TieDrawing.tsx'
import type { DrawnTie } from '../../platform/web/kit/tie-layout.ts'
import { type Say, useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { SavePicture } from '../../platform/web/SavePicture.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { tiePageWords } from '../core/page.words.ts'
import { type TieRow, tieApi } from '../core/tie.api.ts'
import { tieWords } from '../core/tie.words.ts'
import { waveApi } from '../core/wave.api.ts'
import { wavePageWords } from '../core/wave.page.words.ts'
import { CodeForm, TakeCode } from './AcrossForms.tsx'
import { ClaimForm, Questions } from './Questions.tsx'
import { TieForm } from './TieForm.tsx'
import { type ListedWaves, Waves, WavesDoor } from './Waves.tsx'

type Told = z.output<typeof tieApi.list.reply>

const closeness = { 1: 3, 2: 2, 3: 1 } as const
const isStrength = (value: number | null): value is 1 | 2 | 3 => value === 1 || value === 2 || value === 3

/** 'T.G.' as 'T. G.', so that both initials are drawn. */
const shownAs = (row: TieRow): string => row.other.replace(/\.(?=\p{L})/gu, '. ') || '—'

const isBody = (kind: TieRow['a']['kind']): boolean => ['organisation', 'firm', 'school'].includes(kind)

/** Where a tie was born, in words: the occasion, its name, the place. */
const useOrigin = (): ((row: TieRow) => string) => {
  const words = useWords(tieWords)
  return ({ origin, originLabel, setting }) =>
    [words(`ties.origin.${origin.kind}`), originLabel, setting].filter(Boolean).join(', ')
}

const useDrawn = (): ((row: TieRow) => DrawnTie) => {
  const [words, originOf] = [useWords(tieWords), useOrigin()]
  return (row) => ({
    id: row.id,
    name: shownAs(row),
    third: row.a.kind === 'alter' || row.b.kind === 'alter',
    ...([row.a.kind, row.b.kind].some(isBody) ? { body: true } : {}),
    relation: words(`ties.kind.${row.kind}`).toLocaleLowerCase('it'),
    kind: row.drawnAs,
    closeness: isStrength(row.strength) ? closeness[row.strength] : 2,
    ...(row.drawnAs === 'old' ? {} : { origin: originOf(row) }),
  })
}

const sentenceOf = (say: Say<keyof (typeof tiePageWords)['it']>, { rows, personLabel: name }: Told): string => {
  const [alive, lost] = [rows.filter((row) => row.drawnAs !== 'lost'), rows.filter((row) => row.drawnAs === 'lost')]
  const born = alive.filter((row) => row.drawnAs === 'new').length
  const parts = [
    say('page.alive', { name, count: alive.length }),
    ...(born > 0 ? [say('page.born', { count: born })] : []),
    ...(lost.length > 0 ? [say('page.lost', { count: lost.length })] : []),
  ]
  return `${parts.join(', ')}.`
}

const EndForm = ({ row, caseId }: { row: TieRow; caseId: string }): ReactElement => {
  const [say, tell, act] = [useWords(tiePageWords), useStatus(), useAct(tieApi.end)]
  return (
    <More label={say('page.over')}>
      <ActForm
        act={act}
        look="plain"
        go={say('page.overSave')}
        onGo={({ until = '' }) => {
          const onSuccess = (): void => tell({ text: say('page.overDone') })
          act.mutate({ params: { tieId: row.id }, body: { until, caseId } }, { onSuccess })
        }}
      >
        {(faults) => (
          <DateInput
            id={`until-${row.id}`}
            name="until"
            min={row.since}
            label={say('page.overOn')}
            error={faultAt(faults, 'until')}
          />
        )}
      </ActForm>
    </More>
  )
}

/** How close it is now, as the person says. */
const WeighForm = ({ row, caseId }: { row: TieRow; caseId: string }): ReactElement => {
  const [say, words, tell, act] = [useWords(tiePageWords), useWords(tieWords), useStatus(), useAct(tieApi.weigh)]
  return (
    <More label={say('page.weigh')}>
      <ActForm
        act={act}
        look="plain"
        go={say('page.weighSave')}
        onGo={({ strength }) => {
          const onSuccess = (): void => tell({ text: say('page.overDone') })
          act.mutate({ params: { tieId: row.id }, body: { strength: Number(strength), caseId } }, { onSuccess })
        }}
      >
        {() => (
          <Select
            id={`strength-${row.id}`}
            name="strength"
            label={say('new.strength')}
            defaultValue={String(row.strength ?? 2)}
            options={(['1', '2', '3'] as const).map((value) => ({ value, label: words(`ties.strength.${value}`) }))}
          />
        )}
      </ActForm>
    </More>
  )
}

const isThird = ({ a, b, other, until, across }: TieRow): boolean =>
  !across && (a.kind === 'alter' || b.kind === 'alter') && other !== '' && until === null

const TieTable = ({ told, caseId }: { told: Told; caseId: string }): ReactElement => {
  const [say, words, language, originOf] = [useWords(tiePageWords), useWords(tieWords), useLanguage(), useOrigin()]
  const columns: Column<TieRow>[] = [
    {
      key: 'who',
      head: say('page.who'),
      cell: (row) => (row.across ? say('page.across', { other: shownAs(row) }) : shownAs(row)),
    },
    { key: 'kind', head: say('page.kind'), cell: (row) => words(`ties.kind.${row.kind}`) },
    {
      key: 'since',
      head: say('page.since'),
      cell: (row) =>
        [
          longDate(language, row.since),
          row.until ? words('ties.ended', { day: longDate(language, row.until) }) : row.lasting && say('page.lasting'),
        ]
          .filter(Boolean)
          .join(', '),
    },
    { key: 'origin', head: say('page.origin'), cell: originOf },
    { key: 'told', head: say('page.told'), cell: (row) => words(`ties.evidence.${row.evidence}`) },
  ]
  const named = (row: TieRow): { id: string; name: string } => ({
    id: row.id,
    name: `${shownAs(row)}, ${words(`ties.kind.${row.kind}`).toLocaleLowerCase()}`,
  })
  const third = told.rows.filter(isThird).map(named)
  const end: Column<TieRow> = {
    key: 'end',
    head: say('page.changes'),
    cell: (row) =>
      row.canChange ? (
        <>
          <WeighForm row={row} caseId={caseId} />
          <EndForm row={row} caseId={caseId} />
        </>
      ) : null,
  }
  return (
    <Section id="legami-tabella" title={say('page.table')}>
      <Table
        caption={say('page.drawing', { name: told.personLabel })}
        columns={told.canRecord ? [...columns, end] : columns}
        rows={told.rows}
        rowKey={({ id }) => id}
      />
      {told.canRecord && (
        <>
          <ClaimForm ties={third} name={told.personLabel} />
          <CodeForm ties={third} name={told.personLabel} caseId={caseId} />
        </>
      )}
    </Section>
  )
}

const Drawn = ({ told, caseId }: { told: Told; caseId: string }): ReactElement => {
  const [say, drawn] = [useWords(tiePageWords), useDrawn()]
  const said = sentenceOf(say, told)
  return (
    <>
      <p className="lead">{weighed(said)}</p>
      <SavePicture
        title={say('page.drawing', { name: told.personLabel })}
        sentence={said.replace(/<\/?b>/g, '')}
        legend={[say('page.lineNew'), say('page.lineOld'), say('page.lineLost'), say('page.lineThird')]}
      >
        <TieDrawing
          who={told.personLabel.split(' ')[0] ?? ''}
          ties={told.rows.map(drawn)}
          label={say('page.drawing', { name: told.personLabel })}
          description={said.replace(/<\/?b>/g, '')}
          listLabel={say('page.list')}
          rings={[say('page.near'), say('page.middle'), say('page.far')]}
        />
      </SavePicture>
      <p>
        <TextLink href={at(`/legami/persona?of=person&id=${caseId}`)} icon="link">
          {say('page.network')}
        </TextLink>
      </p>
      <TieTable told={told} caseId={caseId} />
    </>
  )
}

/** The ties on record, before any conversation was held. */
const Recorded = ({ told, caseId }: { told: Told; caseId: string }): ReactElement => {
  const say = useWords(tiePageWords)
  if (told.rows.length > 0) return <Drawn told={told} caseId={caseId} />
  return (
    <EmptyState icon="people" title={say('page.none', { name: told.personLabel })}>
      {say('page.noneHint')}
    </EmptyState>
  )
}

const Known = (props: { caseId: string; personId: string; told: Told; listed: ListedWaves }): ReactElement => {
  const { caseId, personId, told, listed } = props
  const waves = useWords(wavePageWords)
  const isTold = listed.rows.some(({ state }) => state === 'done')
  return (
    <>
      <WavesDoor caseId={caseId} listed={listed} />
      <Questions caseId={caseId} name={listed.person} />
      {told.canRecord && <TakeCode caseId={caseId} name={listed.person} />}
      {!isTold && <Recorded told={told} caseId={caseId} />}
      <Waves caseId={caseId} listed={listed} />
      {isTold && told.rows.length > 0 && (
        <More label={waves('all')}>
          <TieTable told={told} caseId={caseId} />
        </More>
      )}
      {told.canRecord && (
        <More label={waves('write')}>
          <TieForm caseId={caseId} personId={personId} told={told} occasions={listed.occasions} />
        </More>
      )}
      <Note icon="lock">{waves('erased')}</Note>
    </>
  )
}

/**
 * A person's ties: what the conversations told of them, in a sentence, a drawing and a table; the way to the next
 * conversation; every tie on record, and the form for one more.
 */
export const Ties = ({ caseId, personId }: { caseId: string; personId: string }): ReactElement | null => {
  const found = useRead(tieApi.list, { query: { caseId } })
  const listed = useRead(waveApi.list, { query: { caseId } })
  return (
    <Answered of={found}>
      {(told) => (
        <Answered of={listed}>
          {(waves) => <Known caseId={caseId} personId={personId} told={told} listed={waves} />}
        </Answered>
      )}
    </Answered>
  )
}
