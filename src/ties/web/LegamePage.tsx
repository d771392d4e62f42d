import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { dayOf } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Answered } from '../../platform/web/Answered.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { partsOf } from '../../platform/web/form.ts'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { DateInput, Select, TextArea } from '../../platform/web/kit/Field.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { type LegameVersion, legameApi } from '../../settings/core/legame.schema.ts'
import { legameOn } from '../../settings/core/legame.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { legamePageWords } from '../core/legame.words.ts'
import { TieKind } from '../core/tie.schema.ts'
import { tieWords } from '../core/tie.words.ts'
import { bodyKinds, useBrings } from './legame.hooks.ts'

const start = '2000-01-01'

const useRule = (): ((one: LegameVersion) => string) => {
  const [say, words] = [useWords(legamePageWords), useWords(tieWords)]
  return ({ months, namedByPerson, leftOut }) => {
    const kinds = TieKind.options.filter((kind) => leftOut.includes(kind)).map((kind) => words(`ties.kind.${kind}`))
    return [
      say(namedByPerson ? 'named' : 'seen'),
      months === 0 ? say('monthsNone') : say('months', { count: months }),
      ...(kinds.length > 0 ? [say('without', { kinds: kinds.join(', ').toLocaleLowerCase('it') })] : []),
    ].join('; ')
  }
}

const Brought = ({ last }: { last: LegameVersion }): ReactElement => {
  const [say, words, node] = [useWords(legamePageWords), useWords(tieWords), useWords(networkPageWords)]
  const kinds = TieKind.options.map((value) => ({ value, label: words(`ties.kind.${value}`) }))
  return (
    <>
      <ChoiceGroup
        id="bonding"
        name="bonding"
        many
        label={say('fieldBonding')}
        hint={say('fieldBondingHint')}
        defaultValue={last.bonding}
        options={kinds}
      />
      <ChoiceGroup
        id="linking"
        name="linking"
        many
        label={say('fieldLinking')}
        hint={say('fieldLinkingHint')}
        defaultValue={last.linking}
        options={kinds}
      />
      <ChoiceGroup
        id="linkingBodies"
        name="linkingBodies"
        many
        label={say('fieldBodies')}
        defaultValue={last.linkingBodies}
        options={bodyKinds.map((value) => ({ value, label: node(`node.${value}`) }))}
      />
    </>
  )
}

const Version = ({ one, newest }: { one: LegameVersion; newest: boolean }): ReactElement => {
  const [say, language, rule] = [useWords(legamePageWords), useLanguage(), useRule()]
  const brings = useBrings()
  const from = one.fromDay === start ? say('fromStart') : say('from', { day: longDate(language, one.fromDay) })
  const by = one.madeByName && say('by', { name: one.madeByName, day: longDate(language, one.madeAt.slice(0, 10)) })
  return (
    <ThreadItem
      bead={newest ? 'tie' : 'done'}
      title={`${say('version', { version: one.version })}, ${from}`}
      text={[rule(one), brings(one), by].filter(Boolean).join('. ')}
    >
      <p>{language === 'it' ? one.textIt : one.textEn}</p>
    </ThreadItem>
  )
}

const NextForm = ({ last }: { last: LegameVersion }): ReactElement => {
  const [say, words, tell] = [useWords(legamePageWords), useWords(tieWords), useStatus()]
  const act = useAct(legameApi.write)
  return (
    <Section id="prossima" title={say('next')} block>
      <p className="soft">{say('nextHint')}</p>
      <ActForm
        act={act}
        go={say('save', { version: last.version + 1 })}
        onGo={({ months, named, textIt = '', textEn = '', fromDay = '', ...lists }, clear) => {
          const onSuccess = (): void => {
            clear()
            tell({ text: say('saved') })
          }
          const given = { months: Number(months), namedByPerson: named !== 'no' }
          const chosen = {
            leftOut: partsOf(lists.leftOut),
            bonding: partsOf(lists.bonding),
            linking: partsOf(lists.linking),
            linkingBodies: partsOf(lists.linkingBodies),
          }
          act.mutate({ body: { ...given, ...chosen, textIt, textEn, fromDay, after: last.version } }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <Select
              id="months"
              name="months"
              label={say('fieldMonths')}
              defaultValue={String(last.months)}
              options={Array.from({ length: 25 }, (_, month) => ({ value: String(month), label: String(month) }))}
            />
            <Select
              id="named"
              name="named"
              label={say('fieldNamed')}
              defaultValue={last.namedByPerson ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: say('fieldNamedYes') },
                { value: 'no', label: say('fieldNamedNo') },
              ]}
            />
            <ChoiceGroup
              id="leftOut"
              name="leftOut"
              many
              label={say('fieldLeftOut')}
              defaultValue={last.leftOut}
              options={TieKind.options.map((value) => ({ value, label: words(`ties.kind.${value}`) }))}
            />
            <Brought last={last} />
            {(['textIt', 'textEn'] as const).map((field) => (
              <TextArea
                key={field}
                id={field}
                name={field}
                maxLength={600}
                label={say(field === 'textIt' ? 'fieldTextIt' : 'fieldTextEn')}
                defaultValue={last[field]}
                error={faultAt(faults, field)}
              />
            ))}
            <DateInput id="fromDay" name="fromDay" label={say('fieldFrom')} error={faultAt(faults, 'fromDay')} />
          </>
        )}
      </ActForm>
    </Section>
  )
}

/** The words that count today; a version that holds from a later day waits below. */
const InForce = ({ one }: { one: LegameVersion | undefined }): ReactElement | null => {
  const [say, language] = [useWords(legamePageWords), useLanguage()]
  if (!one) return null
  return (
    <Sentence lead={say('lead')} eyebrow={say('title')}>
      {weighed(say('now', { text: language === 'it' ? one.textIt : one.textEn }))}
    </Sentence>
  )
}

/** What the programme counts as a legame: the words in force, every version before, and the form for the next. */
export const LegamePage = (): ReactElement => {
  const say = useWords(legamePageWords)
  const mayWrite = useRead(signInApi.me).data?.account?.permissions.includes('settings.manage') ?? false
  const found = useRead(legameApi.versions)
  return (
    <>
      <Crumbs
        label={say('here')}
        items={[
          ...(mayWrite ? [{ label: say('administration'), href: at('/amministrazione') }] : []),
          { label: say('title') },
        ]}
      />
      <Answered of={found}>
        {({ rows }) => (
          <>
            <InForce one={legameOn(rows, dayOf(new Date().toISOString()))} />
            <Section id="versioni" title={say('versions')} block>
              <Thread>
                {rows.map((one, index) => (
                  <Version key={one.version} one={one} newest={index === 0} />
                ))}
              </Thread>
            </Section>
            {mayWrite && rows[0] && <NextForm key={rows[0].version} last={rows[0]} />}
          </>
        )}
      </Answered>
    </>
  )
}
