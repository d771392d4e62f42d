import { type ReactElement, type ReactNode, useState } from 'react'
import { More } from '../../platform/web/kit/Card.tsx'

const longest = 90

/** One item of a long text: closed it says its first words, a new one stands open. */
export const Fold = (props: { title: string; gist: string; children: ReactNode }): ReactElement => {
  const gist = props.gist.trim()
  const [isNew] = useState(gist === '')
  return (
    <More
      open={isNew}
      label={
        <span>
          <b>{props.title}</b>
          {gist && `: ${gist.length > longest ? `${gist.slice(0, longest - 2)}…` : gist}`}
        </span>
      }
    >
      {props.children}
    </More>
  )
}

/** Opens whatever a field is folded away in. */
export const unfold = (field: Element | null): void => {
  for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
}
