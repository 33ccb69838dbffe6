import { html, nothing } from 'lit';
import { Screen, values } from '../shared/screen.js';
import { hours, money } from '../shared/format.js';
import { counsellor, lookUp } from './names.js';
import { MODE, words } from './words.js';

/** Reserve a block with the counsellor that was chosen. */
class Book extends Screen {
  get heading() {
    return 'Een blok boeken';
  }

  async load({ counsellor: id }) {
    const [wallet] = await Promise.all([this.api.get('wallet/v1/me'), lookUp(this.api, [id])]);
    return { wallet, entry: counsellor(id) };
  }

  content({ wallet, entry }) {
    if (!entry) {
      return html`<div class="notice warn"><p>Deze begeleider staat niet of niet meer in de zoekrobot.</p></div>
        <p><a class="button" href="#/begeleiders">Kies een andere begeleider</a></p>`;
    }
    const can = wallet.actions?.find((each) => each.action === 'BOOK');
    return html`
      <p><a href="#/begeleiders">Terug naar de zoekrobot</a></p>
      <div class="card">
        <h2>${entry.name}</h2>
        <p>${entry.places.map((place) => place.municipality).join(', ')}. ${words(entry.modes, MODE)}.</p>
      </div>
      ${can?.possible ? this.form(wallet) : this.impossible(wallet, can)}
    `;
  }

  impossible(wallet, can) {
    return html`<h2>U kunt nu niet boeken</h2>
      <p>${can?.detail ?? 'U hebt nu geen uren om te boeken.'}</p>
      <p class="row">
        ${wallet.granted > 0
          ? html`<a class="button" href="#/">Bekijk mijn portefeuille</a>`
          : html`<a class="button" href="#/recht">Vraag mijn recht aan</a>`}
      </p>`;
  }

  form(wallet) {
    const without = this.failed?.data.coPaymentCents;
    return html`<h2>Uw boeking</h2>
      <p>U hebt nog ${hours(wallet.available)}. U boekt een blok van 2 uur, voor één of meer gesprekken.
        U betaalt ${money(wallet.pricePerHourCents)} per uur; u ziet het bedrag nog voor u betaalt.</p>
      <form @submit=${(event) => this.book(event)}>
        ${this.field(
          'sponsorCode',
          'Code van uw werkgever of fonds',
          ({ id, describedBy, invalid }) => html`<input id=${id} name=${id} maxlength="40" autocomplete="off" autocapitalize="characters"
            aria-describedby=${describedBy} aria-invalid=${invalid} />`,
          'Alleen als u er een kreeg. Dan betaalt uw werkgever of fonds een deel of alles.',
        )}
        ${without ? html`<p>Zonder code betaalt u zelf ${money(without)}. Maak het veld dan leeg.</p>` : nothing}
        <p>${this.submit('book', 'Reserveer dit blok')}</p>
        <p class="soft">Uw uren zijn daarna voor u gereserveerd. Uw boeking staat vast als u betaald hebt. U kunt een blok later teruggeven.</p>
      </form>`;
  }

  async book(event) {
    event.preventDefault();
    const body = { counsellorId: this.params.counsellor, ...values(event.target) };
    let booked;
    const done = await this.act('book', async () => (booked = await this.api.post('wallet/v1/me/bookings', body)));
    if (done) location.hash = `#/boekingen/${booked.booking}`;
  }
}
customElements.define('citizen-book', Book);
