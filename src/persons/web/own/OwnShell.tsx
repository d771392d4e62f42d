import type { ReactElement, ReactNode } from 'react'
import { Button } from '../../../platform/web/kit/Button.tsx'
import { LanguageSwitch } from '../../../platform/web/kit/Lists.tsx'
import { PersonShell } from '../../../platform/web/kit/Shells.tsx'
import { useLanguage, useWords } from '../../../platform/web/language.tsx'
import { personsWords } from '../../core/persons.words.ts'

const names = { it: 'Italiano', en: 'English' } as const

const Tools = ({ isIn }: { isIn: boolean }): ReactElement => {
  const say = useWords(personsWords)
  const language = useLanguage()
  return (
    <div className="btns">
      <LanguageSwitch
        label={say('persons.own.language')}
        items={(['it', 'en'] as const).map((code) => ({
          code,
          name: names[code],
          href: `?lang=${code}`,
          current: code === language,
        }))}
      />
      {isIn && (
        <form method="post" action="/mio/esci">
          <Button type="submit" look="quiet" icon="leave">
            {say('persons.own.leave')}
          </Button>
        </form>
      )}
    </div>
  )
}

/** The frame of every page of the person's own. */
export const OwnShell = (props: { isIn: boolean; narrow: boolean; children: ReactNode }): ReactElement => {
  const say = useWords(personsWords)
  return (
    <PersonShell
      name="Fare Legami"
      home={props.isIn ? '/mio/patto' : '/'}
      skip={say('persons.own.skip')}
      narrow={props.narrow}
      tools={<Tools isIn={props.isIn} />}
      foot={
        <>
          {props.isIn && <p>{say('persons.own.foot')}</p>}
          <p>
            <a href="/privacy">{say('persons.own.privacy')}</a>
          </p>
        </>
      }
    >
      {props.children}
    </PersonShell>
  )
}
