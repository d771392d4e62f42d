import type { ReactElement, ReactNode } from 'react'
import { icons } from './icons.ts'
import { useKitWords } from './speaks.ts'
import { type Label, placeLabels } from './tie-labels.ts'
import { centre, type DrawnTie, ego, type PlacedTie, paper, placeTies, rings, type TieKind } from './tie-layout.ts'
import { initialsOf } from './Who.tsx'

const Ends = ({ tie, label }: { tie: PlacedTie; label: Label | undefined }): ReactElement => (
  <g className={tie.kind}>
    <circle cx={tie.x} cy={tie.y} r={tie.r} />
    {tie.body ? (
      <path className="body" d={icons.building} transform={`translate(${tie.x - 16} ${tie.y - 17}) scale(1.34)`} />
    ) : (
      <text className="ini" x={tie.x} y={tie.y + 8} data-private={tie.third ? '' : undefined}>
        {initialsOf(tie.name)}
      </text>
    )}
    {label && (
      <text className="rel" x={label.x} y={label.y}>
        {tie.relation}
      </text>
    )}
  </g>
)

const Bead = ({ tie }: { tie: PlacedTie }): ReactElement | null =>
  tie.beadAt ? (
    <g className={tie.beadAt.r < 13 ? 'bead bead--small' : 'bead'}>
      <circle cx={tie.beadAt.x} cy={tie.beadAt.y} r={tie.beadAt.r} />
      {tie.bead && (
        <text x={tie.beadAt.x} y={tie.beadAt.y + (tie.beadAt.r < 13 ? 5 : 6.5)}>
          {tie.bead}
        </text>
      )}
    </g>
  ) : null

/** The place it left, and an arrow towards where it stands now. */
const Ghost = ({ tie }: { tie: PlacedTie }): ReactElement | null => {
  if (tie.ghost === null) return null
  const [dx, dy] = [tie.x - tie.ghost.x, tie.y - tie.ghost.y]
  const length = Math.hypot(dx, dy)
  const tip = length - tie.r - 6
  const along = (distance: number, side = 0): string =>
    `${Math.round((tie.ghost?.x ?? 0) + (dx * distance - dy * side) / length)} ${Math.round((tie.ghost?.y ?? 0) + (dy * distance + dx * side) / length)}`
  return (
    <g className="ghost">
      <circle cx={tie.ghost.x} cy={tie.ghost.y} r={tie.ghost.r} />
      <path d={`M${along(15)}L${along(tip)}M${along(tip - 9, 8)}L${along(tip)}L${along(tip - 9, -8)}`} />
    </g>
  )
}

const samples: Record<TieKind, ReactElement> = {
  new: (
    <>
      <path d="M2 12H54" stroke="#b35900" strokeWidth="4" />
      <circle cx="28" cy="12" r="8" fill="#b35900" />
    </>
  ),
  old: <path d="M2 12H54" stroke="#66727f" strokeWidth="4" />,
  lost: <path d="M3 12H54" stroke="#66727f" strokeWidth="4" strokeDasharray="0.1 9" />,
}

const closer = (
  <g fill="none" stroke="#66727f" strokeWidth="2.5">
    <circle cx="9" cy="12" r="7" />
    <path d="M20 12H50M43 6l7 6-7 6" />
  </g>
)

const kindWords = { new: 'born', old: 'before', lost: 'lost' } as const

/** The same ties as words: line, name, relation, what it is, where it was born. */
export const TieList = (props: { ties: readonly DrawnTie[]; label: string }): ReactElement => {
  const words = useKitWords()
  return (
    <ul className="ties" aria-label={props.label}>
      {props.ties.map((tie) => (
        <li key={tie.id}>
          <svg viewBox="0 0 56 24" aria-hidden="true" strokeLinecap="round">
            {samples[tie.kind]}
          </svg>
          <span>
            <b>{tie.name}</b>
            {tie.relation && `, ${tie.relation}`}
            <br />
            <span className="small soft">
              {words(kindWords[tie.kind])}
              {tie.was !== undefined && tie.was > tie.closeness && `. ${words('closer')}`}
              {tie.origin && `: ${tie.origin}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How a drawing of ties is read; `closer` is the arrow of one that came nearer. */
export const TieKey = (props: {
  label: string
  items: readonly { kind: TieKind | 'closer'; text: ReactNode }[]
}): ReactElement => (
  <ul className="key" aria-label={props.label}>
    {props.items.map(({ kind, text }) => (
      <li key={kind}>
        <svg viewBox="0 0 56 24" aria-hidden="true" strokeLinecap="round">
          {kind === 'closer' ? closer : samples[kind]}
        </svg>
        <span>{text}</span>
      </li>
    ))}
  </ul>
)

/**
 * A person's ties: at most twelve drawn, all of them in the list beside, or whatever else is put `beside`. `rings` names
 * them from near to far; `links` are pairs who know each other, `below` stands under the drawing.
 */
export const TieDrawing = (props: {
  who: string
  ties: readonly DrawnTie[]
  label: string
  description: string
  listLabel: string
  rings: readonly [string, string, string]
  links?: readonly (readonly [string, string])[] | undefined
  below?: ReactNode
  beside?: ReactNode
}): ReactElement => {
  const placed = placeTies(props.ties)
  const labels = placeLabels(placed, props.rings)
  const at = new Map(placed.map((tie) => [tie.id, tie]))
  return (
    <div className="mapbox">
      <div>
        <svg
          className="map"
          viewBox={`${paper.x} ${paper.y} ${paper.width} ${paper.height}`}
          role="img"
          aria-label={`${props.label}. ${props.description}`}
        >
          <g className="rings">
            {[rings[3], rings[2], rings[1]].map((radius) => (
              <circle key={radius} cx={centre.x} cy={centre.y} r={radius} />
            ))}
          </g>
          {(props.links ?? []).map(([a, b]) => {
            const [from, to] = [at.get(a), at.get(b)]
            return from && to ? (
              <path key={a + b} className="l-alters" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            ) : null
          })}
          {placed.map((tie) => (
            <path key={tie.id} className={`l-${tie.kind}`} d={`M${centre.x} ${centre.y}L${tie.x} ${tie.y}`} />
          ))}
          <g className="ringtext">
            {labels.rings.map(
              (label, index) =>
                label && (
                  <text key={props.rings[index]} x={label.x} y={label.y}>
                    {props.rings[index]}
                  </text>
                ),
            )}
          </g>
          {placed.map((tie) => (
            <g key={tie.id}>
              <Ghost tie={tie} />
              <Ends tie={tie} label={labels.relations.get(tie.id)} />
              <Bead tie={tie} />
            </g>
          ))}
          <g className="ego">
            <circle cx={ego.x} cy={ego.y} r={ego.r} />
            <text x={centre.x} y={centre.y + 8}>
              {props.who}
            </text>
          </g>
        </svg>
        {props.below}
      </div>
      {props.beside ?? <TieList ties={props.ties} label={props.listLabel} />}
    </div>
  )
}
