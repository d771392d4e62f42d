import type { ReactElement } from 'react'
import { ageOn, dayOf } from '../../platform/core/day.ts'
import { Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { personDeskWords } from '../core/desk.words.ts'
import type { PersonSheet } from '../core/sheet.schema.ts'
import { Accesses } from './Accesses.tsx'
import { CardSection } from './CardSection.tsx'
import { Corrections } from './CorrectionCard.tsx'
import { FileLinks } from './FileLinks.tsx'
import { Grounds } from './Grounds.tsx'
import { Households } from './HouseholdCard.tsx'
import { Merges } from './Merges.tsx'
import { MovedNote } from './MovedNote.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { PersonFrame } from './PersonFrame.tsx'
import { followersOf, nameOf, useBorn } from './PersonLine.tsx'

/** 'Amina Diallo, 34 anni.' and who follows her. */
const Title = ({ sheet }: { sheet: PersonSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const { person } = sheet
  const name = nameOf(person)
  const years = person.birthDate && ageOn(person.birthDate, dayOf(new Date().toISOString()))
  const who = followersOf(sheet.followedBy)
  const lead = who ? say('one.leadFollowed', { who }) : say('one.leadFree')
  return (
    <Sentence lead={lead}>
      {typeof years === 'number'
        ? say('one.sentence', { name, age: say('one.age', { count: years }) })
        : say('one.sentencePlain', { name })}
    </Sentence>
  )
}

const Whole = ({ sheet }: { sheet: PersonSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const { person, may } = sheet
  return (
    <div className="blocks">
      <Title sheet={sheet} />
      <MovedNote person={person} />
      {sheet.joinedFrom && <Note icon="merge">{say('one.joinedFrom')}</Note>}
      <Buttons>
        {may.change && (
          <LinkButton look="main" icon="pencil" href={at(`/persone/${person.id}/modifica`)}>
            {say('one.change')}
          </LinkButton>
        )}
        <FileLinks personId={person.id} followed={person.followed} isWhole />
        {may.merge && (
          <LinkButton icon="merge" href={at(`/persone/${person.id}/unisci`)}>
            {say('one.merge')}
          </LinkButton>
        )}
      </Buttons>
      {may.card && <Corrections personId={person.id} />}
      <Section id="scheda" title={say('one.facts')}>
        <PersonFacts sheet={sheet} />
      </Section>
      <Households sheet={sheet} />
      {may.card && <CardSection sheet={sheet} />}
      <Grounds sheet={sheet} />
      <Merges merges={sheet.merges} />
      {may.accesses && <Accesses personId={person.id} />}
    </div>
  )
}

/** Somebody whom others follow: the base, and whom to ask. */
const Base = ({ sheet }: { sheet: PersonSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const born = useBorn()
  const who = followersOf(sheet.followedBy)
  return (
    <>
      <Sentence lead={born(sheet.person)}>{say('one.sentencePlain', { name: nameOf(sheet.person) })}</Sentence>
      <MayNot title={who ? say('one.closed', { who }) : say('people.askNobody')}>{say('one.closedHint')}</MayNot>
      <FileLinks personId={sheet.person.id} followed={sheet.person.followed} isWhole={false} />
    </>
  )
}

/** One person, as far as the reader may see. */
export const PersonPage = (): ReactElement => (
  <PersonFrame>{(sheet) => (sheet.values ? <Whole sheet={sheet} /> : <Base sheet={sheet} />)}</PersonFrame>
)
