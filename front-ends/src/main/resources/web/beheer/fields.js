import { html, nothing } from 'lit';
import { options } from './words.js';

/**
 * A labelled input of a form.
 *
 * @param name also its id
 * @param more its type and limits; `optional` when it may stay empty
 */
export function input(screen, name, label, { hint, optional, type = 'text', min, max, step, most, inputmode, accept } = {}) {
  return screen.field(
    name,
    label,
    ({ describedBy, invalid }) => html`<input id=${name} name=${name} type=${type} ?required=${!optional} min=${min ?? nothing} max=${max ?? nothing}
      step=${step ?? nothing} maxlength=${most ?? nothing} inputmode=${inputmode ?? nothing} accept=${accept ?? nothing} autocomplete="off"
      aria-describedby=${describedBy} aria-invalid=${invalid ?? nothing} />`,
    hint,
  );
}

/**
 * A labelled choice of a form.
 *
 * @param words kind of its codes in words.js
 * @param more `codes` when not all may be chosen; `optional` when none may be, with `any` as what that is called
 */
export function select(screen, name, label, words, { hint, optional, any = 'Kies', codes } = {}) {
  return screen.field(
    name,
    label,
    ({ describedBy, invalid }) => html`<select id=${name} name=${name} ?required=${!optional} aria-describedby=${describedBy}
      aria-invalid=${invalid ?? nothing}>${options(words, undefined, any, codes)}</select>`,
    hint,
  );
}

/** Checkboxes under one question; their codes with {@link chosen}. */
export function choices(screen, name, label, words) {
  const error = screen.failed?.issue?.(name);
  return html`<fieldset class="field" aria-describedby=${error ? `${name}-error` : nothing}>
    <legend>${label}</legend>
    ${Object.entries(words).map(([code, text]) => html`<label class="choice"><input type="checkbox" name=${name} value=${code} />${text}</label>`)}
    ${error ? html`<span class="error" id="${name}-error">${error}</span>` : nothing}
  </fieldset>`;
}

export const chosen = (form, name) => new FormData(form).getAll(name);

/** Why an officer decides so, in words that somebody else reads. */
export const readBy = (who) => ({ label: `Uitleg voor ${who}`, hint: `${who[0].toUpperCase()}${who.slice(1)} leest dit. Schrijf in gewone woorden.` });
