import { useEffect, useRef } from 'react'

const key = 'fl_touched'
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

const lastTouch = (): number => Number(localStorage.getItem(key) ?? 0)

/** Calls `onIdle` once nobody has touched any tab of this browser for some minutes. */
export const useIdle = (watching: boolean, minutes: number, onIdle: () => void): void => {
  const act = useRef(onIdle)
  act.current = onIdle
  useEffect(() => {
    if (!watching) return
    const touch = (): void => localStorage.setItem(key, String(Date.now()))
    touch()
    for (const sign of signs) addEventListener(sign, touch, { passive: true })
    let told = false
    const look = setInterval(() => {
      if (told || Date.now() - lastTouch() < minutes * 60_000) return
      told = true
      act.current()
    }, 10_000)
    return () => {
      for (const sign of signs) removeEventListener(sign, touch)
      clearInterval(look)
    }
  }, [watching, minutes])
}
