import type { ImportContext } from './import.ts'

/** A context in which every well-formed code is Lucia Ferrari's, and a number of ten digits is a phone. */
export const anImportContext = (with_: Partial<ImportContext> = {}): ImportContext => ({
  today: '2026-11-24',
  municipalities: [
    { istat: '019021', name: 'Casalmaggiore' },
    { istat: '019035', name: 'Crema' },
    { istat: '019036', name: 'Cremona' },
    { istat: '019084', name: "Rivolta d'Adda" },
  ],
  checkFiscalCode: (text) =>
    text.length === 16
      ? { ok: true, normalized: text, birthDate: '1984-01-11', sex: 'female', birthplaceCode: 'I827' }
      : { ok: false, code: 'persons.fiscalCodeForm' },
  fiscalCodeDisagreements: () => [],
  readPhone: (text) => (/^\d{10}$/.test(text.replace(/\s/g, '')) ? `+39${text.replace(/\s/g, '')}` : null),
  ...with_,
})
