import { html, nothing } from 'lit';
import { ask } from '../shared/dialog.js';
import { day, money } from '../shared/format.js';
import { values } from '../shared/screen.js';
import { look } from './look.js';
import { choices, CounsellorScreen, line, sections } from './parts.js';
import { PROFILE } from './profile.js';
import { WORDS } from './words.js';

/** The VAT regime with its history, and how far the year's turnover is from the threshold. */
class Vat extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Btw';
  }

  load() {
    return this.api.get('provider-registry/v1/me/vat-regime');
  }

  above() {
    return sections('Mijn profiel', '/profiel/btw', PROFILE);
  }

  content(it) {
    return html`${it.warnedPercent
        ? html`<div class="notice warn">
            <p>
              Uw uitbetalingen van ${it.year} hebben ${it.warnedPercent} procent van de drempel voor kleine ondernemingen bereikt. Wordt u
              btw-plichtig? Meld dan hieronder vanaf welke dag. Wij wijzigen uw regeling niet zelf.
            </p>
          </div>`
        : nothing}
      <p>Wij betalen btw bovenop uw bedrag als u op de dag van het gesprek btw-plichtig bent.</p>
      ${it.periods.length
        ? html`<div class="scroll" tabindex="0" role="region" aria-label="Uw btw-regeling"><table>
              <caption>Uw btw-regeling</caption>
              <thead><tr><th scope="col">Regeling</th><th scope="col">Vanaf</th><th scope="col">Tot en met</th></tr></thead>
              <tbody>
                ${it.periods.map(
                  (each) => html`<tr>
                    <th scope="row">${each.vatLiable ? 'Btw-plichtig' : 'Vrijgesteld'}</th>
                    <td>${day(each.from)}</td>
                    <td>${each.until ? day(each.until) : 'zonder einde'}</td>
                  </tr>`,
                )}
              </tbody>
            </table></div>`
        : html`<p>Uw regeling staat hier zodra u geregistreerd bent.</p>`}
      <h2>Uitbetalingen van ${it.year}</h2>
      <p>${money(it.turnoverCents)} zonder btw, op een drempel van ${money(it.thresholdCents)}.</p>
      <progress max=${it.thresholdCents} value=${it.turnoverCents} aria-label="Deel van de drempel"></progress>
      <p class="soft">Wat u elders verdient kennen wij niet.</p>
      <h2>Wijziging melden</h2>
      <form novalidate @submit=${(event) => this.change(event)}>
        ${choices(this, { name: 'vatLiable', legend: 'Nieuwe regeling', words: WORDS.regime, type: 'radio' })}
        ${line(this, 'from', 'Vanaf', { type: 'date' })}
        ${this.submit('vat', 'Meld de wijziging')}
      </form>`;
  }

  async change(event) {
    event.preventDefault();
    const form = event.target;
    const { vatLiable, from } = values(form);
    const regime = vatLiable === 'true' ? 'btw-plichtig' : 'vrijgesteld van btw';
    const text = html`<p>Vanaf ${from && day(from)} bent u ${regime}. Dat bepaalt het bedrag van uw gesprekken vanaf die dag.</p>`;
    const complete = vatLiable && from;
    if (complete && !(await ask(this, { title: 'Deze wijziging melden?', text, yes: 'Meld' }))) return;
    const body = { vatLiable: vatLiable === undefined ? undefined : vatLiable === 'true', from };
    if (await this.act('vat', () => this.api.put('provider-registry/v1/me/vat-regime', body), 'Uw btw-regeling is gewijzigd.')) form.reset();
  }
}
customElements.define('counsellor-vat', Vat);
