import type { ReactElement } from 'react'
import { personWords } from '../../persons/core/person.words.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Pill, type StateTone } from '../../platform/web/kit/State.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import type { Decision, PlannedRow } from '../core/import.schema.ts'
import { importWords } from '../core/import.words.ts'
import { type ImportLine, type OpenImport, Verdict } from '../core/imports.api.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'

/** Rows on a page of the dry run, and the first one that an address asks for. */
export const rowsAtOnce = 50
export const rowsFrom = (text: string | undefined): number =>
  Math.max(0, Math.min(1_000_000, Math.floor(Number(text) || 0)))

type Deciding = {
  readonly one: OpenImport
  readonly decisions: readonly Decision[]
  readonly onDecide: (line: number, decision: Decision | null) => void
}

const tones: Readonly<Record<PlannedRow['verdict'], StateTone>> = {
  newPerson: 'done',
  repeats: 'done',
  existing: 'done',
  compare: 'now',
  anonymous: 'calm',
  refused: 'late',
}

const textOf = (decision: Decision | undefined): string => {
  if (decision?.as === 'line') return `line ${decision.sameAs}`
  if (decision?.as === 'person') return `person ${decision.personId}`
  return decision?.as ?? ''
}

const decisionIn = (line: number, text: string): Decision | null => {
  const [as, which = ''] = text.split(' ')
  if (as === 'new' || as === 'leaveOut') return { line, as }
  if (as === 'line') return { line, as, sameAs: Number(which) }
  return as === 'person' ? { line, as, personId: which } : null
}

type Resembling = Extract<PlannedRow, { verdict: 'compare' }>

const Likeness = ({ row, decisions, onDecide }: Omit<Deciding, 'one'> & { row: Resembling }): ReactElement => {
  const [say, words] = [useWords(outreachWebWords), useWords(personWords)]
  const reasons = [...row.withLines, ...row.withPersons].flatMap(({ match }) => match.reasons)
  return (
    <Select
      id={`riga-${row.line}`}
      label={say('web.importLikeAsk')}
      hint={[...new Set(reasons)].map((reason) => words(`persons.match.${reason}`)).join(', ')}
      value={textOf(decisions.find(({ line }) => line === row.line))}
      onChange={(event) => onDecide(row.line, decisionIn(row.line, event.target.value))}
      options={[
        { value: '', label: say('web.importLikeWait') },
        { value: 'new', label: say('web.importLikeNew') },
        ...row.withLines.map(({ line }) => ({ value: `line ${line}`, label: say('web.importLikeLine', { line }) })),
        ...row.withPersons.map(({ personId }, at) => ({
          value: `person ${personId}`,
          label: say('web.importLikePerson', { number: at + 1 }),
        })),
        { value: 'leaveOut', label: say('web.importLikeOut') },
      ]}
    />
  )
}

const titleOf = ({ row }: ImportLine, untitled: string): string =>
  'draft' in row ? `${row.draft.givenName} ${row.draft.familyName}` : untitled

const Line = ({ one, ...deciding }: Omit<Deciding, 'one'> & { one: ImportLine }): ReactElement => {
  const [say, words] = [useWords(outreachWebWords), useWords(importWords)]
  const told = [...one.why, ...one.warnings].join(' ')
  const line = say('web.importLine', { line: one.line })
  return (
    <Row
      title={titleOf(one, line)}
      text={'draft' in one.row ? [line, told].filter(Boolean).join('. ') : told}
      state={<Pill tone={tones[one.row.verdict]}>{words(`outreach.import.verdict.${one.row.verdict}`)}</Pill>}
      go={one.row.verdict === 'compare' ? <Likeness row={one.row} {...deciding} /> : null}
    />
  )
}

/** What would happen to each row, with the decisions that are still to be taken. */
export const ImportRows = ({ one, ...deciding }: Deciding): ReactElement => {
  const [say, words] = [useWords(outreachWebWords), useWords(importWords)]
  const [filters, change] = useFilters()
  const from = rowsFrom(filters.from)
  const { rows, total, planned } = one
  return (
    <Section id="righe" title={say('web.importRows')} count={total} block>
      <FilterBar
        label={say('web.importShow')}
        submit={say('web.importShow')}
        onSubmit={(form) => change({ verdict: String(form.get('verdict') ?? ''), from: undefined })}
      >
        <Select
          id="verdict"
          name="verdict"
          label={say('web.importShow')}
          empty={say('web.importShowAll')}
          defaultValue={filters.verdict ?? ''}
          options={Verdict.options.map((value) => ({
            value,
            label: `${words(`outreach.import.verdict.${value}`)} (${planned[value]})`,
          }))}
        />
      </FilterBar>
      {rows.length === 0 && <p className="mt">{say('web.importRowsNone')}</p>}
      <Rows tight>
        {rows.map((row) => (
          <Line key={row.line} one={row} {...deciding} />
        ))}
      </Rows>
      {total > rowsAtOnce && (
        <nav aria-label={say('web.importPages')}>
          <Buttons>
            <span>{say('web.importRange', { from: from + 1, to: from + rows.length, total })}</span>
            {from > 0 && (
              <Button icon="back" onClick={() => change({ from: String(Math.max(0, from - rowsAtOnce)) })}>
                {say('web.importPrevious')}
              </Button>
            )}
            {from + rows.length < total && (
              <Button icon="arrow" onClick={() => change({ from: String(from + rowsAtOnce) })}>
                {say('web.importNext')}
              </Button>
            )}
          </Buttons>
        </nav>
      )}
    </Section>
  )
}
