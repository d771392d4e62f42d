import type { ReactElement } from 'react'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { at } from '../../platform/web/navigation.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { usePactWords } from './pact.hooks.ts'

/** A review or a follow-up that is over, or is not the reader's to hold. */
export const NotToHold = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  return (
    <MayNot
      level={1}
      title={say(sheet.mayWrite ? 'pacts.hold.gone' : 'pacts.mayNot')}
      act={<LinkButton href={at(`/patti/${sheet.pact.id}`)}>{say('pacts.toPact')}</LinkButton>}
    >
      {say(sheet.mayWrite ? 'pacts.hold.goneHint' : 'pacts.mayNotHint')}
    </MayNot>
  )
}
