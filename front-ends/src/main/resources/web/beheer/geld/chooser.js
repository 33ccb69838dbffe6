import { html, nothing } from 'lit';
import { Desk } from '../desk.js';
import { tag } from '../words.js';

/** A screen on which one counsellor is chosen by name; the name stays out of the address. */
export class Chooser extends Desk {
  static properties = { found: { state: true } };

  /** @param place where a chosen counsellor leads */
  chooser(place) {
    return html`<form @submit=${(event) => this.find(event)}>
        ${this.field('name', 'Naam van de begeleider',
          ({ id, describedBy, invalid }) => html`<input id=${id} name=${id} required maxlength="70" autocomplete="off"
            aria-describedby=${describedBy} aria-invalid=${invalid} />`,
          'Een deel van de naam volstaat.')}
        ${this.submit('find', 'Zoek')}
      </form>
      ${this.found ? this.choice(place) : nothing}`;
  }

  choice(place) {
    return html`<h2 tabindex="-1" id="found">Gevonden begeleiders</h2>
      ${this.found.length
        ? html`<ul class="plain stack">
            ${this.found.map((each) => html`<li><a href="#${place(each.counsellor)}">${each.name}</a> ${tag('counsellor', each.status)}</li>`)}
          </ul>`
        : html`<p>Niemand gevonden. Probeer een ander deel van de naam.</p>`}`;
  }

  async find(event) {
    event.preventDefault();
    const name = event.target.name.value.trim();
    const search = async () => (this.found = (await this.api.get('provider-registry/v1/counsellors', { name, limit: 20 })).counsellors);
    if (!(await this.act('find', search, ''))) return;
    await this.updateComplete;
    this.renderRoot.querySelector('#found')?.focus();
  }
}
