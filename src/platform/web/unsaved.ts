/** Out of reach, too busy or locked: worth asking again. */
export const isPassing = (status: number): boolean => status === 0 || status === 401 || status === 429 || status >= 500

/** Saves as soon as the network is back, and warns before the page is left with something unsaved. Ends what it began. */
export const watchUnsaved = (back: () => void, isUnsaved: () => boolean): (() => void) => {
  const leaving = (event: BeforeUnloadEvent): void => {
    if (isUnsaved()) event.preventDefault()
  }
  window.addEventListener('online', back)
  window.addEventListener('beforeunload', leaving)
  return () => {
    window.removeEventListener('online', back)
    window.removeEventListener('beforeunload', leaving)
  }
}
