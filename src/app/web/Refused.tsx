import type { ReactElement } from 'react'
import { platformWords } from '../../platform/core/platform.words.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'

/** A refusal as the content of a page: its first sentence tells what happened, the others what to do. */
export const Refused = ({ why }: { why: string }): ReactElement => {
  const say = useWords(platformWords)
  const [first, ...others] = why.split(/(?<=\.) /)
  return (
    <div className="stack">
      <Sentence lead={others.join(' ') || undefined}>{first}</Sentence>
      <p>
        <LinkButton href="/">{say('platform.backHome')}</LinkButton>
      </p>
    </div>
  )
}
