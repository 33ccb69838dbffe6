import { html, nothing } from 'lit';
import { day, moment, today as dayOfDevice } from '../shared/format.js';
import { look } from './look.js';
import { choices, CounsellorScreen } from './parts.js';
import { clock, instant, period, shifted, today } from './time.js';
import { half, number, word, WORDS } from './words.js';

const STARTS = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00', '16:00', '18:00'];
const FIVE_MINUTES = 300_000;
const HALF_HOUR = 1_800_000;

// the code of a booking, once it proved to be right; for as long as this page is open, and nowhere else
const codes = new Map();

/** A session is registered on one screen, made for a phone just after the conversation: what is likely is filled in. */
class Register extends CounsellorScreen {
  static properties = { onDay: { state: true }, start: { state: true }, halfHours: { state: true }, registered: { state: true } };
  static styles = look;

  get heading() {
    return 'Gesprek registreren';
  }

  async load({ booking }) {
    const path = booking ? `session-claims/v1/blocks/${booking}` : 'session-claims/v1/sessions?limit=1';
    const [known, now] = await Promise.all([this.api.get(path), today(this.api)]);
    if (this.begunFor !== this.params) this.begin(now, booking ? known.halfHoursLeft : 4);
    return booking ? { block: known, last: known.sessions.at(-1) } : { last: known.sessions[0] };
  }

  /** An hour that just ended, today; less when less is left. A device that has another day tells no time either. */
  begin(now, left) {
    [this.begunFor, this.now, this.onDay, this.registered, this.done] = [this.params, now, now, undefined, ''];
    this.knowsTime = now === dayOfDevice();
    this.halfHours = Math.max(1, Math.min(2, left));
    this.start = this.justEnded();
    this.own = false;
  }

  justEnded() {
    if (!this.knowsTime) return '';
    const end = Math.floor(Date.now() / FIVE_MINUTES) * FIVE_MINUTES;
    return clock(end - this.halfHours * HALF_HOUR);
  }

  content({ block, last }) {
    if (this.registered) return this.summary(this.registered);
    if (block && !block.halfHoursLeft) {
      return html`<p>In dit blok is geen tijd meer om te registreren.</p><p><a href="#/boekingen/${block.booking}">Bekijk de boeking</a></p>`;
    }
    const left = block?.halfHoursLeft ?? 4;
    const lengths = Object.fromEntries([1, 2, 3, 4].filter((count) => count <= left).map((count) => [count, half(count)]));
    // what it was about is likely the same in one block, and says nothing about another citizen
    const themes = block ? (last?.themes ?? block.agreement?.themes) : [];
    return html`
      ${block ? html`<p>Boeking <a href="#/boekingen/${block.booking}">${number(block.booking)}</a>, nog ${half(left)} te registreren.</p>` : nothing}
      ${this.alsoFailed()}
      <form novalidate @submit=${(event) => this.register(event)}>
        ${block && codes.has(block.booking)
          ? nothing
          : this.field(
              'code',
              'Code van de burger',
              ({ id, describedBy, invalid }) => html`<input id=${id} name="code" autocomplete="off" autocapitalize="characters" spellcheck="false"
                maxlength="40" aria-describedby=${describedBy} aria-invalid=${invalid}>`,
              'De burger vindt de code bij de boeking. Hoofdletters en spaties maken niet uit.',
            )}
        <div class="field">
          <label for="onDay">Dag</label>
          <div class="pills">${this.pillOfDay('Vandaag', this.now)}${this.pillOfDay('Gisteren', shifted(this.now, -1))}</div>
          <input id="onDay" type="date" required .value=${this.onDay} @change=${(event) => (this.onDay = event.target.value)}>
        </div>
        ${this.field(
          'startedAt',
          'Begin',
          ({ id, describedBy, invalid }) => html`<div class="pills">
              ${this.knowsTime ? this.pill('Net afgelopen', !this.own, () => this.begins(undefined)) : nothing}
              ${STARTS.map((time) => this.pill(time, this.own && this.start === time, () => this.begins(time)))}
            </div>
            <input id=${id} type="time" required .value=${this.start} aria-describedby=${describedBy} aria-invalid=${invalid}
              @change=${(event) => this.begins(event.target.value)}>`,
        )}
        <div class="short">${choices(this, {
          name: 'endedAt',
          legend: 'Hoelang',
          words: lengths,
          chosen: [String(this.halfHours)],
          type: 'radio',
          change: (event) => this.lasting(Number(event.target.value)),
        })}</div>
        <p aria-live="polite">${this.when()}</p>
        <div class="short">${choices(this, { name: 'mode', legend: 'Hoe', words: WORDS.mode, chosen: last ? [last.mode] : [], type: 'radio' })}</div>
        <div class="two">${choices(this, { name: 'themes', legend: 'Waarover', words: WORDS.theme, chosen: themes })}</div>
        ${this.submit('register', 'Registreer het gesprek')}
      </form>`;
  }

  /** The problem's own text names the first condition that fails; this names the others. */
  alsoFailed() {
    const others = this.failed?.data?.failed?.slice(1) ?? [];
    if (!others.length) return nothing;
    return html`<div class="notice bad"><p>Ook dit klopt niet:</p><ul>${others.map((code) => html`<li>${word('failed', code)}</li>`)}</ul></div>`;
  }

  pill(label, pressed, choose) {
    return html`<button type="button" class="quiet" aria-pressed=${pressed ? 'true' : 'false'} @click=${choose}>${label}</button>`;
  }

  pillOfDay(label, onDay) {
    return this.pill(label, this.onDay === onDay, () => (this.onDay = onDay));
  }

  /** @param time undefined when it just ended */
  begins(time) {
    this.own = time !== undefined;
    this.start = time ?? this.justEnded();
  }

  lasting(count) {
    this.halfHours = count;
    if (!this.own) this.start = this.justEnded();
  }

  get times() {
    const startedAt = instant(this.onDay, this.start);
    return { startedAt, endedAt: startedAt && new Date(startedAt.getTime() + this.halfHours * HALF_HOUR) };
  }

  when() {
    const { startedAt, endedAt } = this.times;
    return startedAt ? `Op ${day(this.onDay)} van ${clock(startedAt)} tot ${clock(endedAt)}.` : 'Kies een dag en een begin.';
  }

  async register(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const { booking } = this.params;
    const code = form.get('code')?.trim() || codes.get(booking);
    const body = { code, ...this.times, mode: form.get('mode') ?? undefined, themes: form.getAll('themes') };
    const said = (session) => {
      codes.set(session.booking, code);
      this.registered = session;
      return 'Het gesprek is geregistreerd.';
    };
    const done = await this.act('register', () => this.api.post('session-claims/v1/sessions', body), said);
    if (!done && this.failed?.type === 'code-unknown') {
      codes.delete(booking);
      this.requestUpdate();
    }
  }

  summary(session) {
    return html`<dl>
        <dt>Wanneer</dt><dd>${period(session)}</dd>
        <dt>Duur</dt><dd>${half(session.halfHours)}</dd>
        <dt>Boeking</dt><dd><a href="#/boekingen/${session.booking}">${number(session.booking)}</a></dd>
      </dl>
      <p>De burger kan nu antwoorden. Zonder antwoord telt het gesprek als bevestigd op ${moment(session.answerBefore)}.</p>
      <div class="row">
        <a class="button" href="#/">Naar het overzicht</a>
        <button type="button" class="quiet" @click=${() => this.another()}>Nog een gesprek registreren</button>
      </div>`;
  }

  async another() {
    this.begunFor = undefined;
    await this.refresh();
    this.renderRoot.querySelector('form input')?.focus();
  }
}
customElements.define('counsellor-register', Register);
