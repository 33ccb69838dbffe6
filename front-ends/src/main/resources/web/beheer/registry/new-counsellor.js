import { html } from 'lit';
import { Screen, values } from '../../shared/screen.js';
import { choices, chosen, input, select } from '../fields.js';
import { WORDS } from '../words.js';

const SEVERAL = ['proofs', 'languages', 'modes', 'themes', 'targetGroups'];
const ADDRESS = ['street', 'postalCode', 'municipality'];

/** The fields of an address or a place, as the service names them. */
const parts = (words, at, names) => Object.fromEntries(names.map((name) => [name, words[`${at}.${name}`]]));

/** An officer who saw the papers enters a counsellor; registered at once when nothing is missing. */
class NewCounsellor extends Screen {
  static properties = { places: { state: true } };

  constructor() {
    super();
    this.places = 1;
  }

  get heading() {
    return 'Begeleider invoeren';
  }

  async send(event) {
    event.preventDefault();
    const form = event.target;
    const words = values(form);
    const { name, ssin, enterpriseNumber, iban, email, activeSince, agendaLink } = words;
    const body = {
      name, ssin, enterpriseNumber, iban, email, activeSince, agendaLink,
      vatLiable: words.vatLiable === 'true',
      address: ADDRESS.some((part) => words[`address.${part}`]) ? parts(words, 'address', ADDRESS) : undefined,
      places: Array.from({ length: this.places }, (_, index) => parts(words, `places[${index}]`, ['municipality', 'postalCode'])),
      ...Object.fromEntries(SEVERAL.map((several) => [several, chosen(form, several)])),
    };
    await this.act('enter', async () => {
      const { counsellor } = await this.api.post('provider-registry/v1/counsellors', body);
      location.hash = `#/begeleiders/${counsellor}`;
    }, '');
  }

  content() {
    return html`<p class="lead">Voor wie zich niet zelf aanmeldt. U hebt de stukken gezien.</p>
      <form @submit=${this.send}>${this.person()} ${this.enterprise()} ${this.conditions()} ${this.offer()} ${this.submit('enter', 'Voer de begeleider in')}</form>`;
  }

  person() {
    return html`<h2>Wie</h2>
      ${input(this, 'name', 'Naam', { most: 70 })}
      ${input(this, 'ssin', 'Rijksregisternummer', { most: 20, inputmode: 'numeric', hint: 'Elf cijfers.' })}
      ${input(this, 'email', 'E-mail', { type: 'email', most: 254 })}`;
  }

  enterprise() {
    return html`<h2>Onderneming</h2>
      ${input(this, 'enterpriseNumber', 'Ondernemingsnummer', { most: 20, inputmode: 'numeric', hint: 'Tien cijfers.' })}
      ${input(this, 'iban', 'Rekeningnummer (IBAN)', { most: 50 })}
      ${select(this, 'vatLiable', 'Btw', 'vat', { any: 'Kies een regeling' })}
      <fieldset>
        <legend>Zetel (niet verplicht)</legend>
        ${input(this, 'address.street', 'Straat en nummer', { optional: true, most: 100 })}
        ${input(this, 'address.postalCode', 'Postcode', { optional: true, most: 4, inputmode: 'numeric' })}
        ${input(this, 'address.municipality', 'Gemeente', { optional: true, most: 80 })}
      </fieldset>`;
  }

  conditions() {
    return html`<h2>Voorwaarden</h2>
      ${input(this, 'activeSince', 'Actief met loopbaancheques sinds (niet verplicht)', {
        type: 'date', optional: true, hint: 'Leeg als de begeleider nooit met cheques werkte. De route volgt hieruit.',
      })}
      ${choices(this, 'proofs', 'Bewijzen die u zag', WORDS.proof)}`;
  }

  offer() {
    const place = (index) => html`<fieldset>
      <legend>Plaats ${index + 1}</legend>
      ${input(this, `places[${index}].municipality`, 'Gemeente', { most: 80 })}
      ${input(this, `places[${index}].postalCode`, 'Postcode', { most: 4, inputmode: 'numeric' })}
    </fieldset>`;
    return html`<h2>Aanbod</h2>
      ${Array.from({ length: this.places }, (_, index) => place(index))}
      <p><button type="button" class="quiet" @click=${() => (this.places += 1)}>Voeg een plaats toe</button></p>
      ${choices(this, 'languages', 'Talen', WORDS.language)} ${choices(this, 'modes', 'Manieren van werken', WORDS.mode)}
      ${choices(this, 'themes', 'Thema’s', WORDS.theme)} ${choices(this, 'targetGroups', 'Doelgroepen', WORDS.targetGroup)}
      ${input(this, 'agendaLink', 'Link naar de agenda (niet verplicht)', { type: 'url', optional: true, most: 300, hint: 'Begint met https://.' })}`;
  }
}
customElements.define('officer-new-counsellor', NewCounsellor);
