import type { Texts } from '../../platform/core/clash.ts'
import { type DeadlineName, deadlineNames, deadlineText, readDeadline } from './deadlines.ts'
import { type Deadlines, Programme, type SignerRoleCode } from './settings.schema.ts'

/** Name of the field of a deadline in a form. */
export const deadlineField = (name: DeadlineName): string => `deadline-${name}`

/** The programme as its form shows it. */
export const programmeTexts = (programme: Programme): Texts => ({
  name: programme.name,
  funder: programme.funder,
  startsOn: programme.startsOn ?? '',
  endsOn: programme.endsOn ?? '',
  ...Object.fromEntries(deadlineNames.map((name) => [deadlineField(name), deadlineText(programme.deadlines[name])])),
  requiredSigners: programme.rules.requiredSigners.join(','),
  smallCell: String(programme.rules.smallCell),
  privacyNotice: programme.rules.privacyNotice,
})

/** Deadlines out of a form; a field left empty is not there, `wrong` names those outside their limits. */
export const readDeadlines = (texts: Texts): { deadlines: Partial<Deadlines>; wrong: readonly DeadlineName[] } => {
  const written = deadlineNames.filter((name) => (texts[deadlineField(name)] ?? '').trim() !== '')
  const read = written.map((name) => [name, readDeadline(name, texts[deadlineField(name)] ?? '')] as const)
  return {
    deadlines: Object.fromEntries(read.filter(([, value]) => value !== undefined)),
    wrong: read.flatMap(([name, value]) => (value === undefined ? [name] : [])),
  }
}

/** Name of a field and what is wrong with it: it is missing, outside its limits, or ends before it starts. */
export type ProgrammeFault = { readonly field: string; readonly kind: 'missing' | 'limits' | 'period' }

const faultsOf = (texts: Texts, wrong: readonly DeadlineName[], missing: readonly DeadlineName[]): ProgrammeFault[] => {
  const { name = '', startsOn = '', endsOn = '', smallCell = '', privacyNotice = '' } = texts
  const least = Number(smallCell)
  return [
    ...(name.trim() === '' ? [{ field: 'name', kind: 'missing' } as const] : []),
    ...(startsOn && endsOn && endsOn < startsOn ? [{ field: 'endsOn', kind: 'period' } as const] : []),
    ...[...missing, ...wrong].map((deadline) => ({ field: deadlineField(deadline), kind: 'limits' }) as const),
    ...(Number.isInteger(least) && least >= 2 && least <= 20 ? [] : [{ field: 'smallCell', kind: 'limits' } as const]),
    ...(privacyNotice.trim() === '' ? [{ field: 'privacyNotice', kind: 'missing' } as const] : []),
  ]
}

/** The programme out of its form, or everything that is to be mended. */
export const readProgramme = (
  texts: Texts,
): { ok: true; programme: Programme } | { ok: false; faults: readonly ProgrammeFault[] } => {
  const { deadlines, wrong } = readDeadlines(texts)
  const missing = deadlineNames.filter((name) => !(name in deadlines) && !wrong.includes(name))
  const faults = faultsOf(texts, wrong, missing)
  if (faults.length > 0) return { ok: false, faults }
  const programme = Programme.parse({
    name: texts.name,
    funder: texts.funder ?? '',
    startsOn: texts.startsOn || null,
    endsOn: texts.endsOn || null,
    deadlines,
    rules: {
      requiredSigners: (texts.requiredSigners ?? '').split(',').filter(Boolean),
      smallCell: Number(texts.smallCell),
      privacyNotice: texts.privacyNotice,
    },
  })
  return { ok: true, programme }
}

/** Who may be asked to sign, in the order of the form. */
export const signerRoles: readonly (typeof SignerRoleCode.options)[number][] = [
  'person',
  'adultMember',
  'guardian',
  'partnerBody',
  'host',
  'supporter',
]
