import { wordsOf } from '../../platform/core/words.ts'

export const networkWords = wordsOf(
  {
    'ties.figuresOnly': 'Di questa rete puoi leggere le misure, non chi c’è dentro.',
    'journal.ties.network': 'ha guardato il disegno dei legami',
    'ties.tooFine': 'Le misure di un comune o di un’occasione le legge chi lavora in quell’ambito.',
    'ties.noFiguresOfOne': 'Le misure sono di tanti, non di una persona sola.',
    'ties.periodTurned': 'Il periodo finisce prima di cominciare.',
    'ties.countBroke': 'Il conto si è fermato a metà. Riprova.',
    'ties.countBusy': 'Altri stanno contando adesso. Riprova tra poco.',
    'ties.countTooLong': 'Il conto ci mette troppo. Scegli un periodo o un posto più piccolo.',
    'journal.ties.figures': 'ha letto le misure dei legami',
    'journal.ties.fragile': 'ha guardato da chi dipende la rete',
  },
  {
    'ties.figuresOnly': 'You can read the figures of this network, not who is in it.',
    'journal.ties.network': 'looked at the drawing of the ties',
    'ties.tooFine': 'The figures of a town or of an occasion are for those who work in that district.',
    'ties.noFiguresOfOne': 'Figures are about many, not about one person.',
    'ties.periodTurned': 'The period ends before it begins.',
    'ties.countBroke': 'The count stopped halfway. Try again.',
    'ties.countBusy': 'Others are counting right now. Try again soon.',
    'ties.countTooLong': 'The count is taking too long. Choose a smaller place or period.',
    'journal.ties.figures': 'read the figures of the ties',
    'journal.ties.fragile': 'looked at whom the network hangs on',
  },
)
