import { html, nothing } from 'lit';

/** A status as a tag; a code that is new to us is shown as it is. */
export function tag(table, code) {
  return label(table[code] ?? [code]);
}

/** Words with the kind of tag. */
export const label = ([text, kind = '']) => html`<span class="tag ${kind}">${text}</span>`;

/** Says that something takes a while; nothing when there is nothing to wait for. */
export function progress(text) {
  return html`<div role="status">${text ? html`<p><progress aria-label="Bezig"></progress><br />${text}</p>` : nothing}</div>`;
}

/** The options of a select from a table of words. */
export function options(table, chosen, all) {
  return html`${all ? html`<option value="" ?selected=${!chosen}>${all}</option>` : nothing}${Object.entries(table).map(
    ([code, text]) => html`<option value=${code} ?selected=${code === chosen}>${[text].flat()[0]}</option>`,
  )}`;
}

/** Inputs for `screen.field`; what was typed stays when a call fails, for a value is only put in when it changes. */
export const area = (value = '', required = false, rows = 4) => ({ id, describedBy, invalid }) =>
  html`<textarea id=${id} name=${id} rows=${rows} maxlength="4000" ?required=${required} .value=${value}
    aria-describedby=${describedBy} aria-invalid=${invalid}></textarea>`;

export const date = (value = '', required = false) => ({ id, describedBy, invalid }) =>
  html`<input type="date" id=${id} name=${id} ?required=${required} .value=${value} aria-describedby=${describedBy} aria-invalid=${invalid} />`;

export const select = (content, required = false, changed = undefined) => ({ id, describedBy, invalid }) =>
  html`<select id=${id} name=${id} ?required=${required} @change=${changed} aria-describedby=${describedBy} aria-invalid=${invalid}>
    ${content}
  </select>`;

/** Something that is not there is no error: a part of a screen whose service is silent, or that does not exist yet. */
export async function maybe(call, instead = null) {
  try {
    return await call;
  } catch (problem) {
    if (problem.detail === undefined) throw problem;
    return instead;
  }
}

/** A list narrowed to one status; a button, so that walking through the choices with the keys goes nowhere. */
export function statusFilter(path, table, chosen) {
  return html`<form
    class="field"
    @submit=${(event) => {
      event.preventDefault();
      const { value } = event.target.elements.status;
      location.hash = value ? `#${path}?status=${value}` : `#${path}`;
    }}
  >
    <label for="status">Toon</label>
    <p><select id="status" name="status">${options(table, chosen, 'Alles')}</select></p>
    <button type="submit" class="quiet">Pas toe</button>
  </form>`;
}
