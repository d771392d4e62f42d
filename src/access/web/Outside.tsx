import type { ReactElement, ReactNode } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { PersonShell } from '../../platform/web/kit/Shells.tsx'
import { useChooseLanguage, useLanguage, useWords } from '../../platform/web/language.tsx'
import { signInWords } from '../core/signIn.words.ts'

/** What stands around the pages before sign-in: the mark, the other language, one narrow column. */
export const Outside = ({ children }: { children: ReactNode }): ReactElement => {
  const [say, language, choose] = [useWords(signInWords), useLanguage(), useChooseLanguage()]
  const other = language === 'it' ? 'en' : 'it'
  return (
    <PersonShell
      name={say('name')}
      home="/"
      skip={say('skip')}
      narrow
      tools={
        <Button look="quiet" icon="globe" lang={other} onClick={() => choose(other)}>
          {say('other')}
        </Button>
      }
    >
      <div className="blocks">{children}</div>
    </PersonShell>
  )
}
