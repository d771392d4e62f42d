import { Fragment, type ReactNode } from 'react'

/** A text whose words weigh numbers and names with <b>; nothing else in it is markup. */
export const weighed = (text: string): ReactNode => {
  const [plain = '', ...rest] = text.split('<b>')
  return rest.reduce<ReactNode>((before, part) => {
    const [heavy = '', after = ''] = part.split('</b>')
    return (
      <Fragment key={part}>
        {before}
        <strong>{heavy}</strong>
        {after}
      </Fragment>
    )
  }, plain)
}
