import { html, nothing } from 'lit';
import { day, moment, money, number } from '../../shared/format.js';
import { Paged } from '../../shared/paged.js';
import { Screen, values } from '../../shared/screen.js';
import { Desk } from '../desk.js';
import { input, select } from '../fields.js';
import { dossier, officer, short } from '../links.js';
import { ListScreen, listed } from '../list.js';
import { reason } from '../reason.js';
import { word } from '../words.js';
import { billColumns } from './bills.js';

const CENTS = 100;
const cents = (euro) => (euro === undefined ? undefined : Math.round(Number(euro) * CENTS));
const share = ({ percent, blockCents }) => (percent ? `${percent} % van de eigen bijdrage` : `${money(blockCents)} per blok`);
const CODE = { label: 'Code', cell: ({ code }) => code };
const HELD = { label: 'Gebruikt', cell: ({ held }) => (held ? 'Ja' : 'Nog niet') };
const HANDED_OUT = {
  CODE: 'De derdebetaler geeft deze ene code aan zijn mensen.',
  LIST: 'De derdebetaler geeft elke persoon een eigen code. Wie er eerst mee boekt, houdt ze.',
};
/** Ended before its first day. */
const neverUsed = ({ from, until }) => until < from;
const NEVER = 'nooit te gebruiken';
const standing = ({ open }) => (open ? html`<span class="tag good">Loopt</span>` : html`<span class="tag">Niet open vandaag</span>`);

/** Employers and funds that pay the co-payment for their people. */
class Sponsors extends ListScreen {
  place = '/derdebetalers';
  source = { path: 'wallet/v1/sponsors', key: 'sponsors' };
  filters = [{ name: 'open', label: 'Nog te gebruiken', words: 'onlyThose' }];
  caption = 'Overeenkomsten met derdebetalers, de nieuwste eerst';
  empty = 'Er zijn geen overeenkomsten met deze keuze. Een derdebetaler is een werkgever of fonds dat de eigen bijdrage betaalt.';
  columns = [
    { label: 'Derdebetaler', cell: ({ sponsor, name }) => html`<a href="#/derdebetalers/${sponsor}">${name}</a>` },
    { label: 'Stand', cell: standing },
    { label: 'Betaalt', cell: share },
    { label: 'Van', cell: ({ from }) => day(from) },
    { label: 'Tot en met', cell: (row) => (neverUsed(row) ? NEVER : day(row.until)) },
    { label: 'Budget', number: true, cell: ({ budgetCents }) => money(budgetCents) },
    { label: 'Nog vrij', number: true, cell: ({ leftCents }) => money(leftCents) },
    { label: 'Boekingen', number: true, cell: ({ bookings }) => number(bookings) },
  ];

  get heading() {
    return 'Derdebetalers';
  }

  intro() {
    return html`<p><a class="button quiet" href="#/derdebetalers/nieuw">Noteer een overeenkomst</a></p>`;
  }
}
customElements.define('officer-sponsors', Sponsors);

/** One agreement with its codes and bills. */
class Sponsor extends Desk {
  get heading() {
    return this.data?.sponsor.name ?? `Derdebetaler ${short(this.params.sponsor)}`;
  }

  get path() {
    return `wallet/v1/sponsors/${this.params.sponsor}`;
  }

  async load({ sponsor: id }) {
    const codes = new Paged(this, `wallet/v1/sponsors/${id}/codes`, 'codes');
    const bills = new Paged(this, 'wallet/v1/sponsor-bills', 'bills', { sponsor: id });
    const [sponsor] = await Promise.all([this.api.get(`wallet/v1/sponsors/${id}`), codes.load(), bills.load()]);
    return { sponsor, codes, bills };
  }

  content({ sponsor, codes, bills }) {
    return html`<p>${standing(sponsor)} ${word('admission', sponsor.by)}</p>
      <dl>
        <dt>Ondernemingsnummer</dt><dd>${sponsor.enterpriseNumber}</dd>
        <dt>Betaalt</dt><dd>${share(sponsor)}</dd>
        <dt>Te gebruiken</dt><dd>${neverUsed(sponsor) ? NEVER : `van ${day(sponsor.from)} tot en met ${day(sponsor.until)}`}</dd>
        <dt>Budget</dt><dd>${money(sponsor.budgetCents)}</dd>
        <dt>Gebruikt</dt><dd>${money(sponsor.usedCents)}</dd>
        <dt>Nog vrij</dt><dd>${money(sponsor.leftCents)}</dd>
        <dt>Onbetaalde rekeningen</dt><dd>${money(sponsor.openBillsCents)}</dd>
        <dt>Boekingen</dt><dd>${number(sponsor.bookings)}</dd>
        <dt>Afgesproken</dt><dd>${moment(sponsor.agreedAt)}, ${officer(sponsor.officer)}</dd>
        ${sponsor.endReason ? html`<dt>Waarom beëindigd</dt><dd>${sponsor.endReason}</dd>` : nothing}
        <dt>Kenmerk</dt><dd>${sponsor.sponsor}</dd>
      </dl>
      <p>${dossier('derdebetaler', sponsor.sponsor, 'Geschiedenis')}</p>
      <h2>Wat u kunt doen</h2>
      ${this.tasks([
        ...(sponsor.by === 'LIST' ? [{ task: 'codes', label: 'Maak meer codes' }] : []),
        { task: 'end', label: 'Beëindig de overeenkomst', kind: 'quiet' },
      ])}
      ${this.form({
        task: 'codes',
        title: 'Meer codes',
        submit: 'Maak de codes',
        said: 'De nieuwe codes staan onderaan de lijst.',
        send: ({ count }) => this.api.post(`${this.path}/codes`, { count: Number(count) }),
        fields: input(this, 'count', 'Hoeveel codes?', { type: 'number', min: 1, max: 1000 }),
      })}
      ${this.form({
        task: 'end',
        title: 'Overeenkomst beëindigen',
        submit: 'Beëindig',
        said: 'De overeenkomst eindigt. Wat geboekt is, blijft betaald door de derdebetaler.',
        send: (words) => this.api.post(`${this.path}/end`, words),
        fields: html`${input(this, 'lastDay', 'Laatste dag om te boeken', { type: 'date' })}
          ${reason(this, { words: 'sponsorEnd', required: false, most: 2000 })}`,
      })}
      <h2>Codes</h2>
      <p>${HANDED_OUT[sponsor.by]}</p>
      ${listed(codes, 'Codes', sponsor.by === 'LIST' ? [CODE, HELD] : [CODE], 'Er zijn nog geen codes.')}
      <h2>Rekeningen</h2>
      ${listed(bills, 'Rekeningen, de nieuwste eerst', billColumns(false), 'Er zijn nog geen rekeningen. Er komt er elke maand een als er iets verschuldigd is.')}`;
  }
}
customElements.define('officer-sponsor', Sponsor);

/** An agreement as it was signed, noted here; its codes are made at once. */
class NewSponsor extends Screen {
  get heading() {
    return 'Overeenkomst noteren';
  }

  async send(event) {
    event.preventDefault();
    const words = values(event.target);
    const body = {
      ...words,
      percent: words.percent && Number(words.percent),
      blockCents: cents(words.blockCents),
      budgetCents: cents(words.budgetCents),
      codes: words.codes && Number(words.codes),
    };
    await this.act('make', async () => {
      const { sponsor } = await this.api.post('wallet/v1/sponsors', body);
      location.hash = `#/derdebetalers/${sponsor}`;
    }, '');
  }

  content() {
    return html`<form @submit=${this.send}>
      ${input(this, 'name', 'Naam van de werkgever of het fonds', { most: 200 })}
      ${input(this, 'enterpriseNumber', 'Ondernemingsnummer', { most: 20, inputmode: 'numeric', hint: 'Tien cijfers.' })}
      <fieldset>
        <legend>Wat betaalt de derdebetaler?</legend>
        <p class="hint">Vul één van beide in.</p>
        ${input(this, 'percent', 'Deel van de eigen bijdrage, in procent', { type: 'number', min: 1, max: 100, optional: true })}
        ${input(this, 'blockCents', 'Bedrag per blok, in euro', { type: 'number', min: 0.01, step: 0.01, optional: true })}
      </fieldset>
      ${input(this, 'budgetCents', 'Budget, in euro', { type: 'number', min: 0.01, step: 0.01 })}
      ${input(this, 'from', 'Eerste dag', { type: 'date' })}
      ${input(this, 'until', 'Laatste dag om te boeken', { type: 'date' })}
      ${select(this, 'by', 'Wie kan ervan gebruikmaken?', 'admission')}
      ${input(this, 'codes', 'Aantal codes (niet verplicht)', {
        type: 'number', min: 1, max: 1000, optional: true, hint: 'Alleen als elke persoon een eigen code krijgt.',
      })}
      ${this.submit('make', 'Noteer de overeenkomst')}
    </form>`;
  }
}
customElements.define('officer-new-sponsor', NewSponsor);
