import type { ReactElement } from 'react'
import { Callout, Card } from '../../platform/web/kit/Card.tsx'
import { useParams } from '../../platform/web/navigation.ts'
import type { PactContent } from '../core/content.schema.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { shownText } from '../core/pact.view.ts'
import { AsksLeave } from './AsksLeave.tsx'
import { Loaded } from './Loaded.tsx'
import { PactCommitments } from './PactCommitments.tsx'
import { PactGiving, PactMade } from './PactGiving.tsx'
import { PactGoals } from './PactGoals.tsx'
import { PactCrumbs, PactHead } from './PactHead.tsx'
import { PactMoves, PendingText } from './PactMoves.tsx'
import { PactPapers } from './PactPapers.tsx'
import { PactAfter, PactReviews } from './PactReviews.tsx'
import { PactSigns } from './PactSigns.tsx'
import { PactStory } from './PactStory.tsx'
import { PactSupports } from './PactSupports.tsx'
import { PanelDecision } from './PanelDecision.tsx'
import { usePactWords, useSheet, useWhy } from './pact.hooks.ts'
import { RefusedTexts } from './RefusedTexts.tsx'

const Purpose = ({ content }: { content: PactContent }): ReactElement | null => {
  const say = usePactWords()
  if (content.purpose === '' && content.ifNotKept === '') return null
  const lines = [
    ['pacts.page.purpose', content.purpose],
    ['pacts.page.ifNotKept', content.ifNotKept],
  ] as const
  return (
    <div className="block goals">
      {lines
        .filter(([, text]) => text !== '')
        .map(([key, text]) => (
          <Card key={key} title={say(key)} level={2}>
            <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
          </Card>
        ))}
    </div>
  )
}

const Text = ({ sheet, content }: { sheet: PactSheet; content: PactContent }): ReactElement => (
  <>
    <PactCommitments sheet={sheet} content={content} />
    <PactMade sheet={sheet} content={content} />
    <PactGoals sheet={sheet} content={content} />
    <Purpose content={content} />
    <PactSupports sheet={sheet} content={content} />
    <PactGiving sheet={sheet} content={content} />
  </>
)

/** One pact whole, as its tutor, its equipe, the coordinator and the panel see it. */
const Sheet = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const sayWhy = useWhy()
  const text = shownText(sheet)
  // the panel reads the text on its agenda, also when an older one binds
  const content = sheet.mayReview && !sheet.mayWrite ? (sheet.pending ?? text)?.content : text?.content
  return (
    <>
      <PactCrumbs sheet={sheet} />
      <PactHead sheet={sheet} />
      <AsksLeave sheet={sheet} />
      <PendingText sheet={sheet} />
      {sheet.warnings.map((why) => (
        <Callout key={why.code}>{sayWhy(why)}</Callout>
      ))}
      <PactMoves sheet={sheet} />
      {content && <Text sheet={sheet} content={content} />}
      <PanelDecision sheet={sheet} />
      <RefusedTexts sheet={sheet} />
      <PactReviews sheet={sheet} />
      <PactAfter sheet={sheet} />
      <div className="duo block">
        <PactSigns sheet={sheet} />
        <PactStory sheet={sheet} />
      </div>
      <PactPapers sheet={sheet} />
    </>
  )
}

export const PactPage = (): ReactElement => {
  const { pactId = '' } = useParams()
  return <Loaded read={useSheet(pactId)}>{(sheet) => <Sheet key={pactId} sheet={sheet} />}</Loaded>
}
