import { useRef } from 'react'

/** A key for one intention: the same body gets the same key, so that a second click or try is the same act. */
export const useIntention = (): ((body: unknown) => string) => {
  const last = useRef({ text: '', key: '' })
  return (body) => {
    const text = JSON.stringify(body)
    if (text !== last.current.text || last.current.key === '') last.current = { text, key: crypto.randomUUID() }
    return last.current.key
  }
}
