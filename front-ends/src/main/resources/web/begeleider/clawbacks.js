import { html, nothing } from 'lit';
import { day, moment, money } from '../shared/format.js';
import { Paged } from '../shared/paged.js';
import '../shared/timeline.js';
import { look } from './look.js';
import { answerForm, CounsellorScreen, sections } from './parts.js';
import { MONEY } from './payouts.js';
import { half, number, small, tag, word } from './words.js';

/** What government asks back. */
class Clawbacks extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Terugvorderingen';
  }

  async load() {
    this.list ??= new Paged(this, 'payout/v1/me/clawbacks', 'clawbacks', { limit: 20 });
    return this.list.load();
  }

  above() {
    return sections('Uitbetalingen', '/uitbetalingen/terugvorderingen', MONEY);
  }

  content() {
    return html`${this.list.rows.length
        ? html`<ul class="rows">${this.list.rows.map(
            (each) => html`<li class="card">
              <div class="head">
                <a href="#/uitbetalingen/terugvorderingen/${each.clawback}">${money(each.amountCents)}, aangekondigd op ${day(each.announcedAt)}</a>
                ${tag('clawback', each.status)}
              </div>
              <p>${word('clawbackReason', each.reasonCode)}</p>
              ${each.steps.includes('ANSWER')
                ? html`<p><span class="tag warn">U kunt antwoorden tot en met ${day(each.answerUntil)}</span></p>`
                : nothing}
            </li>`,
          )}</ul>${this.list.foot()}`
        : html`<p>
            Er is niets van u teruggevorderd. Vindt een medewerker dat een betaald gesprek niet klopt, dan leest u dat hier. U hebt dan 15 dagen
            om te antwoorden.
          </p>`}`;
  }
}
customElements.define('counsellor-clawbacks', Clawbacks);

/** One clawback: why, what the counsellor answers, what was decided, and how it is paid back. */
class Clawback extends CounsellorScreen {
  static styles = look;

  get heading() {
    return this.data ? `Terugvordering van ${money(this.data.amountCents)}` : 'Terugvordering';
  }

  get path() {
    return `payout/v1/me/clawbacks/${this.params.clawback}`;
  }

  load() {
    return this.api.get(this.path);
  }

  content(it) {
    return html`
      <p>${tag('clawback', it.status)}</p>
      <h2>Waarom</h2>
      <p><strong>${word('clawbackReason', it.reasonCode)}</strong></p>
      ${it.explanation ? html`<p class="words">${it.explanation}</p>` : nothing}
      <p>
        Het gaat over ${half(it.halfHours)} van <a href="#/boekingen/${it.booking}">boeking ${number(it.booking)}</a>, betaald met
        <a href="#/uitbetalingen/${it.claim}">deze aanvraag</a>.
      </p>
      ${it.steps.includes('ANSWER')
        ? html`<h2>Antwoorden</h2>
            ${answerForm(this, {
              path: `${this.path}/answer`,
              field: 'text',
              until: day(it.answerUntil),
              about: 'Schrijf waarom het bedrag volgens u wel klopt.',
            })}`
        : nothing}
      ${it.answer ? html`<h2>Uw antwoord</h2><p class="words">${it.answer}</p>` : nothing}
      ${it.decidedAt
        ? html`<h2>Beslissing</h2>
            <p><strong>${word('clawbackDecision', it.decisionReasonCode)}</strong></p>
            ${it.decisionExplanation ? html`<p class="words">${it.decisionExplanation}</p>` : nothing}
            <dl>
              <dt>Definitief bedrag</dt><dd>${money(it.finalCents)}, voor ${half(it.finalHalfHours)}</dd>
              <dt>Verrekend</dt><dd>${money(it.setOffCents)}</dd>
              <dt>Terugbetaald</dt><dd>${money(it.repaidCents)}</dd>
              ${it.writtenOffCents
                ? html`<dt>Kwijtgescholden</dt><dd>${money(it.writtenOffCents)}, ${small('writeOffReason', it.writeOffReasonCode)}</dd>`
                : nothing}
              <dt>Nog open</dt><dd><strong>${money(it.leftCents)}</strong></dd>
            </dl>`
        : html`<p>Er is nog niets beslist. Wij beslissen na uw antwoord, of als de termijn voorbij is.</p>`}
      ${it.repayment ? this.repayment(it.repayment) : nothing}
      ${it.dueCents ? html`<p>Wij houden ${money(it.dueCents)} af van uw volgende uitbetaling.</p>` : nothing}
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${happened(it)}></lk-timeline>
      <p><a href="#/uitbetalingen/terugvorderingen">Terug naar de terugvorderingen</a></p>`;
  }

  repayment(asked) {
    return html`<h2>Terugbetalen</h2>
      <dl>
        <dt>Bedrag</dt><dd>${money(asked.amountCents)}</dd>
        <dt>Aan</dt><dd>${asked.payee}</dd>
        <dt>Rekeningnummer</dt><dd>${asked.iban.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
        <dt>Mededeling</dt><dd>${asked.reference}</dd>
        ${asked.instalments.length ? nothing : html`<dt>Ten laatste op</dt><dd>${day(asked.dueOn)}</dd>`}
      </dl>
      ${asked.instalments.length
        ? html`<p>U betaalt in schijven:</p>
            <ul>${asked.instalments.map((each) => html`<li>${money(each.amountCents)} ten laatste op ${day(each.dueOn)}</li>`)}</ul>`
        : nothing}`;
  }
}
customElements.define('counsellor-clawback', Clawback);

function happened(it) {
  const until = `De laatste dag om te antwoorden is ${day(it.answerUntil)}.`;
  const items = [{ at: moment(it.announcedAt), title: 'De terugvordering is aangekondigd', text: until, kind: 'warn' }];
  if (it.answeredAt) items.push({ at: moment(it.answeredAt), title: 'U antwoordde' });
  if (it.decidedAt) items.push({ at: moment(it.decidedAt), title: 'Er is beslist', text: word('clawbackDecision', it.decisionReasonCode) });
  if (it.repayment) items.push({ at: moment(it.repayment.askedAt), title: 'U kreeg een betalingsverzoek' });
  if (it.writtenOffAt) items.push({ at: moment(it.writtenOffAt), title: 'De rest is kwijtgescholden' });
  if (it.settledAt) items.push({ at: moment(it.settledAt), title: 'De terugvordering is afgehandeld', kind: 'good' });
  return items;
}
