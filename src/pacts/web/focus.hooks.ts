import { useEffect, useState } from 'react'

/** Brings the focus back to where it was when a dialog that is put up anew each time goes away. */
export const useFocusBack = (): void => {
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (from instanceof HTMLElement && from.isConnected) from.focus()
        else document.getElementById('contenuto')?.focus()
      })
    },
    [from],
  )
}
