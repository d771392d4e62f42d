import { type ReactElement, useEffect, useState } from 'react'
import type { Day } from '../../platform/core/day.ts'
import { longDate, monthOf } from '../../platform/core/words.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { networkPageWords } from '../core/drawing.page.words.ts'

type Lives = readonly { readonly born: number; readonly before: number }[]
type Props = {
  moments: readonly Day[]
  lives: Lives
  now: number
  still: boolean
  onMove: (moment: number) => void
}

const pace = 700

/** How many ties there were at each moment, those born here in front: seen, while the slider is heard. */
const Growth = ({ lives, now }: { lives: Lives; now: number }): ReactElement => {
  const most = Math.max(1, ...lives.map(({ born, before }) => born + before))
  const wide = 100 / lives.length
  return (
    <svg className="net__growth" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      {lives.map(({ born, before }, moment) => {
        const [warm, grey] = [(28 * born) / most, (28 * before) / most]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: moments stand in their order
          <g key={moment} opacity={moment <= now ? 1 : 0.35}>
            <rect className="old" x={moment * wide} y={30 - grey} width={wide * 0.8} height={grey} />
            <rect className="new" x={moment * wide} y={30 - grey - warm} width={wide * 0.8} height={warm} />
          </g>
        )
      })}
    </svg>
  )
}

/** Runs through the months while `runs`, and stops at the last. */
const useRun = (props: Props): readonly [boolean, () => void] => {
  const [runs, setRuns] = useState(false)
  const { now, moments, onMove } = props
  const last = moments.length - 1
  useEffect(() => {
    if (!runs) return
    if (now >= last) return setRuns(false)
    const timer = setTimeout(() => onMove(now + 1), pace)
    return () => clearTimeout(timer)
  }, [runs, now, last, onMove])
  const toggle = (): void => {
    if (!runs && now >= last) onMove(0)
    setRuns(!runs)
  }
  return [runs, toggle]
}

/** The day that is drawn: a slider of months from the first day, one step back or ahead, and a run through all of them. */
export const NetworkTime = (props: Props): ReactElement => {
  const [say, language] = [useWords(networkPageWords), useLanguage()]
  const { moments, now, onMove, still } = props
  const [runs, toggle] = useRun(props)
  const day = moments[now] ?? ''
  const last = moments.length - 1
  const said = now === last || now === 0 ? longDate(language, day) : monthOf(language, day)
  return (
    <div className="net__time">
      <div className="net__slider">
        <label htmlFor="day">
          {say('time')}: <b>{said}</b>
        </label>
        <Growth lives={props.lives} now={now} />
        <input
          id="day"
          type="range"
          min={0}
          max={last}
          step={1}
          value={now}
          aria-valuetext={said}
          onChange={(event) => onMove(Number(event.target.value))}
        />
        <p className="net__ends small soft" aria-hidden="true">
          <span>{monthOf(language, moments[0] ?? day)}</span>
          <span>{monthOf(language, moments[last] ?? day)}</span>
        </p>
      </div>
      <div className="net__run">
        <Button icon="chevronLeft" aria-disabled={now === 0} onClick={() => now > 0 && onMove(now - 1)}>
          {say('earlier')}
        </Button>
        <Button icon="chevronRight" aria-disabled={now === last} onClick={() => now < last && onMove(now + 1)}>
          {say('later')}
        </Button>
        {!still && (
          <Button icon={runs ? 'pause' : 'play'} onClick={toggle}>
            {say(runs ? 'pause' : 'play')}
          </Button>
        )}
      </div>
    </div>
  )
}
