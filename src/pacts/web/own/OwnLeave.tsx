import type { ReactElement } from 'react'
import { Button, TextLink } from '../../../platform/web/kit/Button.tsx'
import { TextArea } from '../../../platform/web/kit/Field.tsx'
import { Sentence } from '../../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../../platform/web/language.tsx'
import { ownWords } from '../../core/own.words.ts'

/** Where the person asks to leave the pact, in their own words or in none. */
export const OwnLeave = (props: { pactId: string; typed: string; error: boolean }): ReactElement => {
  const say = useWords(ownWords)
  return (
    <div className="stack">
      <Sentence lead={say('pacts.own.leaveLead')}>{say('pacts.own.leaveTitle')}</Sentence>
      <form className="form" method="post" noValidate>
        <input type="hidden" name="pactId" value={props.pactId} />
        <TextArea
          id="text"
          name="text"
          optional
          label={say('pacts.own.leaveWhy')}
          hint={say('pacts.own.leaveWhyHint')}
          error={props.error ? say('pacts.own.leaveLong') : undefined}
          defaultValue={props.typed}
          maxLength={2000}
        />
        <Button type="submit" look="main">
          {say('pacts.own.leaveSend')}
        </Button>
      </form>
      <p>
        <TextLink href="/mio/patto" icon="back">
          {say('pacts.own.back')}
        </TextLink>
      </p>
    </div>
  )
}
