import { html, nothing } from 'lit';
import { ask } from '../shared/dialog.js';
import { Screen } from '../shared/screen.js';

const EVERY = 3_000;
const MOST = 20;

/** A screen of a counsellor; who is none yet is told how to become one. */
export class CounsellorScreen extends Screen {
  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Looks again every few seconds, for a minute, as long as something is under way elsewhere. */
  watch(underWay) {
    clearTimeout(this.timer);
    if (!underWay) {
      this.looks = 0;
    } else if ((this.looks = (this.looks ?? 0) + 1) <= MOST) {
      this.timer = setTimeout(() => this.refresh(true), EVERY);
    }
  }

  render() {
    if (!this.problem || this.loading) return super.render();
    if (this.problem.type !== 'counsellor-unknown') return html`${super.render()}<p><a href="#/">Ga naar het overzicht</a></p>`;
    return html`<h1 tabindex="-1">U bent nog geen loopbaanbegeleider</h1>
      <p class="lead">Voor deze onderneming is er nog geen dossier op uw naam.</p>
      <p>Vraag eerst uw registratie aan. Dat duurt ongeveer tien minuten. Daarna ziet u meteen welke bewijzen u nog moet insturen.</p>
      <p><a class="button" href="#/aanvraag">Vraag uw registratie aan</a></p>`;
  }
}

/** What a screen can do without: nothing when its service is silent. */
export async function maybe(call) {
  try {
    return await call;
  } catch (problem) {
    if (problem.detail === undefined) throw problem;
    return undefined;
  }
}

/** An input of one line, with its label, its hint and what a service said is wrong with it. */
export function line(screen, name, label, { hint, type = 'text', value = '', autocomplete = 'off', min, max, maxlength, inputmode } = {}) {
  return screen.field(
    name,
    label,
    ({ id, describedBy, invalid }) => html`<input id=${id} name=${name} type=${type} autocomplete=${autocomplete} min=${min ?? nothing}
      max=${max ?? nothing} maxlength=${maxlength ?? nothing} inputmode=${inputmode ?? nothing} .value=${value}
      aria-describedby=${describedBy} aria-invalid=${invalid}>`,
    hint,
  );
}

/** The three parts of an address; all or none. */
export function addressLines(screen, address) {
  return html`${line(screen, 'address.street', 'Straat en nummer', { value: address?.street, autocomplete: 'street-address' })}
    ${line(screen, 'address.postalCode', 'Postcode', { value: address?.postalCode, autocomplete: 'postal-code', inputmode: 'numeric' })}
    ${line(screen, 'address.municipality', 'Gemeente', { value: address?.municipality, autocomplete: 'address-level2' })}`;
}

/** What was filled in of it; undefined when that is nothing. */
export function addressOf(filled) {
  const parts = ['street', 'postalCode', 'municipality'].map((name) => [name, filled[`address.${name}`]]).filter(([, value]) => value);
  return parts.length ? Object.fromEntries(parts) : undefined;
}

/** Several or one of a list of words: checkboxes or radio buttons, with what a service said is wrong. */
export function choices(screen, { name, legend, hint, words, chosen = [], type = 'checkbox', change }) {
  const error = screen.failed?.issue?.(name);
  screen.labels[name] = legend;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<fieldset class="field options" aria-describedby=${described || nothing}>
    <legend>${legend}</legend>
    ${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : nothing}
    ${error ? html`<span class="error" id="${name}-error">${error}</span>` : nothing}
    ${Object.entries(words).map(
      ([code, label]) => html`<label class="choice">
        <input type=${type} name=${name} value=${code} ?checked=${chosen.includes(code)} @change=${change ?? nothing}> <span>${label}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** The screens that belong together, as links. */
export function sections(label, here, items) {
  return html`<nav aria-label=${label}><ul class="plain row">
    ${Object.entries(items).map(([path, words]) => html`<li><a href="#${path}" aria-current=${path === here ? 'page' : nothing}>${words}</a></li>`)}
  </ul></nav>`;
}

/** Something takes a while. */
export const waiting = (text) => html`<div class="notice" role="status"><p>${text}</p><progress aria-label="Bezig"></progress></div>`;

/** An answer that is given once: to a sanction, a clawback or a complaint. `field` is its name in the body. */
export function answerForm(screen, { path, field, until, about }) {
  const question = {
    title: 'Uw antwoord versturen?',
    text: html`<p>U kunt maar één keer antwoorden. Daarna kunt u uw antwoord niet meer wijzigen.</p>`,
    yes: 'Verstuur',
    no: 'Nog niet',
  };
  const send = async (event) => {
    event.preventDefault();
    const text = event.target.elements[field].value.trim();
    if (text && !(await ask(screen, question))) return;
    const said = 'Uw antwoord is verstuurd. Wij lezen het voor we beslissen.';
    await screen.act('answer', () => screen.api.post(path, { [field]: text || undefined }), said);
  };
  return html`<form novalidate @submit=${send}>
    ${screen.field(
      field,
      'Uw antwoord',
      ({ id, describedBy, invalid }) => html`<textarea id=${id} name=${field} maxlength="4000"
        aria-describedby=${describedBy} aria-invalid=${invalid}></textarea>`,
      html`${about} ${until ? html`U kunt antwoorden tot en met <strong>${until}</strong>.` : nothing}`,
    )}
    ${screen.submit('answer', 'Verstuur uw antwoord')}
  </form>`;
}

/** A document that shows a proof. `address` gives the path for a kind of proof. */
export function documentForm(screen, words, first, address) {
  const send = async (event) => {
    event.preventDefault();
    const form = event.target;
    const [file] = form.elements.file.files;
    if (!file) {
      form.elements.file.focus();
      screen.missingFile = true;
      screen.requestUpdate();
      return;
    }
    screen.missingFile = false;
    const work = () => screen.api.post(address(form.elements.kind.value), file);
    if (await screen.act('document', work, `Het document ${file.name} is ontvangen.`)) form.reset();
  };
  return html`<form novalidate @submit=${send}>
    ${screen.field(
      'kind',
      'Welk bewijs is dit?',
      ({ id, describedBy, invalid }) => html`<select id=${id} name="kind" aria-describedby=${describedBy} aria-invalid=${invalid}>
        ${Object.entries(words).map(([code, label]) => html`<option value=${code} ?selected=${code === first}>${label}</option>`)}
      </select>`,
    )}
    <div class="field">
      <label for="file">Bestand</label>
      <span class="hint" id="file-hint">
        Een PDF, JPEG of PNG van hoogstens 5 MB. Een foto met uw telefoon is goed, als alles leesbaar is.
      </span>
      <input id="file" name="file" type="file" accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        aria-invalid=${screen.missingFile ? 'true' : nothing} aria-describedby=${screen.missingFile ? 'file-hint file-error' : 'file-hint'}>
      ${screen.missingFile ? html`<span class="error" id="file-error">Kies eerst een bestand.</span>` : nothing}
    </div>
    ${screen.busy === 'document' ? waiting('Uw document wordt verstuurd. Dat kan even duren.') : nothing}
    ${screen.submit('document', 'Stuur het document in')}
  </form>`;
}

/** Documents that were sent. */
export function documents(sent, kindOf, received) {
  if (!sent.length) return html`<p class="soft">U stuurde nog geen documenten in.</p>`;
  return html`<ul>${sent.map((each) => html`<li>${kindOf(each.kind)}, ontvangen op ${received(each.receivedAt)}</li>`)}</ul>`;
}

/** Offers a file to be kept. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
