import type { ReactElement } from 'react'
import { figure } from '../../platform/core/words.ts'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { Ask, type Shown } from './network.hooks.ts'

/** Where to begin: one question at a time stands in front, so that no drawing opens as a ball of lines. */
export const NetworkAsks = ({ shown }: { shown: Shown }): ReactElement => {
  const [say, language] = [useWords(networkPageWords), useLanguage()]
  const [, change] = useFilters()
  const { ask: now, answers, drawing } = shown
  const born = drawing.ties.filter(({ state }) => state === 'new').length
  const countOf = (ask: Ask): number =>
    ask === 'all' ? drawing.nodes.length : ask === 'new' ? born : answers[ask].size
  return (
    <div className="net__asks">
      <fieldset>
        <legend className="label">{say('ask')}</legend>
        {Ask.options.map((ask) => (
          <button key={ask} type="button" className="chip" aria-pressed={ask === now} onClick={() => change({ ask })}>
            {say(`ask.${ask}`)} <span className="count">{figure(language, countOf(ask))}</span>
          </button>
        ))}
      </fieldset>
      <p className="small soft" role="status">
        {say(`asked.${now}`)}
      </p>
    </div>
  )
}
