import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Icon } from './Icon.tsx'
import { useKitWords } from './speaks.ts'

export type StatusMessage = { text: string; undo?: (() => void) | undefined }

const Telling = createContext<(message: StatusMessage | null) => void>(() => {})

/** Tells what happened; with `undo` an undo button stands beside it. The message stays until it is closed, replaced, or something else is done. */
export const useStatus = (): ((message: StatusMessage | null) => void) => useContext(Telling)

const Toast = (props: { message: StatusMessage; onClose: () => void }): ReactElement => {
  const words = useKitWords()
  return (
    <div className="toast">
      <span>{props.message.text}</span>
      {props.message.undo && (
        <button
          type="button"
          className="link"
          onClick={() => {
            props.message.undo?.()
            props.onClose()
          }}
        >
          <Icon name="undo" />
          {words('undo')}
        </button>
      )}
      <button type="button" className="icon-link" aria-label={words('close')} onClick={props.onClose}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** Time to read before the next thing that is done takes a message away, in milliseconds. */
const toRead = 1500

/** The message goes with the next button or link: left standing, it would cover what is to be pressed then. */
const useGoing = (message: StatusMessage | null, close: () => void): void => {
  const leave = useRef(close)
  leave.current = close
  useEffect(() => {
    if (message === null) return
    const since = Date.now()
    const pressed = (event: MouseEvent): void => {
      const on = event.target instanceof Element ? event.target.closest('a, button') : null
      if (on && !on.closest('.toast') && Date.now() - since > toRead) leave.current()
    }
    document.addEventListener('click', pressed)
    return () => document.removeEventListener('click', pressed)
  }, [message])
}

/** Put once around the desk: a polite region at the bottom of the window that useStatus speaks through. */
export const StatusRegion = ({ children }: { children: ReactNode }): ReactElement => {
  const [message, setMessage] = useState<StatusMessage | null>(null)
  useGoing(message, () => setMessage(null))
  const tell = useMemo(() => (next: StatusMessage | null) => setMessage(next), [])
  return (
    <Telling value={tell}>
      {children}
      <div className="status-region" role="status">
        {message && <Toast message={message} onClose={() => setMessage(null)} />}
      </div>
    </Telling>
  )
}
