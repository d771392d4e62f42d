import type { ReactElement, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { classes } from './speaks.ts'

/** The first column is the row's heading. `href` on the head sorts; `sorted` says how it stands now. */
export type Column<R> = {
  key: string
  head: string
  sub?: string | undefined
  href?: string | undefined
  sorted?: 'ascending' | 'descending' | undefined
  number?: boolean | undefined
  cell: (row: R) => ReactNode
}

export type TableProps<R> = {
  caption: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  groups?: readonly { key: string; title: ReactNode; rows: readonly R[] }[] | undefined
}

const Head = <R,>({ columns }: { columns: readonly Column<R>[] }): ReactElement => (
  // biome-ignore-start lint/a11y/noRedundantRoles: as cards on a phone the table loses its roles unless they are written
  <thead role="rowgroup">
    <tr role="row">
      {columns.map((column) => (
        <th
          key={column.key}
          role="columnheader"
          scope="col"
          aria-sort={column.sorted}
          className={column.number ? 'num' : undefined}
        >
          {column.href ? (
            <a href={column.href}>
              {column.head}
              {column.sorted && <Icon name={column.sorted === 'ascending' ? 'chevronUp' : 'chevronDown'} />}
            </a>
          ) : (
            column.head
          )}
          {column.sub && <span className="th-sub">{column.sub}</span>}
        </th>
      ))}
    </tr>
  </thead>
  // biome-ignore-end lint/a11y/noRedundantRoles: see above
)

const Line = <R,>({ row, columns }: { row: R; columns: readonly Column<R>[] }): ReactElement => {
  const [first, ...others] = columns
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see Head
    <tr role="row">
      <th role="rowheader" scope="row">
        {first?.cell(row)}
      </th>
      {others.map((column) => (
        <td key={column.key} role="cell" className={classes(column.number && 'num') || undefined}>
          <span className="lbl" aria-hidden="true">
            {column.head}
          </span>
          <span>{column.cell(row)}</span>
        </td>
      ))}
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: see Head
  )
}

/** A table that becomes cards on a phone. The caption is heard, not seen. */
export const Table = <R,>(props: TableProps<R>): ReactElement => {
  const groups = props.groups ?? [{ key: 'all', title: null, rows: props.rows }]
  return (
    <div className="table-wrap">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see Head */}
      <table className="table" role="table">
        <caption className="sr">{props.caption}</caption>
        <Head columns={props.columns} />
        {groups.map((group) => (
          <tbody key={group.key} role="rowgroup">
            {group.title && (
              <tr role="row" className="is-group">
                {/* biome-ignore lint/a11y/useSemanticElements: the row is the heading of its group */}
                <th role="rowheader" scope="rowgroup" colSpan={props.columns.length}>
                  {group.title}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Line key={props.rowKey(row)} row={row} columns={props.columns} />
            ))}
          </tbody>
        ))}
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see Head */}
    </div>
  )
}
