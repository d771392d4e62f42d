import type { ReactElement } from 'react'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import type { OpenedCase } from '../core/case.api.ts'
import { caseWords } from '../core/case.words.ts'
import { casePageWords } from '../core/page.words.ts'

/** Who follows the person now: name, what they do, from which body. */
export const EquipeNames = ({ one }: { one: OpenedCase }): ReactElement => {
  const [say, words] = [useWords(casePageWords), useWords(caseWords)]
  return (
    <aside className="blocks">
      <Section
        id="equipe"
        title={say('tab.equipe')}
        more={<TextLink href={at(`/casi/${one.id}/equipe`)}>{say('equipe.title', { name: one.personLabel })}</TextLink>}
      >
        <Rows tight>
          {one.equipe
            .filter(({ endedAt }) => endedAt === null)
            .map((member) => (
              <Row
                key={member.id}
                who={<Who name={member.name} tone={member.role === 'volunteer' ? 'comunita' : 'servizi'} size="s" />}
                title={member.name}
                text={[words(`cases.role.${member.role}`), member.body].filter(Boolean).join(', ')}
              />
            ))}
        </Rows>
      </Section>
    </aside>
  )
}
