import type { ReactElement } from 'react'
import { dateAndTime } from '../../../platform/core/words.ts'
import { LinkButton, TextLink } from '../../../platform/web/kit/Button.tsx'
import { Icon } from '../../../platform/web/kit/Icon.tsx'
import { Sentence } from '../../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../../platform/web/language.tsx'
import type { OwnOpened as Opened } from '../../core/own.view.ts'
import { ownWords } from '../../core/own.words.ts'

const List = ({ rows }: { rows: readonly Opened[] }): ReactElement => {
  const say = useWords(ownWords)
  const language = useLanguage()
  if (rows.length === 0) return <p className="soft">{say('pacts.own.openedNobody')}</p>
  return (
    <ul className="opened">
      {rows.map((row) => (
        <li key={`${row.at} ${row.who} ${row.sentence}`}>
          {row.who && (
            <>
              <b>{row.who}</b>
              {row.body && `, ${row.body}`}
              <br />
            </>
          )}
          {row.who ? row.sentence : row.sentence.charAt(0).toUpperCase() + row.sentence.slice(1)}
          {row.reason && (
            <>
              <br />
              {say('pacts.own.openedWhy', { reason: row.reason })}
            </>
          )}
          <br />
          <span className="soft small">{dateAndTime(language, row.at)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The last ones who opened the file, on the own page. */
export const OwnOpened = ({ rows }: { rows: readonly Opened[] }): ReactElement => {
  const say = useWords(ownWords)
  return (
    <section className="card" aria-labelledby="opened">
      <h2 id="opened" className="icon-h">
        <Icon name="eye" />
        {say('pacts.own.opened')}
      </h2>
      <List rows={rows} />
      <TextLink href="/mio/accessi">{say('pacts.own.openedAll')}</TextLink>
      <LinkButton href="/mio/correzione" wide>
        {say('pacts.own.openedAsk')}
      </LinkButton>
    </section>
  )
}

/** All of them, on a page of their own. */
export const OwnAccesses = ({ rows }: { rows: readonly Opened[] }): ReactElement => {
  const say = useWords(ownWords)
  return (
    <div className="stack">
      <Sentence lead={say('pacts.own.openedLead')}>{say('pacts.own.opened')}</Sentence>
      <List rows={rows} />
      <LinkButton href="/mio/correzione">{say('pacts.own.openedAsk')}</LinkButton>
      <TextLink href="/mio/patto" icon="back">
        {say('pacts.own.back')}
      </TextLink>
    </div>
  )
}
