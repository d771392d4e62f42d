import { wordsOf } from '../../platform/core/words.ts'

/** The long texts that the law asks for: short paragraphs, said plainly. */
export const noticeWords = wordsOf(
  {
    'site.privacy.title': 'Usiamo quello che ci dici solo per aiutarti.',
    'site.privacy.lead':
      'Informativa sui dati personali (art. 13 e 14 del Regolamento UE 2016/679), versione {version}.',
    'site.privacy.who': 'Chi risponde dei tuoi dati',
    'site.privacy.whoText':
      'Il titolare è l’ambito in cui vivi. Puoi scrivere a lui o al suo responsabile della protezione dei dati.',
    'site.privacy.controller': 'Titolare: {controller}',
    'site.privacy.contact': 'Contatti: {contact}',
    'site.privacy.dpo': 'Responsabile della protezione dei dati: {dpo}',
    'site.privacy.missing': 'da completare a cura dell’ambito',
    'site.privacy.what': 'Che cosa raccogliamo con il modulo',
    'site.privacy.what1': 'Quello che scrivi, il comune, l’età e i segni che scegli.',
    'site.privacy.what2': 'Il tuo nome e il tuo numero, solo se ci lasci richiamarti.',
    'site.privacy.what3':
      'Se non ci lasci richiamarti, teniamo solo comune, età, segni e giorno: non c’è modo di sapere chi sei.',
    'site.privacy.what4': 'Non chiediamo malattie né diagnosi. Non scriverle.',
    'site.privacy.followed': 'Che cosa raccogliamo se poi facciamo un patto insieme',
    'site.privacy.followed1':
      'Chi sei e con chi vivi, di che cosa hai bisogno e che cosa puoi portare, il patto con le firme, gli incontri, i turni, i documenti che ci dai.',
    'site.privacy.followed2':
      'Le persone a cui sei legato, se vuoi dircelo. Di loro scriviamo solo le iniziali o un soprannome, che nessuno può cercare. All’ultimo contatto dopo il patto, o se non lo vuoi, iniziali e soprannomi si cancellano.',
    'site.privacy.followed3':
      'Le tue risposte a domande su come stai, se vuoi farle. Si tengono chiuse: i risultati li legge solo chi, per lavoro, segue il tuo caso.',
    'site.privacy.followed4':
      'A queste domande puoi dire di no, tutte le volte che vuoi. Le risposte non decidono mai se ricevi un aiuto, e non fanno classifiche.',
    'site.privacy.followed5':
      'Se qualcuno dice che siete legati, lo chiediamo a te. Se dici di no, non lo diciamo a nessuno e non lo chiediamo più.',
    'site.privacy.others': 'Che cosa raccogliamo nelle classi e fra gli enti',
    'site.privacy.others1':
      'Nelle classi ci sono solo numeri: i nomi restano sul foglio dell’insegnante. Le risposte le vede solo l’insegnante, e si cancellano quando finisce l’anno.',
    'site.privacy.others2':
      'Agli enti chiediamo una volta l’anno con chi lavorano. Chi ha nominato chi si legge; i voti si leggono solo come media di almeno tre.',
    'site.privacy.why': 'Perché possiamo farlo',
    'site.privacy.whyText':
      'Aiutare le persone in difficoltà è un compito di interesse pubblico dei Comuni (art. 6.1.e e 9.2.g del Regolamento; art. 2-sexies del Codice). Per richiamarti ti chiediamo il permesso: puoi toglierlo quando vuoi.',
    'site.privacy.see': 'Chi li vede',
    'site.privacy.see1':
      'La tua richiesta: chi lavora all’accoglienza nel tuo ambito. Il tuo patto: chi lo segue con te, la commissione che lo approva e chi coordina l’ambito. Chi amministra il sistema non legge le tue parole.',
    'site.privacy.see2':
      'Ogni volta che qualcuno apre la tua richiesta o la tua scheda, resta scritto chi è stato e quando. Sulla tua pagina lo vedi.',
    'site.privacy.see4':
      'Chi valuta il programma vede solo numeri. I numeri piccoli sono nascosti, e le reti di legami escono senza nomi.',
    'site.privacy.see5':
      'Se vai a vivere in un altro ambito, scegliamo con te che cosa passa. Note riservate, salute e legami non passano mai.',
    'site.privacy.see3': 'Non vendiamo nulla e non mandiamo i tuoi dati fuori dall’Unione europea.',
    'site.privacy.long': 'Per quanto tempo',
    'site.privacy.longText':
      'Se dalla richiesta non nasce nulla, dopo {months} mesi cancelliamo le parole, il nome e il numero. Resta solo il conteggio.',
    'site.privacy.rights': 'Che cosa puoi chiedere',
    'site.privacy.rightsText':
      'Puoi vedere i tuoi dati, farli correggere o cancellare, opporti, e sapere chi li ha aperti. Se pensi che qualcosa non vada, puoi rivolgerti al Garante per la protezione dei dati personali.',
    'site.privacy.cookies': 'Questo sito',
    'site.privacy.cookiesText':
      'Usiamo un biscotto che ricorda la lingua, se la scegli. Chi entra con la tessera o con il proprio nome ne riceve un altro, che serve solo a restare dentro. Non c’è pubblicità e nessuno ti segue. Per fermare i messaggi automatici contiamo per poco tempo quante richieste arrivano dallo stesso indirizzo, in una forma che non si può leggere.',
    'site.access.title': 'Questo sito è per tutti. Dove non ci riesce ancora, lo diciamo qui.',
    'site.access.lead':
      'Dichiarazione di accessibilità secondo la legge 4/2004 e le linee guida AgID. Stato: parzialmente conforme a UNI CEI EN 301549 (WCAG 2.1, livello AA).',
    'site.access.done': 'Che cosa abbiamo fatto',
    'site.access.done1':
      'Le pagine pubbliche funzionano senza script, da tastiera, fino a 320 pixel di larghezza e con il testo al 200%.',
    'site.access.done2': 'Colori con contrasto di almeno 4,5 a 1; nessuna informazione è data solo dal colore.',
    'site.access.done3': 'Gli errori dicono come rimediare e portano al campo. Quello che scrivi resta.',
    'site.access.done5': 'I disegni delle reti hanno accanto lo stesso contenuto in una frase e in una tabella.',
    'site.access.done6': 'La mappa dei legami, che si fa toccando, si fa anche da un elenco, con la tastiera.',
    'site.access.done4': 'A ogni cambiamento un programma controlla le pagine secondo le WCAG.',
    'site.access.not': 'Che cosa non è ancora conforme o non è stato verificato',
    'site.access.not1':
      'Nessun ente esterno ha ancora verificato il sito, e non l’hanno ancora provato persone con disabilità.',
    'site.access.not2': 'Se cambi lingua mentre stai scrivendo in un modulo, quello che hai scritto va perso.',
    'site.access.not3':
      'Le informazioni ci sono in italiano e in inglese; non ancora in lingua dei segni o in lettura facile.',
    'site.access.not4':
      'La firma disegnata sullo schermo ha un’alternativa da tastiera, non ancora provata con tutti i lettori di schermo.',
    'site.access.tell': 'Dicci che cosa non funziona',
    'site.access.tellText':
      'Scrivi al tuo ambito, ai contatti che trovi nell’informativa. Rispondiamo entro 30 giorni. Se la risposta manca o non ti basta, puoi rivolgerti al Difensore civico per il digitale presso AgID.',
    'site.access.when': 'Come è stata fatta questa dichiarazione',
    'site.access.whenText':
      'Con un’autovalutazione di chi sviluppa il programma, a novembre 2026. Si aggiorna almeno una volta l’anno.',
    'site.credits.title': 'Un programma libero, fatto per essere riusato.',
    'site.credits.lead':
      'Fare Legami è pubblicato con licenza AGPL-3.0-or-later: chiunque può leggerlo, usarlo e migliorarlo.',
    'site.credits.code': 'Il codice',
    'site.credits.codeText':
      'Chi usa questo sito può chiedere il codice sorgente della versione che sta usando a chi lo gestisce.',
    'site.credits.codeHere': 'Il codice sorgente della versione che stai usando è pubblico: puoi leggerlo e copiarlo.',
    'site.credits.parts': 'Che cosa usa',
    'site.credits.font': 'Carattere Titillium Web, Accademia di Belle Arti di Urbino (SIL Open Font License 1.1).',
    'site.credits.noto': 'Nei documenti, per le altre scritture: caratteri Noto Sans (SIL Open Font License 1.1).',
    'site.credits.parts2':
      'PostgreSQL (licenza PostgreSQL), Node.js, React, Fastify e altre parti libere (MIT, ISC, Apache 2.0). L’elenco intero è nel file NOTICE.md del codice.',
    'site.credits.tokens': 'Colori e misure di Designers Italia (BSD-3-Clause).',
    'site.credits.texts':
      'Domande della scala di sostegno sociale OSSS-3: Kocalevent e altri, 2018 (CC BY 4.0), tradotte da noi.',
    'site.credits.places': 'Codici e nomi dei comuni: ISTAT (CC BY 4.0).',
    'site.credits.icons': 'Marchio, icone e disegni: fatti per questo programma.',
  },
  {
    'site.privacy.title': 'We use what you tell us only to help you.',
    'site.privacy.lead': 'Privacy notice (articles 13 and 14 of Regulation EU 2016/679), version {version}.',
    'site.privacy.who': 'Who answers for your data',
    'site.privacy.whoText':
      'The controller is the district you live in. You can write to it or to its data protection officer.',
    'site.privacy.controller': 'Controller: {controller}',
    'site.privacy.contact': 'Contact: {contact}',
    'site.privacy.dpo': 'Data protection officer: {dpo}',
    'site.privacy.missing': 'to be completed by the district',
    'site.privacy.what': 'What we collect with the form',
    'site.privacy.what1': 'What you write, the town, the age and the signs you choose.',
    'site.privacy.what2': 'Your name and number, only if you let us call you back.',
    'site.privacy.what3':
      'If you do not let us call, we keep only town, age, signs and day: there is no way to know who you are.',
    'site.privacy.what4': 'We do not ask for illnesses or diagnoses. Please leave them out.',
    'site.privacy.followed': 'What we collect if we go on to make a pact together',
    'site.privacy.followed1':
      'Who you are and whom you live with, what you need and what you can bring, the pact with its signatures, meetings, shifts, and papers that you give us.',
    'site.privacy.followed2':
      'The people you have ties with, if you want to tell us. Of them we write only initials or a nickname, which nobody can search for. At the last contact after the pact, or if you would rather not have it, initials and nicknames are erased.',
    'site.privacy.followed3':
      'Your answers to questions about how you are, if you want to give them. They are kept sealed: only those who follow your case by profession read the results.',
    'site.privacy.followed4':
      'You may say no to these questions, every time. The answers never decide whether you get help, and make no rankings.',
    'site.privacy.followed5':
      'If somebody says that the two of you are tied, we ask you. If you say no, we tell nobody and do not ask again.',
    'site.privacy.others': 'What we collect in classes and among organisations',
    'site.privacy.others1':
      'In classes there are only numbers: names stay on the teacher’s paper. Only the teacher sees the answers, and they are erased when the year ends.',
    'site.privacy.others2':
      'Once a year we ask organisations with whom they work. Who named whom is read; scores are read only as a mean of three or more.',
    'site.privacy.why': 'Why we may',
    'site.privacy.whyText':
      'Helping people in difficulty is a task of public interest of the municipalities (articles 6.1.e and 9.2.g of the Regulation; article 2-sexies of the Italian Code). To call you back we ask your permission: you can take it back at any time.',
    'site.privacy.see': 'Who sees them',
    'site.privacy.see1':
      'Your request: the people who work at intake in your district. Your pact: those who follow it with you, the panel that approves it and whoever coordinates the district. System administrators do not read your words.',
    'site.privacy.see2':
      'Each time somebody opens your request or your file, who it was and when is written down. You see it on your page.',
    'site.privacy.see4':
      'Those who evaluate the programme see figures only. Small figures are hidden, and networks of ties leave without names.',
    'site.privacy.see5':
      'If you move to another district, we choose with you what goes along. Reserved notes, health and ties never do.',
    'site.privacy.see3': 'We sell nothing and send none of your data outside the European Union.',
    'site.privacy.long': 'For how long',
    'site.privacy.longText':
      'If nothing comes of the request, after {months} months we erase the words, the name and the number. Only the count stays.',
    'site.privacy.rights': 'What you can ask for',
    'site.privacy.rightsText':
      'You can see your data, have them corrected or erased, object, and know who opened them. If you think that something is wrong, you can turn to the Italian data protection authority (Garante).',
    'site.privacy.cookies': 'This site',
    'site.privacy.cookiesText':
      'We use a cookie that remembers the language, if you choose it. Whoever comes in with the card or with their own name gets another, which only keeps them in. There is no advertising and nobody follows you. To stop automatic messages we count, for a short time, how many requests come from the same address, in a form that cannot be read.',
    'site.access.title': 'This site is for everybody. Where it is not there yet, we say so here.',
    'site.access.lead':
      'Accessibility statement under Italian law 4/2004 and the AgID guidelines. Status: partially compliant with EN 301549 (WCAG 2.1, level AA).',
    'site.access.done': 'What we have done',
    'site.access.done1': 'The public pages work without script, by keyboard, down to 320 pixels and with text at 200%.',
    'site.access.done2': 'Colours have a contrast of at least 4.5 to 1; no information is given by colour alone.',
    'site.access.done3': 'Errors say how to mend and lead to the field. What you write stays.',
    'site.access.done5': 'Drawings of networks stand beside the same content in a sentence and in a table.',
    'site.access.done6': 'The tie map, which is made by touch, can be made from a list too, by keyboard.',
    'site.access.done4': 'At each change a program checks the pages against WCAG.',
    'site.access.not': 'What is not yet compliant, or was not verified',
    'site.access.not1':
      'No outside body has verified the site yet, and people with disabilities have not tried it yet.',
    'site.access.not2': 'If you change language while filling in a form, what you wrote is lost.',
    'site.access.not3': 'Information is in Italian and English; not yet in sign language or easy-to-read.',
    'site.access.not4':
      'The signature drawn on the screen has a keyboard alternative, not yet tried with every screen reader.',
    'site.access.tell': 'Tell us what does not work',
    'site.access.tellText':
      'Write to your district, at the address in the privacy notice. We answer within 30 days. If no answer comes, or it is not enough, you can turn to the Digital Ombudsman at AgID.',
    'site.access.when': 'How this statement was made',
    'site.access.whenText':
      'By self-assessment of those who develop the program, in November 2026. It is renewed at least once a year.',
    'site.credits.title': 'A free program, made to be used again.',
    'site.credits.lead':
      'Fare Legami is published under the AGPL-3.0-or-later: anybody may read it, use it and improve it.',
    'site.credits.code': 'The code',
    'site.credits.codeText':
      'Whoever uses this site may ask those who run it for the source code of the version they are using.',
    'site.credits.codeHere': 'The source code of the version you are using is public: you may read it and copy it.',
    'site.credits.parts': 'What it uses',
    'site.credits.font': 'Titillium Web typeface, Accademia di Belle Arti di Urbino (SIL Open Font License 1.1).',
    'site.credits.noto': 'In documents, for other scripts: Noto Sans typefaces (SIL Open Font License 1.1).',
    'site.credits.parts2':
      'PostgreSQL (PostgreSQL licence), Node.js, React, Fastify and other free parts (MIT, ISC, Apache 2.0). The whole list is in the file NOTICE.md of the code.',
    'site.credits.tokens': 'Colours and measures of Designers Italia (BSD-3-Clause).',
    'site.credits.texts':
      'Questions of the Oslo social support scale OSSS-3: Kocalevent and others, 2018 (CC BY 4.0); the Italian is our translation.',
    'site.credits.places': 'Codes and names of municipalities: ISTAT (CC BY 4.0).',
    'site.credits.icons': 'Mark, icons and drawings: made for this program.',
  },
)
