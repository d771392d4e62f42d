import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Card } from '../../platform/web/kit/Card.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personWords } from '../core/person.words.ts'
import type { HouseholdSheet, PersonSheet } from '../core/sheet.schema.ts'

const HouseholdCard = ({ household, self }: { household: HouseholdSheet; self: string }): ReactElement => {
  const [say, words, language] = [useWords(personDeskWords), useWords(personWords), useLanguage()]
  return (
    <Card title={household.label} icon="house">
      {household.address && (
        <p className="soft">{[household.address, household.municipality].filter(Boolean).join(', ')}</p>
      )}
      <Rows tight>
        {household.members
          .filter(({ personId }) => personId !== self)
          .map((member) => (
            <Row
              key={member.id}
              level={4}
              who={<Who name={member.name} size="s" />}
              title={member.name}
              href={at(`/persone/${member.personId}`)}
              text={say('house.since', {
                role: words(`persons.role.${member.role}`),
                day: longDate(language, member.from),
              })}
            />
          ))}
      </Rows>
      <p>
        <LinkButton href={at(`/nuclei/${household.id}`)} about={household.label}>
          {say('one.openHousehold')}
        </LinkButton>
      </p>
    </Card>
  )
}

/** Who the person lives with. */
export const Households = ({ sheet }: { sheet: PersonSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const { households, person, may } = sheet
  return (
    <Section id="nucleo" title={say('one.households')}>
      {households.map((household) => (
        <HouseholdCard key={household.id} household={household} self={person.id} />
      ))}
      {households.length === 0 && (
        <div className="stack">
          <p className="soft">{say('one.noHousehold')}</p>
          {may.change && (
            <p>
              <LinkButton href={at(`/persone/${person.id}/nucleo`)} icon="house">
                {say('one.makeHousehold')}
              </LinkButton>
            </p>
          )}
        </div>
      )}
    </Section>
  )
}
