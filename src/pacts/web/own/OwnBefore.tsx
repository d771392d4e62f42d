import type { ReactElement } from 'react'
import { longDate } from '../../../platform/core/words.ts'
import { TextLink } from '../../../platform/web/kit/Button.tsx'
import { Row, Rows } from '../../../platform/web/kit/Rows.tsx'
import { Section } from '../../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../../platform/web/language.tsx'
import type { OwnBefore as Before } from '../../core/own.view.ts'
import { ownWords } from '../../core/own.words.ts'

const useTime = (): ((one: Before) => string) => {
  const say = useWords(ownWords)
  const language = useLanguage()
  return ({ from, to }) => {
    if (to === null) return ''
    const until = longDate(language, to)
    return from === null
      ? say('pacts.own.until', { to: until })
      : say('pacts.own.fromTo', { from: longDate(language, from), to: until })
  }
}

/** Pacts and times that are over, also those under a record that was joined to the person's. */
export const OwnBefore = ({ rows }: { rows: readonly Before[] }): ReactElement | null => {
  const say = useWords(ownWords)
  const time = useTime()
  if (rows.length === 0) return null
  return (
    <Section id="before" title={say('pacts.own.before')}>
      <Rows>
        {rows.map((one) => (
          <Row
            key={one.id}
            title={one.pactId ? say('pacts.own.beforePact', { number: one.number }) : say('pacts.own.beforeCase')}
            text={time(one)}
            go={
              one.pactId && (
                <TextLink href={`/mio/patto.pdf?patto=${one.pactId}`} icon="file">
                  {say('pacts.own.readPact', { number: one.number })}
                </TextLink>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
