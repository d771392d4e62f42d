import { isYearOver } from '../../centers/core/class.ts'
import type { Instant } from '../../platform/core/day.ts'
import { atHour, idOn, plusDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import { accountsWith, type Ground } from './network.plan.ts'
import type { PlannedClass } from './told.schema.ts'

const most = 3
const daysAgo = { made: 45, first: 42, second: 8 } as const

/** Groups of four who play together; some choose across, and a few are chosen by nobody the first time. */
const choicesOf = (
  chance: Chance,
  pupil: number,
  { pupils, lonely }: { pupils: number; lonely: readonly number[] },
): number[] => {
  const group = Math.floor((pupil - 1) / 4)
  const likely = (other: number): number =>
    other === pupil || lonely.includes(other) ? 0 : Math.floor((other - 1) / 4) === group ? 12 : 1
  const all = Array.from({ length: pupils }, (_, no) => no + 1).filter((other) => likely(other) > 0)
  const chosen = new Set<number>()
  const wanted = chance.weighted([
    [1, 10],
    [2, 35],
    [3, 55],
  ])
  while (chosen.size < wanted) chosen.add(chance.weighted(all.map((other) => [other, likely(other)] as const)))
  return [...chosen].sort((a, b) => a - b)
}

type Wave = PlannedClass['waves'][number]

const waveOf = (
  chance: Chance,
  {
    number,
    openedAt,
    pupils,
    lonely,
    absent,
  }: Pick<Wave, 'number' | 'openedAt'> & { pupils: number; lonely: readonly number[]; absent: number },
): Wave => {
  const away = new Set(
    chance.some(
      Array.from({ length: pupils }, (_, no) => no + 1),
      absent,
    ),
  )
  const at: Instant = `${openedAt.slice(0, 14)}20:00.000Z`
  const answers = Array.from({ length: pupils }, (_, no) => no + 1)
    .filter((pupil) => !away.has(pupil))
    .map((pupil) => ({ pupil, choices: choicesOf(chance, pupil, { pupils, lonely }), at }))
  return { number, question: 'play', most, openedAt, closesAt: `${openedAt.slice(0, 11)}15:00:00.000Z`, answers }
}

/** One class of two conversations for each teacher, and one that is only prepared. */
export const classesPlan = (chance: Chance, ground: Ground): PlannedClass[] =>
  ground.districts.flatMap((district) => {
    const [teacher] = accountsWith(ground, 'teacher', district.id)
    if (!teacher) return []
    const year = Number(ground.today.slice(0, 4))
    const base = {
      districtId: district.id,
      teacherId: teacher.id,
      organisationId: teacher.organisationId,
      schoolYear: isYearOver(year - 1, ground.today) ? year : year - 1,
    }
    const pupils = chance.int(19, 24)
    const day = (ago: number) => plusDays(ground.today, -ago)
    const [lonely, absent] = [
      chance.some(
        Array.from({ length: pupils }, (_, no) => no + 1),
        3,
      ),
      chance.int(1, 3),
    ]
    const asked = {
      ...{ id: idOn(day(daysAgo.made), chance), name: '3ª B', pupils, createdAt: atHour(day(daysAgo.made), 12, 0) },
      purpose: 'Fare i gruppi di lavoro in modo che nessuno resti da solo, e guardare di nuovo dopo i laboratori.',
      waves: [
        waveOf(chance, { number: 1, openedAt: atHour(day(daysAgo.first), 8, 0), pupils, lonely, absent }),
        waveOf(chance, {
          number: 2,
          openedAt: atHour(day(daysAgo.second), 8, 0),
          pupils,
          lonely: lonely.slice(0, 1),
          absent: 1,
        }),
      ],
    }
    const prepared = {
      ...{
        id: idOn(day(3), chance),
        name: '1ª A',
        pupils: chance.int(18, 25),
        createdAt: atHour(day(3), 12, 0),
        waves: [],
      },
      purpose: 'Capire come sta nascendo il gruppo di una classe prima, per formare i tavoli.',
    }
    return [
      { ...base, ...asked },
      { ...base, ...prepared },
    ]
  })
