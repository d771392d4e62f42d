import type { Texts } from '../../platform/core/clash.ts'
import { AgeBand, type ContactPermission, type Said, type Seen } from './referral.schema.ts'

/** What was said at the desk or on the phone, as the server takes it. */
export type DeskCall = Seen & { readonly said: Said; readonly permission: ContactPermission | null }
export type DeskFault = {
  readonly field: 'text' | 'town' | 'who-0' | 'permission-0' | 'phone'
  readonly key: 'web.desk.noText' | 'web.desk.noTown' | 'web.desk.noWho' | 'web.desk.noPermission' | 'web.desk.noPhone'
}

const textOf = (texts: Texts, name: string): string => (texts[name] ?? '').trim()
const mayCall = (texts: Texts): boolean => textOf(texts, 'permission') === 'yes'

/** What must still be asked, in the order of the page. */
export const deskFaults = (texts: Texts): DeskFault[] => {
  const is = (name: string): boolean => textOf(texts, name) !== ''
  const faults: readonly (DeskFault | false)[] = [
    textOf(texts, 'text').length < 3 && { field: 'text', key: 'web.desk.noText' },
    !is('town') && { field: 'town', key: 'web.desk.noTown' },
    !is('who') && { field: 'who-0', key: 'web.desk.noWho' },
    !is('permission') && { field: 'permission-0', key: 'web.desk.noPermission' },
    mayCall(texts) && !is('phone') && !is('email') && { field: 'phone', key: 'web.desk.noPhone' },
  ]
  return faults.filter((fault) => fault !== false)
}

const saidIn = (texts: Texts, isSelf: boolean): Said => {
  const name = textOf(texts, 'name')
  return {
    ...{ text: textOf(texts, 'text'), phone: textOf(texts, 'phone'), email: textOf(texts, 'email') },
    ...(isSelf ? { personName: name, senderName: '' } : { personName: '', senderName: name }),
    ...{ callTimes: [], place: '', personKnows: isSelf ? true : null },
  }
}

const unsaid: Said = {
  ...{ text: '', personName: '', senderName: '', phone: '', email: '', place: '' },
  ...{ callTimes: [], personKnows: null },
}

/** A form without faults; `words` are those of the question about permission and of its answer. Without permission what was said is left out. */
export const deskCall = (texts: Texts, words: string): DeskCall => {
  const isSelf = textOf(texts, 'who') === 'self'
  return {
    kind: isSelf ? 'forMe' : 'worried',
    channel: isSelf ? 'self' : textOf(texts, 'channel') || 'neighbour',
    municipalityIstat: textOf(texts, 'town'),
    ageBand: AgeBand.catch('unknown').parse(textOf(texts, 'age')),
    living: 'unknown',
    signs: textOf(texts, 'signs').split(',').filter(Boolean),
    urgent: textOf(texts, 'urgent') === 'yes',
    knownToServices: 'unknown',
    said: mayCall(texts) ? saidIn(texts, isSelf) : unsaid,
    permission: mayCall(texts) ? { of: isSelf ? 'person' : 'sender', how: 'spoken', words } : null,
  }
}
