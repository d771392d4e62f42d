import type { ReactElement } from 'react'
import { useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { drawingWords } from '../core/drawing.words.ts'
import type { Scope } from '../core/network.schema.ts'

/** Which ties the drawing counts and which the figures do: the same words on both pages. Bodies all have a name. */
export const WhichCount = ({ scope }: { scope: Scope }): ReactElement | null => {
  const say = useWords(drawingWords)
  return scope.kind === 'organisations' ? null : <p className="soft">{weighed(say('which'))}</p>
}
