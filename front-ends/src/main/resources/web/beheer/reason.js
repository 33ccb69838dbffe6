import { html, nothing } from 'lit';
import { select } from './fields.js';

/**
 * Why an officer decides so: a reason from the list and the words that go with it, as fields of a form.
 *
 * @param screen whose form it is; its refusal is shown at the fields
 * @param words kind of the codes in words.js
 * @param codes those that can be chosen; all when left out
 * @param text name of the words in the body; null when a code is enough
 * @param required whether there must be words
 * @param most of characters
 */
export function reason(
  screen,
  { words, codes, code = 'reasonCode', text = 'reason', required = true, most = 4000, label = 'Toelichting', hint },
) {
  const textarea = ({ describedBy, invalid }) => html`<textarea id=${text} name=${text} ?required=${required} maxlength=${most} rows="4"
    aria-describedby=${describedBy} aria-invalid=${invalid ?? nothing}></textarea>`;
  return html`${select(screen, code, 'Reden', words, { codes, any: 'Kies een reden' })}
    ${text ? screen.field(text, required ? label : `${label} (niet verplicht)`, textarea, hint) : nothing}`;
}
