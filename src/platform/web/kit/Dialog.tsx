import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './Icon.tsx'
import { useKitWords } from './speaks.ts'

/** A modal on the browser's own <dialog>: Escape closes, focus stays inside and comes back. `acts` are the buttons below. */
export const Dialog = (props: {
  open: boolean
  onClose: () => void
  title: ReactNode
  acts?: ReactNode
  children: ReactNode
}): ReactElement => {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  const words = useKitWords()
  useEffect(() => {
    const dialog = box.current
    if (dialog === null || dialog.open === props.open) return
    if (props.open) dialog.showModal()
    else dialog.close()
  }, [props.open])
  return (
    <dialog className="dialog" ref={box} aria-labelledby={id} onClose={props.onClose}>
      <div className="dialog__head">
        <h2 id={id}>{props.title}</h2>
        <button type="button" className="icon-link" aria-label={words('close')} onClick={() => box.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div className="dialog__body">{props.children}</div>
      {props.acts && <div className="dialog__acts">{props.acts}</div>}
    </dialog>
  )
}
