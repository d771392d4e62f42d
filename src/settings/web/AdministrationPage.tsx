import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { answerWords } from '../../platform/core/answer.words.ts'
import type { Permission } from '../../platform/core/permission.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import type { IconName } from '../../platform/web/kit/icons.ts'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { settingsApi } from '../core/settings.api.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Thing = {
  readonly key:
    | 'programme'
    | 'districts'
    | 'catalogues'
    | 'targets'
    | 'legame'
    | 'measures'
    | 'organisations'
    | 'people'
    | 'roles'
    | 'mail'
    | 'configuration'
  readonly href: `/${string}`
  readonly icon: IconName
  readonly permission: Permission
}

const groups: readonly { readonly key: 'rules' | 'network' | 'whole'; readonly things: readonly Thing[] }[] = [
  {
    key: 'rules',
    things: [
      { key: 'programme', href: '/amministrazione/programma', icon: 'calendar', permission: 'settings.manage' },
      { key: 'districts', href: '/amministrazione/ambiti', icon: 'pin', permission: 'settings.manage' },
      { key: 'catalogues', href: '/amministrazione/cataloghi/pactKind', icon: 'list', permission: 'settings.manage' },
      { key: 'targets', href: '/amministrazione/risultati-attesi', icon: 'chart', permission: 'settings.manage' },
      { key: 'legame', href: '/amministrazione/legame', icon: 'link', permission: 'settings.manage' },
      { key: 'measures', href: '/amministrazione/misure', icon: 'step', permission: 'settings.manage' },
    ],
  },
  {
    key: 'network',
    things: [
      { key: 'people', href: '/amministrazione/persone', icon: 'people', permission: 'accounts.manage' },
      { key: 'roles', href: '/amministrazione/ruoli', icon: 'key', permission: 'accounts.manage' },
      { key: 'organisations', href: '/enti', icon: 'building', permission: 'organisations.read' },
      { key: 'mail', href: '/amministrazione/posta', icon: 'mail', permission: 'outbox.read' },
    ],
  },
  {
    key: 'whole',
    things: [
      { key: 'configuration', href: '/amministrazione/configurazione', icon: 'file', permission: 'settings.manage' },
    ],
  },
]

/** Whoever holds one of these has something to set up. */
const entrances: readonly Permission[] = ['settings.manage', 'accounts.manage', 'outbox.read']

const Group = ({ name, things }: { name: 'rules' | 'network' | 'whole'; things: readonly Thing[] }): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <Section id={name} title={say(name)} block>
      <Rows>
        {things.map(({ key, href, icon }) => (
          <Row
            key={key}
            who={<Who icon={icon} tone="servizi" />}
            title={say(key)}
            href={at(href)}
            text={say(`${key}Say`)}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** What can be set up, for whoever may. */
export const AdministrationPage = (): ReactElement | null => {
  const [say, sayAnswer] = [useWords(settingsWebWords), useWords(answerWords)]
  const programme = useRead(settingsApi.programme)
  const permissions = useRead(signInApi.me).data?.account?.permissions ?? []
  const isHere = entrances.some((permission) => permissions.includes(permission))
  const mine = groups
    .map((group) => ({ ...group, things: group.things.filter(({ permission }) => permissions.includes(permission)) }))
    .filter(({ things }) => things.length > 0)
  if (!isHere)
    return (
      <MayNot level={1} title={sayAnswer('mayNot')}>
        {sayAnswer('mayNotHint')}
      </MayNot>
    )
  return (
    <Answered of={programme}>
      {({ name }) => (
        <>
          <Sentence lead={say('lead')}>{weighed(say('sentence', { programme: name }))}</Sentence>
          {mine.map(({ key, things }) => (
            <Group key={key} name={key} things={things} />
          ))}
        </>
      )}
    </Answered>
  )
}
