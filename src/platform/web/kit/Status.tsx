import { createContext, type ReactElement, type ReactNode, useContext, useMemo, useState } from 'react'
import { Icon } from './Icon.tsx'
import { useKitWords } from './speaks.ts'

export type StatusMessage = { text: string; undo?: (() => void) | undefined }

const Telling = createContext<(message: StatusMessage | null) => void>(() => {})

/** Tells what happened; with `undo` an undo button stands beside it. The message stays until it is closed or replaced. */
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

/** Put once around the desk: a polite region at the bottom of the window that useStatus speaks through. */
export const StatusRegion = ({ children }: { children: ReactNode }): ReactElement => {
  const [message, setMessage] = useState<StatusMessage | null>(null)
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
