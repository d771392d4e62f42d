import type { ReactElement } from 'react'
import { initialsOf } from './Who.tsx'

const heights: Record<number, readonly number[]> = { 1: [112], 2: [66, 158], 3: [42, 112, 182] }

/** A person and up to three people met through the programme, joined by warm lines with a bead. */
export const TieFan = (props: { who: string; others: readonly string[]; label: string }): ReactElement => {
  const others = props.others.slice(0, 3)
  const ys = heights[others.length] ?? []
  return (
    <svg viewBox="0 0 260 220" role="img" aria-label={props.label} className="madeposs__draw">
      {others.map((name, index) => {
        const y = ys[index] ?? 112
        return (
          <g key={name} fontWeight="700" textAnchor="middle" fontSize="17">
            <path
              d={`M72 112Q120 ${112 + (y - 112) * 0.62} 192 ${112 + (y - 112) * 0.93}`}
              stroke="#b35900"
              strokeWidth="3"
              fill="none"
            />
            <circle cx="130" cy={112 + (y - 112) * 0.56} r="7" fill="#b35900" stroke="#fdf0e1" strokeWidth="2" />
            <circle cx="212" cy={y} r="24" fill="#fff" stroke="#b35900" strokeWidth="2" />
            <text x="212" y={y + 6} fill="#8a4400">
              {initialsOf(name)}
            </text>
          </g>
        )
      })}
      <circle cx="52" cy="112" r="32" fill="#f5eef9" stroke="#7a3e9d" strokeWidth="2" />
      <text x="52" y="119" fill="#7a3e9d" fontSize="20" fontWeight="700" textAnchor="middle">
        {initialsOf(props.who)}
      </text>
    </svg>
  )
}
