import { html } from 'lit';
import { moment, number } from '../../shared/format.js';
import { ListScreen } from '../list.js';
import { word } from '../words.js';
import { looks, payment } from './parts.js';

const CLAIM = (item) => html`aanrekening <code>${item.reference}</code>`;
const PAYMENT = (item) => (item.reference === '?' ? 'zonder bruikbare referentie' : payment(item.reference));

/** Of each kind: what it is about, and what a person does then. */
const KINDS = {
  UNKNOWN_REFERENCE: {
    about: (item) => html`<code>${item.reference}</code>`,
    next: 'De bank noemt een betaling of een overschrijving die wij niet kennen. Zoek ze op het rekeninguittreksel en stort terug wat niet van ons is.',
  },
  REPAID_TOO_MUCH: {
    about: (item) => html`mededeling <code>${item.reference}</code>`,
    next: 'Een begeleider betaalde meer terug dan er nog openstond. Wat openstond is geboekt. Zoek het bedrag op het rekeninguittreksel en stort terug wat er te veel is.',
  },
  AMOUNT_DIFFERS: {
    about: PAYMENT,
    next: 'De bank boekte een ander bedrag dan wij vroegen. Vergelijk met het rekeninguittreksel en vraag het na bij de bank.',
  },
  ANSWER_DOES_NOT_FIT: {
    about: PAYMENT,
    next: 'De bank antwoordde iets dat niet past bij waar de betaling staat. Vergelijk met het rekeninguittreksel en vraag het na bij de bank.',
  },
  FILE_REFUSED: {
    about: (item) => html`<a href="#/geld/batches/${item.reference}">betaalbestand</a>`,
    next: 'De bank wil dit bestand niet. Het wordt traag opnieuw aangeboden. Vraag de bank waarom; u kunt het bestand weigeren als het nooit meer mag gaan.',
  },
  UNREADABLE_FILE: {
    about: () => 'het bestand van de bank',
    next: 'Dit bestand van de bank kan niet gelezen worden en is overgeslagen. Vraag de bank om het opnieuw te sturen.',
  },
  BUDGET_SHORT: {
    about: CLAIM,
    next: 'Dit is verschuldigd, maar het budget van het jaar is te klein. De aanrekening wacht, gaat voor op de wachtrij en wordt niet geweigerd. Kijk in de begroting wat er over is.',
  },
  FACTS_LATE: {
    about: CLAIM,
    next: 'Wij wachten langer dan gewoonlijk op bericht over eigen bijdrage, budget of begeleider, of de begeleider is niet geregistreerd op de dag van een sessie. Kijk of er berichten vastgelopen zijn en of de registratie klopt. Verandert er niets, dan wordt de aanrekening geweigerd.',
  },
};

/** What a person has to look at between payments and the bank, and where money is short. */
class WorkList extends ListScreen {
  static styles = looks;

  place = '/geld/werklijst';
  source = { path: 'payout/v1/work-list', key: 'items' };
  filters = [{ name: 'kind', label: 'Soort', words: 'bankWork' }];
  caption = 'Werklijst van de betalingen, het oudste eerst';
  empty = 'Er is niets te doen met deze keuze. Hier komt wat niet vanzelf klopt tussen de betalingen en de bank, en wat op budget of gegevens wacht.';
  columns = [
    { label: 'Wat', cell: (item) => word('bankWork', item.kind) },
    { label: 'Waarover', cell: (item) => KINDS[item.kind]?.about(item) ?? item.reference },
    { label: 'Wat u doet', cell: (item) => KINDS[item.kind]?.next },
    { label: 'Bestand van de bank', number: true, cell: (item) => (item.file ? `nr. ${number(item.file)}` : '') },
    { label: 'Sinds', cell: (item) => moment(item.notedAt) },
  ];

  get heading() {
    return 'Werklijst van de betalingen';
  }
}
customElements.define('officer-payment-work', WorkList);
