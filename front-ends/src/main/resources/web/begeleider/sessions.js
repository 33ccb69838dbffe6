import { html, nothing } from 'lit';
import { ask } from '../shared/dialog.js';
import { day, moment } from '../shared/format.js';
import { Paged } from '../shared/paged.js';
import '../shared/timeline.js';
import { answered } from './booking.js';
import { look } from './look.js';
import { CounsellorScreen, maybe, sections, waiting } from './parts.js';
import { payoutOf } from './payouts.js';
import { period } from './time.js';
import { half, list, number, tag, why, word } from './words.js';

const SHOWN = {
  '/gesprekken': 'Alle', '/gesprekken?status=REGISTERED': 'Wachten op de burger', '/gesprekken?status=CONFIRMED': 'Bevestigd',
  '/gesprekken?status=DISPUTED': 'Betwist', '/gesprekken?status=WITHDRAWN': 'Ingetrokken', '/gesprekken?status=CANCELLED': 'Geannuleerd',
};

/** Registered sessions, each with what stands between it and payment. */
class Sessions extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Gesprekken';
  }

  async load({ status }) {
    this.list ??= new Paged(this, 'session-claims/v1/sessions', 'sessions');
    const [{ claims }, paying] = await Promise.all([
      this.api.get('session-claims/v1/claims', { limit: 100 }),
      maybe(this.api.get('payout/v1/me/payouts', { limit: 100 })),
      this.list.load({ status, limit: 20 }),
    ]);
    return { claims, payouts: paying?.payouts ?? [] };
  }

  above() {
    const { status } = this.params;
    return html`<p><a class="button" href="#/registreren">Gesprek registreren</a></p>
      ${sections('Welke gesprekken', status ? `/gesprekken?status=${status}` : '/gesprekken', SHOWN)}`;
  }

  content({ claims, payouts }) {
    const { status } = this.params;
    const of = (rows, session) => rows.find((each) => each.claim === session.claim);
    return html`${this.list.rows.length
        ? html`<ul class="rows">${this.list.rows.map(
            (session) => html`<li class="card">
              <div class="head"><a href="#/gesprekken/${session.session}">${period(session)}</a>${tag('session', session.status)}</div>
              <p>Boeking ${number(session.booking)}, ${half(session.halfHours)}</p>
              <p>${standing(session, of(claims, session), of(payouts, session))}</p>
            </li>`,
          )}</ul>${this.list.foot()}`
        : html`<p>
            Hier staan de gesprekken die u registreerde, en of u ze betaald krijgt.
            ${status ? 'Er zijn er geen van deze soort.' : 'U registreerde er nog geen.'}
          </p>`}`;
  }
}
customElements.define('counsellor-sessions', Sessions);

/** One session: why it can or cannot be claimed, and how to mend it. */
class Session extends CounsellorScreen {
  static styles = look;

  get heading() {
    return this.data ? `Gesprek van ${period(this.data.session)}` : 'Gesprek';
  }

  async load({ session }) {
    const found = await this.api.get(`session-claims/v1/sessions/${session}`);
    const claim = found.claim ? await this.api.get(`session-claims/v1/claims/${found.claim}`) : undefined;
    this.watch(found.correction === 'ASKED');
    const payout = claim?.status === 'SUBMITTED' ? await maybe(payoutOf(this, claim.claim)) : undefined;
    return { session: found, claim, payout };
  }

  content({ session, claim, payout }) {
    return html`
      <p>
        ${tag('session', session.status)}
        ${payout ? tag('payout', payout.status) : claim ? tag('claim', claim.status) : nothing}
      </p>
      <p class="lead">${standing(session, claim, payout)}</p>
      ${session.correction === 'ASKED'
        ? waiting('Wij vragen of de betaling nog tegengehouden kan worden. Dit scherm kijkt zelf na hoe het afloopt.')
        : nothing}
      ${this.mend(session, claim)}
      <h2>Gegevens</h2>
      <dl>
        <dt>Boeking</dt><dd><a href="#/boekingen/${session.booking}">${number(session.booking)}</a></dd>
        <dt>Duur</dt><dd>${half(session.halfHours)}</dd>
        <dt>Hoe</dt><dd>${word('mode', session.mode)}</dd>
        <dt>Waarover</dt><dd>${list('theme', session.themes)}</dd>
        ${session.undueHalfHours ? html`<dt>Niet te betalen volgens een medewerker</dt><dd>${half(session.undueHalfHours)}</dd>` : nothing}
        ${claim
          ? html`<dt>Aanvraag tot uitbetaling</dt><dd><a href="#/uitbetalingen/${claim.claim}">Van ${moment(claim.submittedAt)}</a></dd>`
          : nothing}
      </dl>
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${happened(session, claim, payout)}></lk-timeline>
      <p><a href="#/gesprekken">Terug naar de gesprekken</a></p>`;
  }

  mend(session, claim) {
    const never = claim?.neverPaid?.includes(session.session);
    return html`${claim?.status === 'REFUSED' && !never
        ? html`<div class="notice bad">
            <p><strong>Waarom de aanvraag geweigerd is</strong></p>
            <ul>${claim.failed.map((code) => html`<li>${word('failed', code)}</li>`)}</ul>
            <p>Klopt een gegeven niet? Trek het gesprek in en registreer het opnieuw, met de juiste gegevens.</p>
          </div>`
        : nothing}
      <div class="row">
        ${session.status === 'DISPUTED' || session.status === 'WITHDRAWN'
          ? html`<a class="button" href="#/boekingen/${session.booking}/registreren">Registreer het gesprek juist</a>`
          : nothing}
        ${session.status === 'CONFIRMED' && !session.claim
          ? this.button('claim', 'Vraag uitbetaling', () => this.claim(session))
          : nothing}
        ${session.actions.includes('WITHDRAW') ? this.button('withdraw', 'Trek het gesprek in', () => this.withdraw(session), 'quiet') : nothing}
      </div>`;
  }

  claim(session) {
    const said = 'Uw uitbetaling is aangevraagd, voor alles wat in dit blok bevestigd is.';
    return this.act('claim', () => this.api.post('session-claims/v1/claims', { booking: session.booking }), said);
  }

  async withdraw(session) {
    const sure = await ask(this, {
      title: 'Het gesprek intrekken?',
      text: html`<p>
        Doe dit als de gegevens niet kloppen. Daarna kunt u het gesprek opnieuw registreren. U hebt dan weer de code van de burger nodig, en de
        burger moet opnieuw bevestigen.
      </p>`,
      yes: 'Trek in',
      bad: true,
    });
    const said = ({ status }) => (status === 'WITHDRAWN' ? 'Het gesprek is ingetrokken.' : 'Uw vraag om het gesprek in te trekken is ontvangen.');
    if (sure) await this.act('withdraw', () => this.api.post(`session-claims/v1/sessions/${session.session}/withdrawal`, {}), said);
  }
}
customElements.define('counsellor-session', Session);

/** Where a session stands on its way to payment, and what to do about it, in one or two sentences. */
function standing(session, claim, payout) {
  if (session.correction === 'KEPT') return word('kept', session.correctionReasonCode);
  switch (session.status) {
    case 'REGISTERED':
      return `De burger moet dit gesprek nog bevestigen. Zonder antwoord telt het als bevestigd op ${moment(session.answerBefore)}.`;
    case 'DISPUTED':
      return 'De burger betwist dit gesprek, dus u krijgt het niet betaald. Bespreek het met de burger en registreer het opnieuw, juist.';
    case 'WITHDRAWN':
      return 'Dit gesprek is ingetrokken en telt niet mee. U kunt het juist registreren.';
    case 'CANCELLED':
      return 'De boeking is geannuleerd voor de bevestiging. Vond dit gesprek plaats? Bezorg uw bewijs aan de dienst Loopbaankrediet.';
    default:
      if (claim?.status === 'REFUSED' || payout?.status === 'REFUSED') return 'De aanvraag tot uitbetaling van dit gesprek is geweigerd.';
      if (payout?.status === 'PAID') return `Dit gesprek is bevestigd, en betaald op ${day(payout.answeredAt)}.`;
      if (payout?.status === 'SET_OFF') return 'Dit gesprek is bevestigd. Wat u ervoor krijgt, is verrekend met een terugvordering.';
      if (payout?.status === 'REJECTED') return 'Dit gesprek is bevestigd, maar de bank weigerde de betaling. Bekijk de aanvraag: daar staat wat u kunt doen.';
      if (session.claim) return 'Dit gesprek is bevestigd en de uitbetaling is aangevraagd.';
      return 'Dit gesprek is bevestigd. Een vol blok wordt vanzelf aangevraagd. Is het blok niet vol, dan kunt u zelf uitbetaling vragen.';
  }
}

function happened(session, claim, payout) {
  const items = [{ at: moment(session.registeredAt), title: 'U registreerde het gesprek' }];
  if (session.answeredAt) items.push({ at: moment(session.answeredAt), ...answered(session), text: undefined });
  if (claim) items.push({ at: moment(claim.submittedAt), title: 'De uitbetaling is aangevraagd' });
  if (claim?.refusedAt) {
    items.push({ at: moment(claim.refusedAt), title: 'De aanvraag is geweigerd', text: why(claim), kind: 'bad' });
  }
  if (payout?.status === 'PAID') items.push({ at: moment(payout.answeredAt), title: 'De bank heeft betaald', kind: 'good' });
  if (claim?.releasedAt) items.push({ at: moment(claim.releasedAt), title: 'De aanvraag is teruggenomen om te verbeteren', kind: 'warn' });
  return items;
}
