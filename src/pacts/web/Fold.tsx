import { type ReactElement, type ReactNode, useState } from 'react'
import { Icon } from '../../platform/web/kit/Icon.tsx'

const longest = 90

/** One item of a long text: closed it says its first words. A new one stands open, and opening one closes the others. */
export const Fold = (props: { title: string; gist: string; children: ReactNode }): ReactElement => {
  const gist = props.gist.trim()
  const [isNew] = useState(gist === '')
  return (
    <details className="more" name="fold" open={isNew}>
      <summary>
        <Icon name="chevronDown" />
        <span>
          {props.title}
          {gist && `: ${gist.length > longest ? `${gist.slice(0, longest - 2)}…` : gist}`}
        </span>
      </summary>
      {props.children}
    </details>
  )
}

/** Opens whatever a field is folded away in. */
export const unfold = (field: Element | null): void => {
  for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
}
