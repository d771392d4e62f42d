import type { ReactElement } from 'react'
import { Permission } from '../../platform/core/permission.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton, TextLink } from '../../platform/web/kit/Button.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useGo, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { type RoleRow, Scope } from '../core/account.schema.ts'
import { accountsApi } from '../core/accounts.api.ts'
import { adminWords } from '../core/admin.words.ts'
import { permissionWords } from '../core/permission.words.ts'
import { Ask, errorAt, textOf } from './Ask.tsx'

/** The roles of the programme. */
export const RolesPage = (): ReactElement => {
  const [say, language] = [useWords(adminWords), useLanguage()]
  return (
    <Answered of={useRead(accountsApi.roles)}>
      {({ rows }) => (
        <div className="blocks">
          <Sentence lead={say('roles.lead')}>{say('roles.sentence')}</Sentence>
          <Rows>
            {rows.map((role) => (
              <Row
                key={role.code}
                title={language === 'en' ? role.nameEn : role.nameIt}
                href={at(`/amministrazione/ruoli/${role.code}`)}
                text={[
                  say(`scope.${role.scope}`),
                  say('roles.can', { count: role.permissions.length }),
                  say('roles.holders', { count: role.holders }),
                ].join(' · ')}
              />
            ))}
          </Rows>
          <div className="btns">
            <LinkButton icon="plus" href={at('/amministrazione/ruoli/nuovo')}>
              {say('roles.new')}
            </LinkButton>
          </div>
        </div>
      )}
    </Answered>
  )
}

const RoleForm = ({ role }: { role: RoleRow | undefined }): ReactElement => {
  const [say, can, tell, go] = [useWords(adminWords), useWords(permissionWords), useStatus(), useGo()]
  const act = useAct(accountsApi.saveRole)
  const give = (form: FormData): void => {
    const chosen = form.getAll('permissions').map(String)
    const body = {
      nameIt: textOf(form, 'nameIt'),
      nameEn: textOf(form, 'nameEn'),
      scope: Scope.catch('district').parse(form.get('scope')),
      permissions: Permission.options.filter((one) => chosen.includes(one)),
    }
    const onSuccess = (): void => {
      tell({ text: say('role.saved') })
      go('/amministrazione/ruoli')
    }
    act.mutate({ params: { code: role?.code ?? textOf(form, 'code').trim() }, body }, { onSuccess })
  }
  return (
    <Ask act={act} field={role ? 'nameIt' : 'code'} go={say('role.save')} onGo={give}>
      {!role && (
        <TextInput
          id="code"
          name="code"
          label={say('role.code')}
          hint={say('role.codeHint')}
          error={errorAt(act, 'code')}
        />
      )}
      <TextInput
        id="nameIt"
        name="nameIt"
        label={say('role.it')}
        defaultValue={role?.nameIt}
        error={errorAt(act, 'nameIt')}
      />
      <TextInput
        id="nameEn"
        name="nameEn"
        label={say('role.en')}
        defaultValue={role?.nameEn}
        error={errorAt(act, 'nameEn')}
      />
      <ChoiceGroup
        id="scope"
        name="scope"
        columns={3}
        label={say('role.scope')}
        defaultValue={[role?.scope ?? 'district']}
        options={Scope.options.map((value) => ({ value, label: say(`scope.${value}`) }))}
      />
      <ChoiceGroup
        id="permissions"
        name="permissions"
        many
        label={say('role.can')}
        defaultValue={role?.permissions ?? []}
        options={Permission.options.map((value) => ({ value, label: can(`permission.${value}`) }))}
      />
    </Ask>
  )
}

/** One role, or a new one: what it permits and where it holds. */
export const RolePage = (): ReactElement => {
  const [say, language] = [useWords(adminWords), useLanguage()]
  const { code = '' } = useParams()
  return (
    <div className="blocks">
      <TextLink href={at('/amministrazione/ruoli')} icon="back">
        {say('back')}
      </TextLink>
      <Answered of={useRead(accountsApi.roles)}>
        {({ rows }) => {
          const role = rows.find((one) => one.code === code)
          if (!role && code !== 'nuovo') return <EmptyState level={1} title={say('role.none')} />
          const name = role ? (language === 'en' ? role.nameEn : role.nameIt) : ''
          return (
            <div className="blocks">
              <Sentence>{role ? say('role.sentence', { name }) : say('role.newSentence')}</Sentence>
              <RoleForm key={code} role={role} />
            </div>
          )
        }}
      </Answered>
    </div>
  )
}
