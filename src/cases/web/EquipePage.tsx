import { type ReactElement, useState } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, TextLink } from '../../platform/web/kit/Button.tsx'
import { Card, More, Note } from '../../platform/web/kit/Card.tsx'
import type { ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { Select, TextArea } from '../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { caseApi, type EquipePerson, type OpenedCase } from '../core/case.api.ts'
import { EquipeRole } from '../core/case.schema.ts'
import { caseWords } from '../core/case.words.ts'
import { casePageWords } from '../core/page.words.ts'
import { transferPageWords } from '../core/transferPage.words.ts'
import { CaseFrame } from './CaseFrame.tsx'
import { ColleagueBox } from './Colleague.tsx'

const Member = ({ one, member }: { one: OpenedCase; member: EquipePerson }): ReactElement => {
  const [say, words, language, tell] = [useWords(casePageWords), useWords(caseWords), useLanguage(), useStatus()]
  const act = useAct(caseApi.leave)
  const role = words(`cases.role.${member.role}`)
  const [from, to] = [longDate(language, member.from), longDate(language, member.to ?? member.from)]
  const when = member.endedAt ? say('equipe.until', { role, from, to }) : say('equipe.since', { role, day: from })
  const end = (): void =>
    act.mutate(
      { params: { caseId: one.id, memberId: member.id } },
      { onSuccess: () => tell({ text: say('equipe.ended', { name: member.name }) }) },
    )
  return (
    <>
      <Row
        who={<Who name={member.name} tone={member.role === 'volunteer' ? 'comunita' : 'servizi'} />}
        title={member.name}
        text={[when, member.body].filter(Boolean).join(' · ')}
        go={
          one.rights.equipe &&
          !member.endedAt && (
            <Button look="quiet" icon="leave" about={member.name} busy={act.isPending} onClick={end}>
              {say('equipe.end')}
            </Button>
          )
        }
      />
      {act.error && (
        <li className="row row--bare">
          <Faults faults={[]} error={act.error} />
        </li>
      )}
    </>
  )
}

const Join = ({ one }: { one: OpenedCase }): ReactElement => {
  const [say, words, tell, act] = [useWords(casePageWords), useWords(caseWords), useStatus(), useAct(caseApi.join)]
  const [who, setWho] = useState<ComboOption | null>(null)
  return (
    <Card title={say('equipe.add')} level={2}>
      <ActForm
        act={act}
        go={say('equipe.join')}
        icon="plus"
        onGo={(texts) => {
          const body = { accountId: who?.value ?? '', role: EquipeRole.catch('otherWorker').parse(texts.role) }
          const onSuccess = (): void => {
            setWho(null)
            tell({ text: say('equipe.joined') })
          }
          act.mutate({ params: { caseId: one.id }, body }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <ColleagueBox
              id="accountId"
              districtId={one.districtId}
              value={who}
              error={faults.find(({ field }) => field === 'accountId')?.message}
              onChange={setWho}
            />
            <Select
              id="role"
              name="role"
              label={say('equipe.role')}
              defaultValue="tutor"
              options={EquipeRole.options.map((value) => ({ value, label: words(`cases.role.${value}`) }))}
            />
          </>
        )}
      </ActForm>
    </Card>
  )
}

type Open = OpenedCase['moves'][number]

const PassOn = ({ one }: { one: OpenedCase }): ReactElement => {
  const say = useWords(transferPageWords)
  return (
    <p>
      <TextLink icon="people" href={at(`/casi/${one.id}/passaggio`)}>
        {say('ask.link')}
      </TextLink>
    </p>
  )
}

const Move = ({ one, move }: { one: OpenedCase; move: Open }): ReactElement => {
  const [say, words, tell, act] = [useWords(casePageWords), useWords(caseWords), useStatus(), useAct(caseApi.move)]
  const label = words(`cases.move.${move.move}`)
  if (move.whyNot)
    return <Note>{`${label}: ${words(move.whyNot as keyof (typeof caseWords)['it'], { count: move.count })}`}</Note>
  const { move: name } = move
  if (name === 'transfer') return <PassOn one={one} />
  return (
    <More label={label}>
      <ActForm
        act={act}
        go={label}
        look={name === 'reopen' ? 'main' : 'danger'}
        onGo={({ reason = '' }) =>
          act.mutate(
            { params: { caseId: one.id }, body: { move: name, reason } },
            { onSuccess: () => tell({ text: say('equipe.moved') }) },
          )
        }
      >
        {() => <TextArea id={`reason-${name}`} name="reason" rows={3} maxLength={500} label={say('equipe.reason')} />}
      </ActForm>
    </More>
  )
}

const Equipe = ({ one }: { one: OpenedCase }): ReactElement => {
  const say = useWords(casePageWords)
  const [now, past] = [one.equipe.filter((member) => !member.endedAt), one.equipe.filter((member) => member.endedAt)]
  return (
    <>
      <p className="lead">{weighed(say('equipe.sentence', { count: now.length, name: one.personLabel }))}</p>
      <Rows>
        {now.map((member) => (
          <Member key={member.id} one={one} member={member} />
        ))}
      </Rows>
      {one.rights.equipe && <Join one={one} />}
      {past.length > 0 && (
        <Section id="prima" title={say('equipe.past')}>
          <Rows>
            {past.map((member) => (
              <Member key={member.id} one={one} member={member} />
            ))}
          </Rows>
        </Section>
      )}
      {one.moves.some(({ whyNot }) => !whyNot?.startsWith('cases.opens')) && (
        <Section id="mosse" title={say('equipe.moves')}>
          {one.moves
            .filter(({ whyNot }) => !whyNot?.startsWith('cases.opens'))
            .map((move) => (
              <Move key={move.move} one={one} move={move} />
            ))}
        </Section>
      )}
    </>
  )
}

/** Who follows the person, who did, and the moves of the file itself. */
export const EquipePage = (): ReactElement | null => <CaseFrame tab="equipe">{(one) => <Equipe one={one} />}</CaseFrame>
