import { html, nothing } from 'lit';
import { input, select } from '../fields.js';

/**
 * Fields for any number of periods of a career, with buttons for more and fewer.
 *
 * @param whose begins the names of the fields, and so keeps the periods of several people apart
 * @param again called with another number of periods
 */
export function periodFields(screen, { whose, label, many, again }) {
  return html`${Array.from({ length: many }, (_, index) => html`<fieldset class="card">
      <legend>Periode ${index + 1}</legend>
      ${select(screen, `${whose}-${index}-kind`, 'Soort', 'periodKind', { any: 'Kies een soort' })}
      ${input(screen, `${whose}-${index}-from`, 'Eerste dag', { type: 'date' })}
      ${input(screen, `${whose}-${index}-to`, 'Laatste dag', { type: 'date', optional: true, hint: 'Leeg als het nog loopt.' })}
    </fieldset>`)}
    <p class="row">
      <button type="button" class="quiet" aria-label="Voeg een periode toe${label}" @click=${() => again(many + 1)}>Voeg een periode toe</button>
      ${many
        ? html`<button type="button" class="quiet" aria-label="Neem de laatste periode weg${label}" @click=${() => again(many - 1)}>
            Neem de laatste periode weg
          </button>`
        : nothing}
    </p>`;
}

/** The periods in the words of a form. */
export const periods = (words, whose, many) =>
  Array.from({ length: many }, (_, index) => {
    const [kind, from, to] = ['kind', 'from', 'to'].map((part) => words[`${whose}-${index}-${part}`]);
    return { kind, from, to };
  });
