import type { ReactElement } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { classes } from './speaks.ts'

/** Whose circle it is: a person, the services, the community, a tie born here, a tie from before. */
export type WhoTone = 'persona' | 'servizi' | 'comunita' | 'tie' | 'old'

/** The first letters of the first and last word: 'Amina T.' gives 'AT'. */
export const initialsOf = (name: string): string => {
  const words = name.split(/[\s.'’-]+/u).filter((word) => /^\p{L}/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => (word ?? '').slice(0, 1).toLocaleUpperCase('it')).join('')
}

/** Initials (or an icon) in a circle, never a photograph; silent, the name stands beside it. */
export const Who = (props: {
  name?: string | undefined
  icon?: IconName | undefined
  tone?: WhoTone | undefined
  size?: 's' | 'm' | 'l' | undefined
}): ReactElement => (
  <span
    className={classes(
      'who',
      props.tone && props.tone !== 'persona' && `who--${props.tone}`,
      props.size && props.size !== 'm' && `who--${props.size}`,
    )}
    aria-hidden="true"
  >
    {props.icon ? <Icon name={props.icon} /> : initialsOf(props.name ?? '')}
  </span>
)

/** A few circles that overlap: a household, a group. */
export const Whos = (props: {
  names: readonly string[]
  tone?: WhoTone | undefined
  size?: 's' | 'm' | 'l' | undefined
}): ReactElement => (
  <p className="whos" aria-hidden="true">
    {props.names.map((name) => (
      <Who key={name} name={name} tone={props.tone ?? 'persona'} size={props.size ?? 'm'} />
    ))}
  </p>
)
