import { css, html, nothing } from 'lit';
import { Screen, values } from '../shared/screen.js';
import { Paged } from '../shared/paged.js';
import { style } from '../shared/style.js';
import { day } from '../shared/format.js';
import { remember } from './names.js';
import { maybe, options, select } from './parts.js';
import { MODE, TARGET_GROUP, THEME, language, words } from './words.js';
import './map.js';

const ASKED = ['near', 'withinKm', 'theme', 'mode', 'language', 'targetGroup', 'freeCapacity'];
const SPOKEN = ['nl', 'fr', 'en', 'de', 'es', 'it', 'pl', 'pt', 'ro', 'bg', 'tr', 'ar', 'ru', 'uk'];
const LANGUAGES = Object.fromEntries(SPOKEN.map((code) => [code, language(code)]));
const KILOMETRES = { 5: '5 km', 10: '10 km', 20: '20 km', 50: '50 km' };
const ENOUGH_LETTERS = 2;

const OTHER_ORDER = 'Zonder gemeente staat de lijst elke dag in een andere volgorde, zodat niemand altijd eerst staat.';

class Found extends Paged {
  async load(query) {
    await super.load(query);
    remember(this.rows);
  }

  async more() {
    await super.more();
    remember(this.rows);
  }
}

/** Find a counsellor, on a list and on a map. Open to everybody. */
class Directory extends Screen {
  static properties = { alike: { state: true } };
  static styles = [
    style,
    css`
      .fields { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); }
      .both { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); }
      .found { list-style: none; margin: 0; max-width: none; padding: 0; }
      .found > li { border-top: 1px solid var(--line-soft); padding: 1rem 0; }
      .found > li:focus { outline: 3px solid var(--blue); outline-offset: 2px; }
      .found h3 { display: flex; gap: 0.6rem; margin-top: 0; }
      .number {
        background: var(--blue); border-radius: 1rem; color: #fff; flex: none; font-size: 0.95rem; line-height: 1.7rem; min-width: 1.7rem;
        padding: 0 0.4rem; text-align: center;
      }
      @media (min-width: 62rem) {
        .both { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
        .to-map { display: none; }
        .map { align-self: start; position: sticky; top: 1rem; }
      }
    `,
  ];

  get heading() {
    return 'Een begeleider zoeken';
  }

  async load(params) {
    this.query = Object.fromEntries(ASKED.filter((name) => params[name]).map((name) => [name, params[name]]));
    return this.find(this.query);
  }

  async find(query) {
    const list = new Found(this, 'provider-registry/v1/directory', 'counsellors');
    await list.load({ ...query, limit: 20 });
    return list;
  }

  /** Searches in its place, so that what was filled in stays, and the address can be kept. */
  async search(query) {
    if (this.busy) return;
    [this.busy, this.failed, this.query] = ['search', undefined, query];
    try {
      this.data = await this.find(query);
      const tail = new URLSearchParams(query).toString();
      history.replaceState(history.state, '', `#/begeleiders${tail ? `?${tail}` : ''}`);
    } catch (problem) {
      if (problem.detail === undefined) throw problem;
      this.failed = problem;
    } finally {
      this.busy = '';
    }
  }

  async suggest(text) {
    if (text.length < ENOUGH_LETTERS) return;
    const answer = await maybe(this.api.get('provider-registry/v1/directory/municipalities', { query: text, limit: 10 }));
    this.alike = answer?.municipalities ?? [];
  }

  content(list) {
    return html`
      <p class="lead">Kies zelf wie u begeleidt. Alle begeleiders in deze lijst zijn geregistreerd.</p>
      <form
        @submit=${(event) => {
          event.preventDefault();
          this.search(values(event.target));
        }}
      >
        ${this.fields(this.query)}
        <p>${this.submit('search', 'Zoek')}</p>
      </form>
      ${list.rows.length ? this.both(list) : this.nobody()}
    `;
  }

  fields(query) {
    const choose = (name, label, table) => this.field(name, label, select(options(table, query[name], 'Maakt niet uit')));
    return html`<div class="fields">
        ${this.field(
          'near',
          'Gemeente of postcode',
          ({ id, describedBy, invalid }) => html`<input id=${id} name=${id} list="alike" maxlength="80" autocomplete="off" .value=${query.near ?? ''}
              aria-describedby=${describedBy} aria-invalid=${invalid} @input=${(event) => this.suggest(event.target.value.trim())} />
            <datalist id="alike">${(this.alike ?? []).map((each) => html`<option value=${each.name}>${each.postalCodes.join(', ')}</option>`)}</datalist>`,
        )}
        ${choose('withinKm', 'Hoogstens zo ver', KILOMETRES)} ${choose('theme', 'Waarover wilt u praten?', THEME)}
      </div>
      <details ?open=${Boolean(query.mode || query.language || query.targetGroup || query.freeCapacity)}>
        <summary>Meer keuzes</summary>
        <div class="fields">
          ${choose('mode', 'Hoe wilt u praten?', MODE)} ${choose('language', 'In welke taal?', LANGUAGES)}
          ${choose('targetGroup', 'Met ervaring met', TARGET_GROUP)}
        </div>
        <label class="choice">
          <input type="checkbox" name="freeCapacity" value="true" .checked=${query.freeCapacity === 'true'} /> Alleen wie nu nieuwe mensen kan ontvangen
        </label>
      </details>`;
  }

  nobody() {
    return html`<div class="notice" role="status">
        <p><strong>We vonden niemand die hieraan voldoet.</strong></p>
        <p>Zoek verder weg, of laat een keuze weg. Veel begeleiders werken ook online.</p>
      </div>
      <p>${this.button('all', 'Toon alle begeleiders', () => this.search({}), 'quiet')}</p>`;
  }

  both(list) {
    const { near } = list.query;
    return html`<div class="both">
      <section aria-labelledby="list">
        <h2 id="list">Gevonden begeleiders</h2>
        <p class="to-map">
          <button type="button" class="link" @click=${() => this.renderRoot.getElementById('map').focus()}>Ga naar de kaart</button>
        </p>
        <p class="soft">${near ? 'De dichtste eerst.' : OTHER_ORDER}</p>
        <ol class="found">${list.rows.map((entry, index) => this.entry(entry, index + 1))}</ol>
        ${list.foot()}
      </section>
      <section class="map" aria-labelledby="map">
        <h2 id="map" tabindex="-1">Op de kaart</h2>
        <citizen-map .entries=${list.rows} .near=${near} @chosen=${(event) => this.show(event.detail)}></citizen-map>
        <p class="soft">De lijst heeft dezelfde begeleiders.</p>
      </section>
    </div>`;
  }

  entry(entry, number) {
    return html`<li id="c-${entry.counsellor}" tabindex="-1">
      <h3><span class="number" aria-hidden="true">${number}</span><span>${entry.name}</span></h3>
      <p>
        ${entry.places.map((place) => `${place.postalCode} ${place.municipality}`).join(', ')}
        ${entry.distanceKm === undefined ? nothing : `(${entry.distanceKm} km)`}
      </p>
      <dl>
        <dt>Hoe</dt><dd>${words(entry.modes, MODE)}</dd>
        <dt>Talen</dt><dd>${entry.languages.map(language).join(', ')}</dd>
        ${entry.themes.length ? html`<dt>Waarover</dt><dd>${words(entry.themes, THEME)}</dd>` : nothing}
        ${entry.targetGroups.length ? html`<dt>Ervaring met</dt><dd>${words(entry.targetGroups, TARGET_GROUP)}</dd>` : nothing}
        ${entry.capacity ? html`<dt>Plaats</dt><dd>${room(entry.capacity)}</dd>` : nothing}
      </dl>
      <p class="row">
        <a class="button" href="#/boeken/${entry.counsellor}" aria-label="Boek een blok bij ${entry.name}">Boek een blok</a>
        ${entry.agendaLink
          ? html`<a href=${entry.agendaLink} rel="noopener noreferrer" aria-label="Bekijk de agenda van ${entry.name}">Bekijk de agenda</a>`
          : nothing}
      </p>
    </li>`;
  }

  show(counsellor) {
    const item = this.renderRoot.getElementById(`c-${counsellor}`);
    item?.scrollIntoView({ block: 'center' });
    item?.focus();
  }
}
function room({ places, until }) {
  const who = places === 1 ? '1 nieuwe persoon' : `${places} nieuwe personen`;
  return `${places > 0 ? `Voor ${who}` : 'Niet voor nieuwe personen'}, tot en met ${day(until)}`;
}

customElements.define('citizen-directory', Directory);
