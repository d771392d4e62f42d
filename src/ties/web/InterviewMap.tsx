import { type ReactElement, useState } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { interviewWords } from '../core/interview.words.ts'
import type { SheetAlter, WaveSheet } from '../core/wave.api.ts'
import type { Spot } from '../core/wave.place.ts'
import type { Alter, Closeness } from '../core/wave.schema.ts'
import { aliveIn, stillThere } from '../core/wave.ts'
import { InterviewDrawing } from './InterviewDrawing.tsx'
import { InterviewForm } from './InterviewForm.tsx'
import { InterviewList } from './InterviewList.tsx'
import { draftOpen } from './interview.draft.ts'
import { bare, useInterview, useTold } from './interview.hooks.ts'

/** What is being written: somebody new, perhaps on the circle that was touched, or somebody who is there. */
type Writing = { readonly alter: SheetAlter | null; readonly spot: Spot | null }

/** 'Finora 5 persone: 2 molto vicine, 3 vicine.' */
const useSoFar = (): ((sheet: WaveSheet) => string) => {
  const say = useWords(interviewWords)
  return ({ alters }) => {
    const alive = aliveIn(alters)
    if (alive.length === 0) return say('sofar.none')
    const rings = ([1, 2, 3] as const).flatMap((ring: Closeness) => {
      const count = alive.filter(({ closeness }) => closeness === ring).length
      return count > 0 ? [say(`sofar.ring.${ring}`, { count })] : []
    })
    return `${say('sofar.near', { count: alive.length })}: ${rings.join(', ')}.`
  }
}

const useTelling = (): {
  put: (alter: Alter) => void
  still: (alter: SheetAlter) => void
  place: (id: string, spot: Spot) => void
} => {
  const [{ tell }, told] = [useInterview(), useTold()]
  const put = (alter: Alter): void => tell({ kind: 'alter', alter })
  return {
    put,
    still: (alter) => put({ ...bare(alter), change: 'same', until: null }),
    place: (id, spot) => {
      const found = told.alters.find((alter) => alter.id === id)
      if (!found || found.change === 'gone') return
      const moved = { ...bare(found), ...spot }
      put(found.tieId === null ? moved : { ...moved, change: stillThere(moved, found.before ?? found) })
    },
  }
}

/** Who is close: by touch on the circles or, all of it, from the list. */
export const InterviewMap = (): ReactElement => {
  const [say, told, soFar] = [useWords(interviewWords), useTold(), useSoFar()]
  const [writing, setWriting] = useState<Writing | null>(() => {
    const open = draftOpen(told)
    return open === null ? null : { alter: told.alters.find(({ id }) => id === open) ?? null, spot: null }
  })
  const { put, still, place } = useTelling()
  const write = (id: string): void =>
    setWriting({ alter: told.alters.find((one) => one.id === id) ?? null, spot: null })
  return (
    <>
      <Sentence lead={weighed(soFar(told))}>{weighed(say('map.title', { name: told.person }))}</Sentence>
      <div className={writing ? 'talk talk--writing block' : 'talk block'}>
        <div className="talk__draw">
          <InterviewDrawing
            who={told.person}
            alters={told.alters}
            links={told.links}
            chosen={writing?.alter?.id ?? null}
            onSpot={(spot) => setWriting({ alter: null, spot })}
            onTap={write}
            onPlace={place}
          />
          <Note icon="hand">{say('map.touch')}</Note>
        </div>
        <div className="talk__read">
          {writing ? (
            <InterviewForm
              key={writing.alter?.id ?? `new-${writing.spot?.angle ?? ''}`}
              sheet={told}
              alter={writing.alter}
              spot={writing.spot}
              onSave={(alter) => {
                put(alter)
                setWriting(null)
              }}
              onCancel={() => setWriting(null)}
            />
          ) : (
            <>
              <Button look="main" big wide icon="plus" onClick={() => setWriting({ alter: null, spot: null })}>
                {say('map.add')}
              </Button>
              <InterviewList
                alters={told.alters}
                onChange={write}
                onStill={still}
                onGone={(alter) => put({ ...bare(alter), change: 'gone' })}
              />
            </>
          )}
        </div>
      </div>
    </>
  )
}
