import { css, html, nothing } from 'lit';
import { day, moment, number } from '../../shared/format.js';
import { Paged } from '../../shared/paged.js';
import { Screen, values } from '../../shared/screen.js';
import { input } from '../fields.js';
import { count } from '../geld/parts.js';
import { officer } from '../links.js';
import { beside, dayForm, listed, table } from '../list.js';

const PATH = 'provider-registry/v1/diploma-lists';
const DIPLOMAS = [
  { label: 'Code', cell: ({ code }) => code },
  { label: 'Naam', cell: ({ name }) => name },
  { label: 'Van', cell: ({ from }) => day(from) },
  { label: 'Tot en met', cell: ({ to }) => day(to) },
];

const DECREE = { label: 'Besluit', cell: ({ decree }) => decree };
const DECREES = [
  DECREE,
  { label: 'Regels', number: true, cell: ({ lines }) => number(lines) },
  { label: 'Toegevoegd', cell: (row) => `${moment(row.addedAt)}, ${officer(row.officer)}` },
];
const WRONG = [{ label: 'Regel', cell: ({ line }) => number(line) }, { label: 'Wat er niet klopt', cell: ({ detail }) => detail }];

/** The ministerial list of diplomas: what is on it on a day, the decrees, and the list of a new decree, seen before it is added. */
class DiplomaLists extends Screen {
  static properties = { preview: { state: true } };
  static styles = [...Screen.styles, beside, css`section.card { margin-top: 1rem; }`];

  get heading() {
    return 'Diplomalijsten';
  }

  async load({ op }) {
    const [decrees, diplomas] = [new Paged(this, PATH, 'lists'), new Paged(this, 'provider-registry/v1/diplomas', 'diplomas', { on: op })];
    await Promise.all([decrees.load(), diplomas.load()]);
    return { decrees, diplomas };
  }

  async look(event) {
    event.preventDefault();
    const { decree, file } = values(event.target);
    this.chosen = { decree, file: new Blob([file], { type: 'text/csv' }) };
    [this.busy, this.failed, this.done, this.preview] = ['look', undefined, '', undefined];
    try {
      this.preview = await this.send(true);
      await this.updateComplete;
      this.renderRoot.querySelector('#preview')?.focus();
    } catch (problem) {
      this.failed = problem;
    } finally {
      this.busy = '';
    }
  }

  send(preview) {
    return this.api.post(`${PATH}?${new URLSearchParams({ decree: this.chosen.decree, preview })}`, this.chosen.file);
  }

  async add() {
    if (await this.act('add', () => this.send(false), `De lijst van ${this.chosen.decree} is toegevoegd.`)) {
      this.preview = undefined;
      this.renderRoot.querySelector('form').reset();
    }
  }

  content({ decrees, diplomas }) {
    return html`<h2>Lijst van een besluit toevoegen</h2>
      <form @submit=${this.look}>
        ${input(this, 'decree', 'Referentie van het ministerieel besluit', {
          most: 60, hint: 'Letters, cijfers, punten, schuine strepen en streepjes, bijvoorbeeld MB-2027/04.',
        })}
        ${input(this, 'file', 'Bestand', {
          type: 'file',
          accept: '.csv,text/csv',
          hint: 'CSV in UTF-8 met de velden code, from, to, name. Een regel die er al staat, kan alleen een laatste dag krijgen.',
        })}
        ${this.submit('look', 'Bekijk wat dit verandert')}
      </form>
      ${this.preview ? this.shown(this.preview) : nothing}
      <h2>Diploma’s op de lijst</h2>
      ${dayForm({ place: '/diplomas', label: 'Zoals ze geldt op', day: this.params.op })}
      ${listed(diplomas, 'Diploma’s op de lijst', [...DIPLOMAS, DECREE], 'Er staat op die dag geen diploma op de lijst.')}
      <h2>Besluiten</h2>
      ${listed(decrees, 'Besluiten, het oudste eerst', DECREES, 'Er is hier nog geen besluit toegevoegd. Kies hierboven het bestand van een besluit.')}`;
  }

  shown({ decree, added, newLines, endedLines, unchanged, errors }) {
    if (added) return html`<div class="notice" id="preview" tabindex="-1"><p>De lijst van ${decree} was al toegevoegd.</p></div>`;
    return html`<section class="card" id="preview" tabindex="-1" aria-labelledby="preview-title">
      <h3 id="preview-title">Wat ${decree} verandert</h3>
      <ul>
        <li>${count(newLines.length, 'nieuwe regel', 'nieuwe regels')}</li>
        <li>${count(endedLines.length, 'regel krijgt', 'regels krijgen')} een laatste dag</li>
        <li>${count(unchanged, 'regel stond', 'regels stonden')} er al</li>
        <li>${count(errors.length, 'regel', 'regels')} fout</li>
      </ul>
      ${errors.length
        ? html`<div class="notice bad">
              <p>Verbeter deze regels en kies het bestand opnieuw. Zolang er een fout in staat, wordt niets toegevoegd.</p>
            </div>
            ${table('Regels die fout zijn', WRONG, errors)}`
        : html`<p>${this.button('add', 'Voeg deze lijst toe', () => this.add())}</p>`}
      ${newLines.length ? table('Nieuw op de lijst', DIPLOMAS, newLines) : nothing}
      ${endedLines.length ? table('Krijgt een laatste dag', DIPLOMAS, endedLines) : nothing}
    </section>`;
  }
}
customElements.define('officer-diplomas', DiplomaLists);
