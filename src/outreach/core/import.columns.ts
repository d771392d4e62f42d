import { searchKey } from '../../persons/core/name.ts'
import { ImportField, type ImportMapping } from './import.schema.ts'

/** How lists call their columns, in Italian and English, without accents and points. The first field that fits takes the column. */
const titles: Readonly<Record<ImportField, RegExp>> = {
  reportedOn:
    /^(data( (di )?(segnal|invio|arrivo|contatto|richiesta).*)?|segnalat[oa] il|date|date (reported|received|of (the )?(referral|report))|(reported|referred|received) on|referral date)$/,
  familyName: /^(cognome.*|cogn|family ?name|last ?name|surname)$/,
  givenName: /^(nome|nome (di )?battesimo|nome (della )?persona|given ?name|first ?name|name)$/,
  sex: /^(sesso|genere|sex|gender|s|m f|f m)$/,
  birthDate:
    /^(nat[oa]( a)?( il)?|data (di )?nasc.*|d(ata)? nasc|nascita|anno (di )?nascita|birth.*|date of birth|dob|born( on)?)$/,
  fiscalCode: /^(cod(ice)? ?fisc(ale)?|cf|c f|cod fisc|fiscal code|tax (code|id))$/,
  municipality: /^(comune.*|citta|residenza|paese|luogo (di )?residenza|municipality|town|city|residence)$/,
  address: /^(indirizzo.*|via|domicilio|recapito postale|(street |home )?address)$/,
  phone: /^(tel|telefono.*|cell|cellulare|mobile|recapito( telefonico)?|n tel|phone.*|telephone)$/,
  email: /^(e ?mail.*|posta( elettronica)?|indirizzo e ?mail|mail)$/,
  householdSize: /^((n )?(nucleo|componenti)( .*)?|famiglia|n comp.*|household( size)?|family size|members)$/,
  minors: /^((di cui )?(n )?(minori|figli)( .*)?|minors|children|under 18)$/,
  reporter:
    /^(segnalat[oa] da|segnalante|inviante|ente( segnalante| inviante)?|chi segnala|antenna|fonte|(reported|referred) by|referrer|reporter|source)$/,
  reason: /^(motiv[oi](?! del rifiuto).*|bisogno|problema|descrizione|note( .*)?|reason.*|need|notes?|description)$/,
  contactPermission:
    /^(consenso.*|permesso.*|autorizza.*|privacy|(contact )?(consent|permission).*|may (be )?contact(ed)?)$/,
  urgent: /^(urgen(te|za|t|cy)|priorita|priority)$/,
}

/** The columns that the titles tell. A title that fits nothing, or a field already found, is left to a human. */
export const guessMapping = (header: readonly string[]): ImportMapping => {
  const keys = header.map(searchKey)
  const mapping: ImportMapping = {}
  const taken = new Set<number>()
  for (const field of ImportField.options) {
    const column = keys.findIndex((key, index) => !taken.has(index) && titles[field].test(key))
    if (column < 0) continue
    mapping[field] = column
    taken.add(column)
  }
  return mapping
}
