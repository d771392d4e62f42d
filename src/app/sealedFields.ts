import type { SealedField } from '../platform/server/rotate.store.ts'

const at = (table: string, column: string, field: string, row = 'id'): SealedField => ({ table, column, field, row })
const ofPerson = (column: string, field: string): SealedField =>
  at('person_detail', column, `person.${field}`, 'person_id')

/** Every sealed value of every room: what a rotation of the keys walks through. */
export const sealedFields: readonly SealedField[] = [
  at('account_secret', 'totp_sealed', 'account.totp', 'account_id'),
  at('antenna', 'contact_sealed', 'antenna.contact'),
  at('assessment', 'areas_sealed', 'assessment.areas'),
  at('case_file', 'hand_over_sealed', 'case.handOver'),
  at('class_wave', 'code_sealed', 'class.code', 'class_id'),
  at('correction_request', 'text_sealed', 'correctionRequest.text'),
  at('household', 'address_sealed', 'household.address'),
  at('idempotency', 'reply', 'idempotency.reply', 'key'),
  at('import_run', 'plan_sealed', 'import.plan'),
  at('import_run', 'refused_sealed', 'import.refused'),
  at('import_run', 'sheet_sealed', 'import.sheet'),
  at('later_signature', 'image_sealed', 'signatory.image', 'signatory_id'),
  at('measure', 'answers_sealed', 'measure.answers'),
  at('note', 'text_sealed', 'note.text'),
  at('own_word', 'text_sealed', 'ownWord.text'),
  ofPerson('address_sealed', 'address'),
  ofPerson('domicile_sealed', 'domicile'),
  ofPerson('emails_sealed', 'emails'),
  ofPerson('fiscal_code_sealed', 'fiscalCode'),
  ofPerson('phones_sealed', 'phones'),
  at('person_transfer', 'hand_over_sealed', 'case.handOver', 'case_id'),
  at('person_transfer', 'offer_sealed', 'transfer.offer'),
  { ...at('person_merge', 'moved', 'personMerge.moved'), inside: 'sealed' },
  at('referral', 'said_sealed', 'referral.said'),
  at('referral_move', 'note_sealed', 'referral.note'),
  at('signatory', 'image_sealed', 'signatory.image'),
  at('wave', 'resources_sealed', 'wave.resources'),
]
