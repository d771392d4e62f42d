import { wordsOf } from './words.ts'

export const sheetWords = wordsOf(
  {
    'platform.sheetEmpty': 'Il file è vuoto.',
    'platform.sheetTooBig': 'Il file è troppo grande: al massimo 10 MB.',
    'platform.sheetTooManyRows':
      'La tabella ha troppe righe: al massimo 20.000. Se il foglio sembra più corto, elimina le righe vuote in fondo.',
    'platform.sheetTooManyColumns':
      'La tabella ha troppe colonne: al massimo 100. Se il foglio sembra più stretto, elimina le colonne vuote a destra.',
    'platform.sheetCellTooLong': 'Una casella contiene più di 10.000 caratteri.',
    'platform.sheetOldExcel':
      'È un vecchio file Excel (.xls) oppure è protetto da una password. Aprilo e salvalo come .xlsx senza password.',
    'platform.sheetMacros': 'Il file contiene delle macro e non si può aprire. Salvalo come .xlsx senza macro.',
    'platform.sheetHtml': 'È una pagina web e non una tabella. Aprila con Excel e salvala come .xlsx.',
    'platform.sheetNotTable': 'Questo file non è una tabella. Servono file .csv o .xlsx.',
    'platform.sheetDamaged': 'Il file è rovinato e non si riesce a leggere.',
    'platform.sheetBrokenQuotes': 'Nel file ci sono virgolette aperte e mai chiuse.',
    'platform.sheetNotThere': 'Nel file non c’è un foglio con questo nome.',
  },
  {
    'platform.sheetEmpty': 'The file is empty.',
    'platform.sheetTooBig': 'The file is too big: 10 MB at most.',
    'platform.sheetTooManyRows':
      'The table has too many rows: 20,000 at most. If the sheet looks shorter, delete the empty rows at its end.',
    'platform.sheetTooManyColumns':
      'The table has too many columns: 100 at most. If the sheet looks narrower, delete the empty columns on its right.',
    'platform.sheetCellTooLong': 'A cell holds more than 10,000 characters.',
    'platform.sheetOldExcel':
      'This is an old Excel file (.xls), or it is protected by a password. Open it and save it as .xlsx without a password.',
    'platform.sheetMacros': 'The file contains macros and cannot be opened. Save it as .xlsx without macros.',
    'platform.sheetHtml': 'This is a web page, not a table. Open it with Excel and save it as .xlsx.',
    'platform.sheetNotTable': 'This file is not a table. A .csv or .xlsx file is needed.',
    'platform.sheetDamaged': 'The file is damaged and cannot be read.',
    'platform.sheetBrokenQuotes': 'The file has quotation marks that are opened and never closed.',
    'platform.sheetNotThere': 'The file has no sheet of this name.',
  },
)
