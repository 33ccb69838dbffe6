import { css, html, nothing } from 'lit';
import { Paged } from '../shared/paged.js';
import { Screen } from '../shared/screen.js';
import { options } from './words.js';

/** A form of a few fields beside each other. */
export const beside = css`
  form.beside { align-items: end; display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  form.beside button { margin-bottom: 1rem; }
`;

/** Asks for a day, and goes to that place as it was then. */
export function dayForm({ place, label, day, submit = 'Toon', required }) {
  const go = (event) => {
    event.preventDefault();
    const op = new FormData(event.target).get('op');
    location.hash = `#${place}${op ? `?op=${op}` : ''}`;
  };
  return html`<form class="beside" @submit=${go}>
    <div class="field"><label for="op">${label}</label><input type="date" id="op" name="op" ?required=${required} .value=${day ?? ''} /></div>
    <button type="submit" class="quiet">${submit}</button>
  </form>`;
}

/**
 * A list with its filters in the address, so that a choice can be kept and passed on. A list says its `place`, the `source` of its rows
 * (`path`, `key`), its `filters` (`{ name, label, words }` or with `type`), what is chosen at first (`initial`), its `columns`
 * (`{ label, cell(row), number }`), its `caption`, and what to say when it is `empty`.
 */
export class ListScreen extends Screen {
  static styles = [...Screen.styles, beside];

  filters = [];
  initial = {};
  columns = [];

  chosen(name) {
    return this.params[name] ?? this.initial[name] ?? '';
  }

  async load() {
    const query = Object.fromEntries(this.filters.map(({ name }) => [name, this.chosen(name)]));
    const list = new Paged(this, this.source.path, this.source.key, query);
    await list.load();
    return list;
  }

  choose(event) {
    event.preventDefault();
    location.hash = `#${this.place}?${new URLSearchParams(new FormData(event.target))}`;
  }

  filter({ name, label, words, codes, type, any = 'Alle' }) {
    const value = this.chosen(name);
    return html`<div class="field">
      <label for=${name}>${label}</label>
      ${words
        ? html`<select id=${name} name=${name}>${options(words, value, any, codes)}</select>`
        : html`<input id=${name} name=${name} type=${type} .value=${value} maxlength="70" autocomplete="off" />`}
    </div>`;
  }

  intro() {
    return nothing;
  }

  content(list) {
    return html`${this.intro()}
      ${this.filters.length
        ? html`<form class="beside" @submit=${this.choose} role="search" aria-label="Filter de lijst">
            ${this.filters.map((filter) => this.filter(filter))}<button type="submit" class="quiet">Toon</button>
          </form>`
        : nothing}
      ${listed(list, this.caption, this.columns, this.empty)}`;
  }
}

/** A paged list as a table with the button for more, or what to say when it is empty. */
export const listed = (list, caption, columns, empty) =>
  list.rows.length ? html`${table(caption, columns, list.rows)}${list.foot()}` : html`<div class="card"><p>${empty}</p></div>`;

/** @param columns `{ label, cell(row), number }`; the first one names the row */
export function table(caption, columns, rows) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>${caption}</caption>
      <thead>
        <tr>${columns.map(({ label, number }) => html`<th scope="col" class=${number ? 'number' : nothing}>${label}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr>${columns.map(({ cell, number }, index) =>
          index ? html`<td class=${number ? 'number' : nothing}>${cell(row)}</td>` : html`<th scope="row">${cell(row)}</th>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}
