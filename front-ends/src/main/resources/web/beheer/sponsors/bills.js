import { html } from 'lit';
import { ask } from '../../shared/dialog.js';
import { day, moment, money } from '../../shared/format.js';
import { Paged } from '../../shared/paged.js';
import { Screen } from '../../shared/screen.js';
import { dossier, short } from '../links.js';
import { ListScreen, listed } from '../list.js';
import { tag } from '../words.js';

const status = ({ paidAt }) => (paidAt ? 'PAID' : 'OPEN');

const SPONSOR = { label: 'Derdebetaler', cell: ({ sponsor }) => html`<a href="#/derdebetalers/${sponsor}">${short(sponsor)}</a>` };

export const billColumns = (withSponsor = true) => [
  { label: 'Rekening', cell: ({ bill }) => html`<a href="#/derdebetalers/rekeningen/${bill}">${short(bill)}</a>` },
  ...(withSponsor ? [SPONSOR] : []),
  { label: 'Stand', cell: (bill) => tag('bill', status(bill)) },
  { label: 'Bedrag', number: true, cell: ({ amountCents }) => money(amountCents) },
  { label: 'Over', cell: ({ from, until }) => `${day(from)} tot en met ${day(until)}` },
  { label: 'Mededeling', cell: ({ reference }) => reference },
  { label: 'Gemaakt', cell: ({ billedAt }) => moment(billedAt) },
  { label: 'Betaald', cell: ({ paidAt }) => moment(paidAt) },
];

const LINES = [
  { label: 'Boeking', cell: ({ booking }) => dossier('boeking', booking, short(booking)) },
  { label: 'Dag', cell: ({ day: on }) => day(on) },
  { label: 'Bedrag', number: true, cell: ({ amountCents }) => money(amountCents) },
];

/** What sponsors have to pay, a bill a month. */
class Bills extends ListScreen {
  place = '/derdebetalers/rekeningen';
  source = { path: 'wallet/v1/sponsor-bills', key: 'bills' };
  initial = { status: 'OPEN' };
  filters = [{ name: 'status', label: 'Stand', words: 'bill' }];
  caption = 'Rekeningen van derdebetalers, de nieuwste eerst';
  empty = 'Er zijn geen rekeningen met deze keuze. Elke maand komt er een rekening voor wat in die maand geboekt is.';
  columns = billColumns();

  get heading() {
    return 'Rekeningen van derdebetalers';
  }
}
customElements.define('officer-bills', Bills);

/** One bill with its lines, to send and to note as paid. */
class Bill extends Screen {
  get heading() {
    return `Rekening ${short(this.params.bill)}`;
  }

  async load({ bill: id }) {
    const path = `wallet/v1/sponsor-bills/${id}`;
    const lines = new Paged(this, `${path}/lines`, 'lines');
    const [bill] = await Promise.all([this.api.get(path), lines.load()]);
    return { bill, lines, path, sponsor: await this.api.get(`wallet/v1/sponsors/${bill.sponsor}`) };
  }

  async pay({ bill, path }) {
    const sure = await ask(this, {
      title: 'Is het geld er?',
      text: html`<p>
        U noteert dat ${money(bill.amountCents)} met mededeling ${bill.reference} op de rekening staat. Dat kunt u niet terugdraaien.
      </p>`,
      yes: 'Noteer als betaald',
    });
    if (sure) await this.act('pay', () => this.api.post(`${path}/payment`, {}), 'De rekening staat als betaald.');
  }

  content({ bill, lines, path, sponsor }) {
    return html`<p>${tag('bill', status(bill))}</p>
      <dl>
        <dt>Derdebetaler</dt><dd><a href="#/derdebetalers/${bill.sponsor}">${sponsor.name}</a></dd>
        <dt>Bedrag</dt><dd>${money(bill.amountCents)}</dd>
        <dt>Over</dt><dd>${day(bill.from)} tot en met ${day(bill.until)}</dd>
        <dt>Mededeling</dt><dd>${bill.reference}</dd>
        <dt>Gemaakt</dt><dd>${moment(bill.billedAt)}</dd>
        <dt>Betaald</dt><dd>${bill.paidAt ? moment(bill.paidAt) : 'nog niet'}</dd>
      </dl>
      <p class="row">
        ${bill.paidAt ? '' : this.button('pay', 'Noteer als betaald', () => this.pay({ bill, path }))}
        <a class="button quiet" href=${this.api.address(`${path}/file`)} download>Bewaar als CSV</a>
      </p>
      <h2>Regels</h2>
      ${listed(lines, 'Regels van de rekening', LINES, 'Deze rekening heeft geen regels.')}`;
  }
}
customElements.define('officer-bill', Bill);
