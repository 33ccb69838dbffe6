import { html, nothing } from 'lit';
import { day } from '../../shared/format.js';
import { Screen, values } from '../../shared/screen.js';
import { input } from '../fields.js';
import { dossier, short } from '../links.js';
import { table } from '../list.js';
import { tag } from '../words.js';

/** The file of who calls or comes by. The number goes along in the body of the call and stays nowhere. */
class CitizenSearch extends Screen {
  static properties = { found: { state: true } };

  get heading() {
    return 'Burger zoeken';
  }

  async find(event) {
    event.preventDefault();
    const form = event.target;
    this.found = undefined;
    const ssin = (values(form).ssin ?? '').replace(/[ .-]/g, '');
    const find = async () => (this.found = await this.api.post('eligibility/v1/citizens/search', { ssin }));
    if (await this.act('find', find, 'Gevonden.')) form.reset();
  }

  content() {
    return html`<p class="lead">Zoek alleen wie u nodig hebt voor uw werk. Wie zoekt, wordt genoteerd; de burger kan dat zien.</p>
      <form @submit=${this.find}>
        ${input(this, 'ssin', 'Rijksregisternummer', { inputmode: 'numeric', most: 15, hint: 'Elf cijfers. Punten en streepjes mogen.' })}
        ${this.submit('find', 'Zoek')}
      </form>
      ${this.found ? this.result(this.found) : nothing}`;
  }

  result({ citizen, requests }) {
    return html`<h2>Burger ${short(citizen)}</h2>
      <p>${dossier('burger', citizen, 'Geschiedenis van het recht en het krediet')}</p>
      ${requests.length
        ? table('Aanvragen, de nieuwste eerst', [
            { label: 'Aanvraag', cell: ({ request }) => html`<a href="#/aanvragen/${request}">${short(request)}</a>` },
            { label: 'Gevraagd op', cell: ({ requestedOn }) => day(requestedOn) },
            { label: 'Beslissing', cell: ({ status }) => tag('request', status) },
          ], requests)
        : html`<div class="card"><p>Deze burger vroeg nog geen loopbaankrediet aan.</p></div>`}`;
  }
}
customElements.define('officer-citizen-search', CitizenSearch);
