import { wordsOf } from '../../platform/core/words.ts'

export const accessMailWords = wordsOf(
  {
    'access.mail.foot': 'Fare Legami. Se non aspettavi questa mail, ignorala: non succede nulla.',
    'access.mail.invitationSubject': 'Il tuo invito a Fare Legami',
    'access.mail.invitation':
      'Ciao {name},\nsei tra le persone che lavorano con Fare Legami. Apri questo link e scegli la tua password. Il link vale 7 giorni e si usa una volta sola.',
    'access.mail.passwordResetSubject': 'Scegli una password nuova',
    'access.mail.passwordReset':
      'Ciao {name},\nhai chiesto una password nuova. Apri questo link e sceglila. Il link vale 2 ore e si usa una volta sola.',
    'access.mail.passwordChangedSubject': 'La tua password è cambiata',
    'access.mail.passwordChanged':
      'Ciao {name},\nla tua password è stata cambiata adesso. Se non sei stato tu, avvisa subito chi gestisce gli account.',
    'access.mail.secondFactorResetSubject': 'Scegli di nuovo come confermare che sei tu',
    'access.mail.secondFactorReset':
      'Ciao {name},\nchi gestisce gli account ha azzerato la tua conferma in due passi. Al prossimo accesso ne scegli una nuova. Se non l’hai chiesto, avvisa subito.',
    'access.mail.handOverSubject': 'Percorsi da passare di mano in {district}',
    'access.mail.handOver': {
      one: '{name} non lavora più con noi. In {district} c’è un percorso da affidare a un’altra persona.',
      other: '{name} non lavora più con noi. In {district} ci sono {count} percorsi da affidare ad altre persone.',
    },
  },
  {
    'access.mail.foot': 'Fare Legami. If you did not expect this mail, ignore it: nothing happens.',
    'access.mail.invitationSubject': 'Your invitation to Fare Legami',
    'access.mail.invitation':
      'Hello {name},\nyou are among the people who work with Fare Legami. Open this link and choose your password. The link works for 7 days, once.',
    'access.mail.passwordResetSubject': 'Choose a new password',
    'access.mail.passwordReset':
      'Hello {name},\nyou asked for a new password. Open this link and choose it. The link works for 2 hours, once.',
    'access.mail.passwordChangedSubject': 'Your password has changed',
    'access.mail.passwordChanged':
      'Hello {name},\nyour password was changed just now. If it was not you, tell whoever manages accounts at once.',
    'access.mail.secondFactorResetSubject': 'Choose again how to confirm that it is you',
    'access.mail.secondFactorReset':
      'Hello {name},\nwhoever manages accounts has reset your second step. You choose a new one when you next sign in. If you did not ask for it, tell them at once.',
    'access.mail.handOverSubject': 'Cases to hand over in {district}',
    'access.mail.handOver': {
      one: '{name} no longer works with us. One case in {district} needs somebody else.',
      other: '{name} no longer works with us. {count} cases in {district} need somebody else.',
    },
  },
)
