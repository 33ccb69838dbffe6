import { html, nothing } from 'lit';
import { day, moment, money } from '../shared/format.js';
import { Paged } from '../shared/paged.js';
import '../shared/timeline.js';
import { look } from './look.js';
import { CounsellorScreen, sections } from './parts.js';
import { half, number, tag, word, WORDS } from './words.js';

export const MONEY = {
  '/uitbetalingen': 'Aanvragen en betalingen', '/uitbetalingen/overzicht': 'Betaaloverzicht', '/uitbetalingen/terugvorderingen': 'Terugvorderingen',
};

/** The payout of a claim; the own payouts come newest first, without a way to ask for one. */
export async function payoutOf(screen, claim) {
  const payouts = new Paged(screen, 'payout/v1/me/payouts', 'payouts', { limit: 100 });
  await payouts.load();
  const find = () => payouts.rows.find((each) => each.claim === claim);
  while (!find() && payouts.next) await payouts.more();
  return find();
}

/** Claims, with enough of their payouts beside them: both lists are newest first. */
class Claims extends Paged {
  constructor(screen, payouts) {
    super(screen, 'session-claims/v1/claims', 'claims', { limit: 20 });
    this.payouts = payouts;
  }

  async more() {
    await super.more();
    if (this.payouts.next && this.payouts.rows.length < this.rows.length + 20) await this.payouts.more();
  }
}

/** What was claimed and how far its payment is. */
class Payouts extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Uitbetalingen';
  }

  async load() {
    this.payouts ??= new Paged(this, 'payout/v1/me/payouts', 'payouts', { limit: 100 });
    this.claims ??= new Claims(this, this.payouts);
    return Promise.all([this.claims.load(), this.payouts.load()]);
  }

  above() {
    return sections('Uitbetalingen', '/uitbetalingen', MONEY);
  }

  content() {
    return html`${this.claims.rows.length
        ? html`<ul class="rows">${this.claims.rows.map((claim) => this.row(claim, this.payouts.rows.find((each) => each.claim === claim.claim)))}</ul>
            ${this.claims.foot()}`
        : html`<p>Hier ziet u wanneer een gesprek betaald wordt. Een blok waarvan alle uren bevestigd zijn, wordt vanzelf aangevraagd.</p>
            <p><a href="#/gesprekken">Bekijk hoe ver uw gesprekken staan</a></p>`}`;
  }

  row(claim, payout) {
    const steps = [`Aangevraagd op ${day(claim.submittedAt)}`];
    if (payout) steps.push(`${payout.status === 'REFUSED' ? 'geweigerd' : 'goedgekeurd'} op ${day(payout.decidedAt)}`);
    if (payout?.sentAt) steps.push(`naar de bank op ${day(payout.sentAt)}`);
    if (payout?.status === 'PAID') steps.push(`betaald op ${day(payout.answeredAt)}`);
    const what = [money(payout?.totalCents), half(claim.halfHours)].filter(Boolean).join(', ');
    return html`<li class="card">
      <div class="head">
        <a href="#/uitbetalingen/${claim.claim}">${what} uit boeking ${number(claim.booking)}</a>
        ${payout ? tag('payout', payout.status) : tag('claim', claim.status)}
      </div>
      <p>${steps.join(', ')}.</p>
    </li>`;
  }
}
customElements.define('counsellor-payouts', Payouts);

/** One claim: what was claimed, what was decided and why, and each step of its payment with its day. */
class Claim extends CounsellorScreen {
  static styles = look;

  get heading() {
    return this.data ? `Aanvraag van ${day(this.data.claim.submittedAt)}` : 'Aanvraag tot uitbetaling';
  }

  async load({ claim }) {
    const [found, payout] = await Promise.all([this.api.get(`session-claims/v1/claims/${claim}`), payoutOf(this, claim)]);
    this.watch(found.status === 'SUBMITTED' && !payout);
    return { claim: found, payout };
  }

  content({ claim, payout }) {
    const failed = payout?.failed?.length ? payout.failed : (claim.failed ?? []);
    return html`
      <p>${payout ? tag('payout', payout.status) : tag('claim', claim.status)}</p>
      ${failed.length
        ? html`<div class="notice bad">
            <p><strong>Waarom dit niet betaald wordt</strong></p>
            <ul>${failed.map((code) => html`<li>${word('failed', code)}</li>`)}</ul>
            ${claim.neverPaid?.length
              ? html`<p>
                  De uren en de eigen bijdrage gingen terug naar de burger.
                  ${claim.sessions.length > claim.neverPaid.length
                    ? 'De andere gesprekken van deze aanvraag zijn vanzelf opnieuw aangevraagd.'
                    : nothing}
                  Klopt dit niet? Neem contact op met de dienst Loopbaankrediet.
                </p>`
              : html`<p>
                  Klopt een gesprek niet? Open het hieronder, trek het in en registreer het opnieuw. Kloppen uw gegevens wel, neem dan contact op
                  met de dienst Loopbaankrediet.
                </p>`}
          </div>`
        : nothing}
      ${payout?.status === 'REJECTED'
        ? html`<div class="notice bad">
            <p>
              De bank weigerde de betaling${WORDS.bank[payout.reasonCode] ? `: ${word('bank', payout.reasonCode)}` : ''}.
              <a href="#/profiel/rekening">Kijk na of uw rekeningnummer nog klopt</a>. Daarna betaalt een medewerker u opnieuw.
            </p>
          </div>`
        : nothing}
      <h2>Bedrag</h2>
      ${payout?.totalCents !== undefined
        ? html`<dl>
            <dt>Uren</dt><dd>${half(payout.halfHours)}</dd>
            <dt>Zonder btw</dt><dd>${money(payout.exclVatCents)}</dd>
            <dt>Btw</dt><dd>${money(payout.vatCents)}</dd>
            <dt>Totaal</dt><dd><strong>${money(payout.totalCents)}</strong></dd>
            ${payout.setOffCents ? html`<dt>Verrekend met een terugvordering</dt><dd>${money(payout.setOffCents)}</dd>` : nothing}
            ${payout.endToEndId ? html`<dt>Mededeling</dt><dd>${payout.endToEndId}</dd>` : nothing}
          </dl>`
        : html`<p>${half(claim.halfHours)} aangevraagd. ${noAmount(claim, payout)}</p>`}
      <h2>Gesprekken</h2>
      <p>Boeking <a href="#/boekingen/${claim.booking}">${number(claim.booking)}</a></p>
      <ul>${claim.sessions.map(
        (each) => html`<li>
          <a href="#/gesprekken/${each.session}">${day(each.deliveredOn)}, ${half(each.halfHours)}</a>
          ${claim.neverPaid?.includes(each.session) ? '(wordt nooit betaald)' : nothing}
        </li>`,
      )}</ul>
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${steps(claim, payout)}></lk-timeline>
      <p><a href="#/uitbetalingen">Terug naar de uitbetalingen</a></p>`;
  }
}
customElements.define('counsellor-claim', Claim);

function noAmount(claim, payout) {
  if (claim.status === 'RELEASED') return 'Er is geen bedrag: de aanvraag is teruggenomen.';
  if (claim.status === 'REFUSED' || payout?.status === 'REFUSED') return 'Er is geen bedrag: de aanvraag is geweigerd.';
  return 'Het bedrag staat hier zodra de aanvraag goedgekeurd is.';
}

function steps(claim, payout) {
  const steps = [{ at: moment(claim.submittedAt), title: 'De uitbetaling is aangevraagd' }];
  if (payout) {
    const [title, kind] = payout.status === 'REFUSED' ? ['De aanvraag is geweigerd', 'bad'] : ['De aanvraag is goedgekeurd', 'good'];
    steps.push({ at: moment(payout.decidedAt), title, kind });
  }
  if (payout?.sentAt) steps.push({ at: moment(payout.sentAt), title: 'De betaling ging naar de bank' });
  if (payout?.answeredAt) {
    const [title, kind] = payout.status === 'PAID' ? ['De bank heeft betaald', 'good'] : ['De bank weigerde de betaling', 'bad'];
    steps.push({ at: moment(payout.answeredAt), title, kind });
  }
  if (claim.releasedAt) steps.push({ at: moment(claim.releasedAt), title: 'De aanvraag is teruggenomen om te verbeteren', kind: 'warn' });
  return steps;
}
