import type { ReactElement } from 'react'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { appWords } from './app.words.ts'
import { useTitle } from './title.hooks.ts'

/** An address that no room knows. */
export const NoPage = (): ReactElement => {
  const say = useWords(appWords)
  useTitle(say('app.noPage'))
  return (
    <section className="stack">
      <h1 className="sentence">{say('app.noPage')}</h1>
      <p className="lead">{say('app.noPageHint')}</p>
      <p>
        <a className="btn btn--main" href={at('/')}>
          {say('app.toDesk')}
        </a>
      </p>
    </section>
  )
}

/** A page that threw: what is kept, and the way on. */
export const Broken = (): ReactElement => {
  const say = useWords(appWords)
  return (
    <section className="stack" role="alert">
      <h1 className="sentence">{say('app.broken')}</h1>
      <p className="lead">{say('app.brokenHint')}</p>
      <p>
        <button type="button" className="btn btn--main" onClick={() => location.reload()}>
          {say('app.reload')}
        </button>
      </p>
    </section>
  )
}
