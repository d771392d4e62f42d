import type { ReactElement } from 'react'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { animalOf } from '../core/animals.ts'
import { classPageWords } from '../core/class.page.words.ts'
import type { ClassWave } from '../core/class.schema.ts'
import { listed } from './years.ts'

const centre = 300
const radius = 245

const placeOf = (number: number, pupils: number): { x: number; y: number } => {
  const angle = (2 * Math.PI * (number - 1)) / pupils - Math.PI / 2
  return { x: Math.round(centre + radius * Math.cos(angle)), y: Math.round(centre + radius * Math.sin(angle)) }
}

const Line = (props: { from: number; to: number; pupils: number; mutual: boolean }): ReactElement => {
  const [a, b] = [placeOf(props.from, props.pupils), placeOf(props.to, props.pupils)]
  // towards the middle, so that lines between neighbours are seen
  const [cx, cy] = [(a.x + b.x + 2 * centre) / 4, (a.y + b.y + 2 * centre) / 4]
  return (
    <path
      d={`M${a.x} ${a.y}Q${cx} ${cy} ${b.x} ${b.y}`}
      className={props.mutual ? 'sociogram__mutual' : 'sociogram__way'}
    />
  )
}

/** Numbers on a circle in their own order: full lines for those who chose each other, dashed for choices not returned. */
export const Sociogram = ({
  wave,
  pupils,
  label,
}: {
  wave: ClassWave
  pupils: number
  label: string
}): ReactElement => {
  const say = useWords(classPageWords)
  return (
    <svg className="sociogram" viewBox="0 0 600 600" role="img" aria-label={`${label}. ${say('page.drawingSays')}`}>
      {wave.oneWay.map(([from, to]) => (
        <Line key={`${from}-${to}`} from={from} to={to} pupils={pupils} mutual={false} />
      ))}
      {wave.mutual.map(([from, to]) => (
        <Line key={`${from}-${to}`} from={from} to={to} pupils={pupils} mutual />
      ))}
      {Array.from({ length: pupils }, (_, no) => {
        const { x, y } = placeOf(no + 1, pupils)
        const answered = wave.answered.includes(no + 1)
        return (
          <g key={`${x} ${y}`}>
            <circle className={`sociogram__one${answered ? '' : ' sociogram__silent'}`} cx={x} cy={y} r="18" />
            <text className="sociogram__number" x={x} y={y + 6} textAnchor="middle">
              {no + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

type PupilRow = { readonly number: number; readonly says: string }

/** The same in a table, in the order of the numbers. */
export const PupilTable = ({ wave, pupils, id }: { wave: ClassWave; pupils: number; id: string }): ReactElement => {
  const [say, language] = [useWords(classPageWords), useLanguage()]
  const saysOf = (number: number): string => {
    const mutual = wave.mutual.flatMap(([a, b]) => (a === number ? [b] : b === number ? [a] : []))
    const parts = [
      ...(wave.answered.includes(number) ? [] : [say('page.state.notAnswered')]),
      ...(mutual.length > 0 ? [say('page.state.mutual', { numbers: listed(mutual) })] : []),
      ...(wave.alone.includes(number) ? [say('page.state.alone')] : []),
    ]
    return parts.length > 0 ? parts.join('; ') : say('page.state.other')
  }
  const columns: Column<PupilRow>[] = [
    { key: 'number', head: say('page.number'), cell: ({ number }) => `${number} ${animalOf(language, number)}` },
    { key: 'says', head: say('page.state'), cell: ({ says }) => says },
  ]
  const rows = Array.from({ length: pupils }, (_, no) => ({ number: no + 1, says: saysOf(no + 1) }))
  return (
    <Section id={id} title={say('page.table')}>
      <Table caption={say('page.table')} columns={columns} rows={rows} rowKey={({ number }) => String(number)} />
    </Section>
  )
}
