import { html, nothing } from 'lit';
import { Screen, values } from '../shared/screen.js';
import { day, moment } from '../shared/format.js';
import { Named, lookUp, nameOf } from './names.js';
import { area, maybe, select, tag } from './parts.js';
import { COMPLAINT, COMPLAINT_KIND, OUTCOME, span } from './words.js';
import '../shared/timeline.js';

/** The complaints of the citizen. */
class Complaints extends Screen {
  get heading() {
    return 'Mijn klachten';
  }

  async load() {
    const list = new Named(this, 'session-claims/v1/me/complaints', 'complaints', 'counsellor');
    await list.load({ limit: 20 });
    return list;
  }

  content(list) {
    return html`
      <p>Ging er iets mis in de begeleiding, of bij uw recht? Dien een klacht in. Een medewerker bekijkt ze en zegt u wat er beslist is.</p>
      <p><a class="button" href="#/klachten/nieuw">Dien een klacht in</a></p>
      <h2>Wat u indiende</h2>
      ${list.rows.length
        ? html`<ul class="grid">
              ${list.rows.map(
                (each) => html`<li class="card">
                  <h3><a href="#/klachten/${each.complaint}">${COMPLAINT_KIND[each.kind]}</a></h3>
                  <p>${tag(COMPLAINT, each.status)}</p>
                  <p>Ingediend op ${day(each.filedAt)}${each.counsellor ? `, over ${nameOf(each.counsellor)}` : ''}.</p>
                </li>`,
              )}
            </ul>
            ${list.foot()}`
        : html`<p>U diende geen klachten in.</p>`}
    `;
  }
}
customElements.define('citizen-complaints', Complaints);

/** File a complaint; about a block or one session of it when the address says so. */
class NewComplaint extends Screen {
  static properties = { kind: { state: true }, block: { state: true } };

  get heading() {
    return 'Een klacht indienen';
  }

  async load({ boeking }) {
    const list = new Named(this, 'session-claims/v1/me/blocks', 'blocks', 'counsellor');
    await list.load({ limit: 100 });
    this.kind ??= boeking ? 'GUIDANCE' : undefined;
    this.block ??= boeking;
    return list.rows;
  }

  content(blocks) {
    const sessions = blocks.find((each) => each.booking === this.block)?.sessions ?? [];
    return html`
      <p><a href="#/klachten">Terug naar mijn klachten</a></p>
      <form @submit=${(event) => this.file(event)}>
        <fieldset>
          <legend>Waarover gaat uw klacht?</legend>
          ${Object.entries(COMPLAINT_KIND).map(
            ([code, text]) => html`<label class="choice">
              <input type="radio" name="kind" required value=${code} .checked=${this.kind === code} @change=${() => (this.kind = code)} /> ${text}
            </label>`,
          )}
        </fieldset>
        ${this.kind === 'RIGHT'
          ? html`<div class="notice">
              <p>Bent u het niet eens met een beslissing over uw recht? Dan helpt bezwaar u sneller: een medewerker beslist dan opnieuw.</p>
              <p><a href="#/recht">Ga naar mijn recht</a></p>
            </div>`
          : nothing}
        ${this.kind === 'GUIDANCE' ? this.about(blocks, sessions) : nothing}
        ${this.field(
          'written',
          'Wat is er gebeurd?',
          area('', true, 8),
          this.kind === 'GUIDANCE'
            ? 'Uw begeleider krijgt dit te lezen en kan antwoorden. Hoogstens 4000 tekens.'
            : 'Schrijf het in uw eigen woorden, in hoogstens 4000 tekens.',
        )}
        <p>${this.submit('file', 'Dien de klacht in')}</p>
      </form>
    `;
  }

  about(blocks, sessions) {
    if (!blocks.length) return html`<div class="notice warn"><p>U hebt nog geen begeleiding waarover u kunt klagen.</p></div>`;
    const until = blocks.find((each) => each.booking === this.block)?.complainUntil;
    const block = html`<option value="">Kies een blok</option>
      ${blocks.map(
        (each) => html`<option value=${each.booking} ?selected=${each.booking === this.block}>${day(each.paidAt)}, bij ${nameOf(each.counsellor)}</option>`,
      )}`;
    const session = html`<option value="">Nee, over het hele blok</option>
      ${sessions.map((each) => html`<option value=${each.session} ?selected=${each.session === this.params.gesprek}>${span(each)}</option>`)}`;
    return html`${this.field('booking', 'Over welk blok?', select(block, true, (event) => (this.block = event.target.value)))}
      ${until ? html`<p class="hint">U kunt over dit blok klagen tot en met ${day(until)}.</p>` : nothing}
      ${sessions.length ? this.field('session', 'Over één gesprek?', select(session)) : nothing}`;
  }

  async file(event) {
    event.preventDefault();
    let filed;
    const body = values(event.target);
    const done = await this.act('file', async () => (filed = await this.api.post('session-claims/v1/me/complaints', body)));
    if (done) location.hash = `#/klachten/${filed.complaint}`;
  }
}
customElements.define('citizen-new-complaint', NewComplaint);

/** One complaint, with the answer and the decision. */
class Complaint extends Screen {
  get heading() {
    return 'Mijn klacht';
  }

  async load({ complaint }) {
    const own = await this.api.get(`session-claims/v1/me/complaints/${complaint}`);
    await maybe(lookUp(this.api, [own.counsellor]));
    return own;
  }

  content(own) {
    const { decision } = own;
    const gone = html`<span class="soft">De tekst is niet meer bewaard.</span>`;
    const items = [{ at: moment(own.filedAt), title: 'U diende deze klacht in', text: own.written ?? gone }];
    if (own.answeredAt) items.push({ at: moment(own.answeredAt), title: `${nameOf(own.counsellor)} antwoordde`, text: own.answer ?? gone });
    if (decision) items.push({ at: moment(decision.decidedAt), title: OUTCOME[decision.outcome], text: decision.reason, kind: 'good' });
    return html`
      <p><a href="#/klachten">Terug naar mijn klachten</a></p>
      <p class="lead">${COMPLAINT_KIND[own.kind]} ${tag(COMPLAINT, own.status)}</p>
      ${own.booking ? html`<p>Het gaat over uw <a href="#/boekingen/${own.booking}">blok bij ${nameOf(own.counsellor)}</a>.</p>` : nothing}
      <lk-timeline label="Wat er met uw klacht gebeurde" .items=${items}></lk-timeline>
      ${decision ? nothing : html`<p>Een medewerker bekijkt uw klacht. Wat er beslist wordt, ziet u hier.</p>`}
    `;
  }
}
customElements.define('citizen-complaint', Complaint);
