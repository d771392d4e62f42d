import { wordsOf } from '../../platform/core/words.ts'

/** A person who moves to another district: the acts, and why some are turned down. */
export const transferWords = wordsOf(
  {
    'journal.cases.transferable': 'ha guardato che cosa può passare a un altro ambito',
    'journal.cases.proposeTransfer': 'ha proposto a un altro ambito di continuare',
    'journal.cases.transfers': 'ha guardato i passaggi tra ambiti',
    'journal.cases.openTransfer': 'ha letto la proposta di passaggio',
    'journal.cases.acceptTransfer': 'ha accettato il passaggio nel nuovo ambito',
    'journal.cases.declineTransfer': 'non ha accettato il passaggio',
    'journal.cases.withdrawTransfer': 'ha ritirato la proposta di passaggio',
    'cases.transfer.waits': 'C’è già una proposta a un altro ambito, senza risposta. Aspetta, oppure ritirala.',
    'cases.transfer.notAgreed': 'Questo si fa con la persona presente e d’accordo: segnalo qui.',
    'cases.transfer.agreedLater': 'Il giorno in cui la persona ha detto di sì non può venire dopo oggi.',
    'cases.transfer.sharedOnly': 'Passano solo le note condivise con la persona.',
    'cases.transfer.answered': 'A questa proposta c’è già una risposta.',
    'cases.transfer.caseClosed': 'Intanto il fascicolo di là è stato chiuso. Chiama chi ti ha scritto.',
    'cases.transfer.runningPacts':
      'Nell’altro ambito c’è un patto in corso: prima deve finire o essere sospeso. Chiama chi ti ha scritto.',
    'cases.transfer.somebodyElse': 'Il codice fiscale è diverso: non è la stessa persona.',
  },
  {
    'journal.cases.transferable': 'looked at what may pass to another district',
    'journal.cases.proposeTransfer': 'proposed to another district to go on',
    'journal.cases.transfers': 'looked at the transfers between districts',
    'journal.cases.openTransfer': 'read the proposal of transfer',
    'journal.cases.acceptTransfer': 'accepted the transfer in the new district',
    'journal.cases.declineTransfer': 'declined the transfer',
    'journal.cases.withdrawTransfer': 'took the proposal of transfer back',
    'cases.transfer.waits': 'Another district has a proposal without an answer. Wait for it, or take it back.',
    'cases.transfer.notAgreed': 'This is done with the person present and agreeing: mark it here.',
    'cases.transfer.agreedLater': 'The day on which the person agreed cannot come after today.',
    'cases.transfer.sharedOnly': 'Only notes shared with the person pass on.',
    'cases.transfer.answered': 'This proposal has its answer already.',
    'cases.transfer.caseClosed': 'The file over there has been closed meanwhile. Call whoever wrote to you.',
    'cases.transfer.runningPacts':
      'There is a pact in force in the other district: it must end or be suspended first. Call whoever wrote to you.',
    'cases.transfer.somebodyElse': 'The codice fiscale differs: this is somebody else.',
  },
)
