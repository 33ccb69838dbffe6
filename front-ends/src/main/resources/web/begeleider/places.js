import { LitElement, css, html, nothing } from 'lit';
import { style } from '../shared/style.js';

const MOST = 8;

/** Municipalities where a counsellor receives people: searched by a part of the name or of the postal code, and added one by one. */
class Places extends LitElement {
  static properties = {
    api: { attribute: false },
    given: { attribute: false },
    places: { state: true },
    error: {},
    found: { state: true },
    problem: { state: true },
    said: { state: true },
  };

  static styles = [
    style,
    css`
      ul { list-style: none; max-width: none; padding: 0; }
      .chosen { display: flex; flex-wrap: wrap; gap: 0.5rem; }
      .chosen li { align-items: center; background: var(--ground-soft); border: 1px solid var(--line-soft); border-radius: var(--radius); }
      .chosen li { display: flex; gap: 0.5rem; padding: 0.15rem 0.6rem; }
      .found button { margin: 0 0 0.4rem; text-align: left; }
    `,
  ];

  constructor() {
    super();
    this.given = [];
    this.said = '';
  }

  /** What was given is where one starts from; drawing it again changes nothing. */
  willUpdate(changed) {
    if (changed.has('given')) this.places = this.given;
  }

  search(event) {
    const text = event.target.value.trim();
    clearTimeout(this.timer);
    if (text.length < 2) {
      this.found = undefined;
      return;
    }
    this.timer = setTimeout(() => this.look(text), 250);
  }

  async look(text) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    try {
      const { municipalities } = await this.api.get('provider-registry/v1/directory/municipalities', { query: text, limit: MOST });
      if (turn !== this.turn) return;
      const byCode = /^\d/.test(text);
      this.found = municipalities
        .flatMap(({ name, postalCodes }) => postalCodes.map((postalCode) => ({ municipality: name, postalCode })))
        .filter(({ postalCode }) => !byCode || postalCode.startsWith(text))
        .slice(0, MOST);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem.detail;
    }
  }

  add(place) {
    const known = this.places.some((each) => each.postalCode === place.postalCode && each.municipality === place.municipality);
    if (!known) this.places = [...this.places, place];
    this.said = `${place.municipality} is toegevoegd.`;
    const input = this.renderRoot.querySelector('input');
    [input.value, this.found] = ['', undefined];
    input.focus();
  }

  remove(place) {
    this.places = this.places.filter((each) => each !== place);
    this.said = `${place.municipality} is weggelaten.`;
    this.renderRoot.querySelector('input').focus();
  }

  render() {
    return html`<fieldset class="field">
      <legend>Waar ontvangt u mensen?</legend>
      ${this.error ? html`<span class="error">${this.error}</span>` : nothing}
      ${this.places.length
        ? html`<ul class="chosen" aria-label="Gekozen plaatsen">${this.places.map(
            (place) => html`<li>
              ${place.postalCode} ${place.municipality}
              <button type="button" class="link" aria-label="Weg: ${place.postalCode} ${place.municipality}" @click=${() => this.remove(place)}>Weg</button>
            </li>`,
          )}</ul>`
        : nothing}
      <label for="place">Gemeente of postcode</label>
      <span class="hint" id="place-hint">Typ minstens twee tekens en kies dan een plaats om toe te voegen.</span>
      <input id="place" type="search" autocomplete="off" aria-describedby="place-hint" @input=${this.search}
        @keydown=${(event) => event.key === 'Enter' && event.preventDefault()}>
      <div role="status">${this.said && !this.found ? html`<span class="sr">${this.said}</span>` : nothing}
        ${this.problem ? html`<span class="error">${this.problem}</span>` : nothing}
        ${this.found && !this.found.length ? html`<p>Deze gemeente of postcode kennen we niet in Vlaanderen of Brussel.</p>` : nothing}</div>
      ${this.found?.length
        ? html`<ul class="found" aria-label="Gevonden plaatsen">${this.found.map(
            (place) => html`<li>
              <button type="button" class="quiet" @click=${() => this.add(place)}>Voeg ${place.postalCode} ${place.municipality} toe</button>
            </li>`,
          )}</ul>`
        : nothing}
    </fieldset>`;
  }
}
customElements.define('counsellor-places', Places);
