import { html, nothing } from 'lit';
import { values } from '../shared/screen.js';
import { look } from './look.js';
import { CounsellorScreen, save, sections, waiting } from './parts.js';
import { MONEY } from './payouts.js';
import { shifted, today } from './time.js';

const FORMS = { 'application/pdf': ['PDF', 'pdf'], 'text/csv': ['CSV, voor een rekenblad', 'csv'] };

/** The payment statement of a period, to keep or to send to an accountant. */
class Statements extends CounsellorScreen {
  static properties = { from: { state: true }, to: { state: true } };
  static styles = look;

  get heading() {
    return 'Betaaloverzicht';
  }

  async load() {
    const [now] = await Promise.all([today(this.api), this.api.get('provider-registry/v1/me')]);
    this.periods = periods(now);
    if (!this.from) [this.from, this.to] = Object.values(this.periods)[0];
    return {};
  }

  above() {
    return sections('Uitbetalingen', '/uitbetalingen/overzicht', MONEY);
  }

  content() {
    return html`<p>
        Een overzicht van wat in een periode is goedgekeurd om u te betalen, met de dagen en de bedragen. Het is geen factuur. Een periode duurt
        hoogstens een jaar.
      </p>
      <form novalidate @submit=${(event) => this.fetch(event)}>
        <div class="pills" role="group" aria-label="Periode">
          ${Object.entries(this.periods).map(
            ([label, [from, to]]) => html`<button type="button" class="quiet" aria-pressed=${this.from === from && this.to === to ? 'true' : 'false'}
              @click=${() => ([this.from, this.to] = [from, to])}>${label}</button>`,
          )}
        </div>
        ${this.day('from', 'Eerste dag')} ${this.day('to', 'Laatste dag')}
        <fieldset class="field">
          <legend>Vorm</legend>
          ${Object.entries(FORMS).map(
            ([type, [label]], index) => html`<label class="choice">
              <input type="radio" name="type" value=${type} ?checked=${index === 0}> <span>${label}</span>
            </label>`,
          )}
        </fieldset>
        ${this.busy ? waiting('Wij maken uw betaaloverzicht.') : nothing}
        ${this.submit('statement', 'Bewaar het betaaloverzicht')}
      </form>`;
  }

  day(name, label) {
    return this.field(
      name,
      label,
      ({ id, describedBy, invalid }) => html`<input id=${id} name=${name} type="date" .value=${this[name]} aria-describedby=${describedBy}
        aria-invalid=${invalid} @change=${(event) => (this[name] = event.target.value)}>`,
    );
  }

  async fetch(event) {
    event.preventDefault();
    const { from = '', to = '', type } = values(event.target);
    const [, ending] = FORMS[type];
    const path = `payout/v1/me/statements?${new URLSearchParams({ from, to })}`;
    const work = async () => save(await this.api.file(path, type), `betaaloverzicht-${from}-${to}.${ending}`);
    await this.act('statement', work, 'Het betaaloverzicht is bewaard bij uw downloads.');
  }
}
customElements.define('counsellor-statements', Statements);

/** What people mostly ask for: this quarter and the one before, this year and the one before. */
function periods(now) {
  const [year, month] = now.split('-').map(Number);
  const quarter = Math.floor((month - 1) / 3);
  const first = (ofYear, inMonth) => `${ofYear}-${String(inMonth).padStart(2, '0')}-01`;
  const begins = first(year, quarter * 3 + 1);
  const before = quarter ? first(year, quarter * 3 - 2) : first(year - 1, 10);
  const after = quarter === 3 ? first(year + 1, 1) : first(year, quarter * 3 + 4);
  return {
    'Dit kwartaal': [begins, shifted(after, -1)],
    'Vorig kwartaal': [before, shifted(begins, -1)],
    'Dit jaar': [first(year, 1), `${year}-12-31`],
    'Vorig jaar': [first(year - 1, 1), `${year - 1}-12-31`],
  };
}
