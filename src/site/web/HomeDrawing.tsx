import type { ReactElement } from 'react'
import { useWords } from '../../platform/web/language.tsx'
import { siteWords } from '../core/site.words.ts'

type Dot = readonly [tone: 'h-p' | 'h-s' | 'h-c', x: number, y: number, initials: string]

const people: readonly Dot[] = [
  ['h-p', 70, 96, 'LM'],
  ['h-s', 166, 70, 'OP'],
  ['h-p', 206, 160, 'AT'],
  ['h-c', 270, 236, 'KB'],
  ['h-c', 366, 130, 'TG'],
  ['h-p', 430, 206, 'BL'],
  ['h-s', 330, 292, 'RZ'],
  ['h-c', 470, 296, 'IM'],
  ['h-p', 526, 240, 'DF'],
]
/** Each warm line with the bead at its middle. */
const ties: readonly (readonly [path: string, x: number, y: number])[] = [
  ['M166 70Q216 105 206 160', 201, 110],
  ['M70 96Q128 168 206 160', 133, 148],
  ['M206 160Q286 95 366 130', 286, 120],
  ['M366 130Q434 154 430 206', 416, 161],
  ['M270 236Q294 173 366 130', 306, 178],
  ['M430 206Q390 289 330 292', 385, 269],
  ['M430 206Q488 193 526 240', 483, 208],
  ['M330 292Q400 330 470 296', 400, 312],
]

/** Nobody in particular: a few circles, the lines between them, a river. */
export const HomeDrawing = (): ReactElement => {
  const say = useWords(siteWords)
  return (
    <figure>
      <svg className="hero__svg" viewBox="0 0 560 440" role="img" aria-labelledby="drawing">
        <title id="drawing">{say('site.home.drawing')}</title>
        <g fill="none" stroke="#D3E6F8" strokeLinecap="round">
          <path d="M96 8C84 70 130 124 118 194s14 140 40 208" strokeWidth="13" />
          <path d="M14 414C90 388 140 430 216 412S330 372 396 394s96 26 146 6" strokeWidth="30" />
        </g>
        <g className="h-old">
          <path d="M70 96L166 70M470 296L526 240M270 236L330 292" />
        </g>
        <g className="h-tie">
          {ties.map(([path, x, y]) => (
            <g key={path}>
              <path d={path} />
              <circle cx={x} cy={y} r="7" />
            </g>
          ))}
        </g>
        {people.map(([tone, x, y, initials]) => (
          <g key={initials} className={tone}>
            <circle cx={x} cy={y} r="25" />
            <text x={x} y={y + 6.5}>
              {initials}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="small">
        <svg viewBox="0 0 44 14" aria-hidden="true">
          <path d="M2 7H42" stroke="#B35900" strokeWidth="3" strokeLinecap="round" />
          <circle cx="22" cy="7" r="6" fill="#B35900" />
        </svg>
        {say('site.home.legend')}
      </figcaption>
    </figure>
  )
}
