import type { ReactElement, ReactNode } from 'react'

const weigh = (text: string, [part, ...others]: readonly string[]): ReactNode[] => {
  if (part === undefined) return [text]
  const from = part === '' ? -1 : text.indexOf(part)
  if (from < 0) return weigh(text, others)
  return [
    ...weigh(text.slice(0, from), others),
    <strong key={`${part}${from}`}>{part}</strong>,
    ...weigh(text.slice(from + part.length), others),
  ]
}

/** A sentence with some of its parts in bold. */
export const Weighed = (props: { text: string; parts: readonly string[] }): ReactElement => (
  <>{weigh(props.text, props.parts)}</>
)
