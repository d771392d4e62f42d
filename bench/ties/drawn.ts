import { chanceFrom } from '../../src/ties/core/network/chance.ts'
import type { Network, NetworkNode, NetworkTie } from '../../src/ties/core/network.schema.ts'
import { townOf } from './town.ts'

const day = '2026-11-22'
const kinds = ['person', 'person', 'person', 'person', 'household', 'public', 'thirdSector', 'firm', 'school'] as const
const origins = ['pact', 'lab', 'hours', 'center'] as const

/** An invented network to be drawn: so many nodes and about so many ties, half of them born in the last ten months. */
export const drawnTown = (size: number, ties: number): Network => {
  const [chance, town] = [chanceFrom(7), townOf(size, 3)]
  const pick = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(chance() * all.length)] ?? all[0]
  const share = ties / town.from.length
  const kept = [...town.from.keys()].filter(() => chance() < share)
  const tie = (number: number): NetworkTie => {
    const isOld = chance() < 0.5
    const month = String(1 + Math.floor(chance() * 10)).padStart(2, '0')
    return {
      from: town.from[number] ?? 0,
      to: town.to[number] ?? 0,
      kind: 'friend',
      strength: 2,
      direction: 'mutual',
      since: isOld ? '2019-05-01' : `2026-${month}-15`,
      until: chance() < 0.05 ? '2026-11-01' : null,
      origin: isOld ? 'before' : pick(origins),
      originLabel: '',
      counts: true,
    }
  }
  const node = (number: number): NetworkNode => ({
    key: `n${number}`,
    kind: pick(kinds),
    label: `Nodo ${number}`,
    age: '35-54',
    town: '019035',
    caseId: null,
  })
  return {
    scope: { kind: 'programme', id: '' },
    name: '',
    day,
    firstDay: '2019-05-01',
    lastDay: day,
    nodes: Array.from({ length: size }, (_, number) => node(number)),
    ties: kept.map(tie),
    towns: [{ istatCode: '019035', name: 'Crema' }],
    cut: false,
    definition: { version: 1, text: '' },
  }
}
