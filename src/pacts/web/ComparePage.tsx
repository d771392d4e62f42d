import { lazy, type ReactElement, Suspense } from 'react'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { at, useFilters, useParams } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { versionApi } from '../core/version.api.ts'
import { useCell } from './cell.hooks.ts'
import { Loaded } from './Loaded.tsx'
import { PactCrumbs } from './PactHead.tsx'
import { usePactWords, useSheet, useWhy } from './pact.hooks.ts'

const VersionDiff = lazy(() =>
  import('../../platform/web/kit/Compare.tsx').then((kit) => ({ default: kit.VersionDiff })),
)

const Choose = (props: { sheet: PactSheet; a: number; b: number }): ReactElement => {
  const say = usePactWords()
  const [, change] = useFilters()
  const options = props.sheet.versions.map(({ number }) => ({
    value: String(number),
    label: say('pacts.version.title', { number }),
  }))
  return (
    <FilterBar
      label={say('pacts.compare.choose')}
      submit={say('pacts.compare.show')}
      onSubmit={(form) => change({ a: String(form.get('a')), b: String(form.get('b')) })}
    >
      <Select
        id="compare-a"
        name="a"
        label={say('pacts.compare.from')}
        options={options}
        defaultValue={String(props.a)}
      />
      <Select
        id="compare-b"
        name="b"
        label={say('pacts.compare.to')}
        options={options}
        defaultValue={String(props.b)}
      />
    </FilterBar>
  )
}

const Compared = ({ sheet, a, b }: { sheet: PactSheet; a: number; b: number }): ReactElement => {
  const say = usePactWords()
  const sayWhy = useWhy()
  const cell = useCell()
  const read = useRead(versionApi.compare, { params: { pactId: sheet.pact.id }, query: { a, b } })
  return (
    <Loaded read={read}>
      {({ rows, b: newer }) => (
        <>
          <Sentence>
            {rows.length === 0
              ? say('pacts.compare.same', { a, b })
              : say('pacts.compare.sentence', { a, b, count: rows.length })}
          </Sentence>
          {newer.reason && <Note>{say('pacts.compare.why', { reason: newer.reason })}</Note>}
          <Choose key={`${a}-${b}`} sheet={sheet} a={a} b={b} />
          <Suspense>
            <VersionDiff
              before={say('pacts.version.title', { number: a })}
              after={say('pacts.version.title', { number: b })}
              rows={rows.map((row, index) => ({
                id: `row-${index}`,
                label: sayWhy({ code: row.label }),
                before: cell(row.path, row.before),
                after: cell(row.path, row.after),
              }))}
            />
          </Suspense>
        </>
      )}
    </Loaded>
  )
}

const Versions = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const [filters] = useFilters()
  const numbers = sheet.versions.map(({ number }) => number).sort((one, other) => one - other)
  const wanted = (name: string, otherwise: number | undefined): number => {
    const number = Number(filters[name])
    return numbers.includes(number) ? number : (otherwise ?? 1)
  }
  return (
    <>
      <PactCrumbs sheet={sheet} here={say('pacts.compare.show')} />
      {numbers.length < 2 ? (
        <EmptyState
          level={1}
          title={say('pacts.compare.one')}
          act={<LinkButton href={at(`/patti/${sheet.pact.id}`)}>{say('pacts.toPact')}</LinkButton>}
        >
          {say('pacts.compare.oneHint')}
        </EmptyState>
      ) : (
        <Compared sheet={sheet} a={wanted('a', numbers.at(-2))} b={wanted('b', numbers.at(-1))} />
      )}
    </>
  )
}

/** Two texts of a pact side by side, with what changed. */
export const ComparePage = (): ReactElement => {
  const { pactId = '' } = useParams()
  return <Loaded read={useSheet(pactId)}>{(sheet) => <Versions sheet={sheet} />}</Loaded>
}
