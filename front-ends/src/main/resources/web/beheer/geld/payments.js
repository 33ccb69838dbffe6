import { html, nothing } from 'lit';
import { ask } from '../../shared/dialog.js';
import { minutes, moment, money } from '../../shared/format.js';
import { Desk } from '../desk.js';
import { counsellor, dossier, short } from '../links.js';
import { reason } from '../reason.js';
import { list, small, tag } from '../words.js';
import { facts, looks, numberField, payment } from './parts.js';
import { fault } from './undue.js';

/** Reasons of banks (ISO 20022) that a person can do something about. */
const BANK = { AC01: 'het rekeningnummer klopt niet', AC04: 'de rekening is afgesloten', AC06: 'de rekening is geblokkeerd' };

/** Finds the claim behind a payment of the bank statement. */
class Payments extends Desk {
  static styles = looks;

  get heading() {
    return 'Betaling zoeken';
  }

  content() {
    const find = (event) => {
      event.preventDefault();
      location.hash = `#/geld/betalingen/${encodeURIComponent(event.target.reference.value.trim())}`;
    };
    return html`<p>Zoek welke aanrekening achter een betaling zit. Daar kunt u een afgekeurde betaling opnieuw doen, of halve uren terugvorderen.</p>
      <form @submit=${find}>
        ${this.field('reference', 'Referentie van de betaling',
          ({ id, describedBy }) => html`<input id=${id} required maxlength="35" autocomplete="off" aria-describedby=${describedBy} />`,
          'De end-to-endreferentie op het rekeninguittreksel: letters en cijfers.')}
        <button type="submit">Zoek</button>
      </form>
      <p>U vindt de referenties ook in elk <a href="#/geld/batches">betaalbestand</a>.</p>`;
  }
}
customElements.define('officer-payments', Payments);

/** The claim behind a payment, and what an officer can do about it. */
class Payment extends Desk {
  static styles = looks;

  get heading() {
    return 'Betaling';
  }

  get path() {
    return `payout/v1/payouts/${encodeURIComponent(this.params.endToEndId)}`;
  }

  load() {
    return this.api.get(this.path);
  }

  content(payout) {
    // under an old reference stands what became of it; only the last payment can be done again
    const rejected = payout.status === 'REJECTED' && payout.endToEndId === this.params.endToEndId;
    return html`<p>${tag('payout', payout.status)}</p>
      ${payout.reasonCode ? html`<div class="notice warn"><p>De bank keurde deze betaling af: ${BANK[payout.reasonCode] ?? `code ${payout.reasonCode}`}.</p></div>` : nothing}
      ${facts([
        ['Referentie', html`<code>${this.params.endToEndId}</code>`],
        ['Nieuwe referentie', payout.endToEndId !== this.params.endToEndId ? payout.endToEndId && payment(payout.endToEndId) : undefined],
        ['Begeleider', counsellor(this.api, payout.counsellor)],
        ['Boeking', dossier('boeking', payout.booking)],
        ['Aanrekening', html`<code>${payout.claim}</code>`],
        ['Betaalbestand', payout.batch ? html`<a href="#/geld/batches/${payout.batch}">bestand ${short(payout.batch)}</a>` : undefined],
        ['Tijd', payout.halfHours === undefined ? undefined : minutes(payout.halfHours * 30)],
        ['Bedrag zonder btw', money(payout.exclVatCents)],
        ['Btw', money(payout.vatCents)],
        ['Totaal', money(payout.totalCents)],
        ['Eigen bijdrage van de burger', money(payout.coPaymentCents)],
        ['Aandeel van de overheid', money(payout.governmentShareCents)],
        ['Verrekend met terugvorderingen', money(payout.setOffCents)],
        ['Niet voldaan', payout.failed?.length ? list('failedCheck', payout.failed) : undefined],
        ['Beslist', moment(payout.decidedAt)],
        ['Naar de bank', moment(payout.sentAt)],
        ['Antwoord van de bank', moment(payout.answeredAt)],
        ['Teruggenomen', moment(payout.releasedAt)],
      ])}
      <h2>Wat u kunt doen</h2>
      <p>Een betaling die de bank afkeurde, kunt u nog eens doen. Bleek later dat er te veel betaald is, dan kunt u halve uren terugvorderen.</p>
      ${this.tasks([
        ...(rejected ? [{ task: 'again', label: 'Betaal nog eens', go: () => this.payAgain() }] : []),
        ...(payout.payout ? [{ task: 'undue', label: 'Vorder halve uren terug', kind: 'quiet' }] : []),
      ])}
      ${this.undue(payout.payout)}`;
  }

  async payAgain() {
    const text = 'De betaling komt in een volgend betaalbestand, naar de rekening die dan geldt. Een medewerker moet dat bestand vrijgeven. '
      + 'Kijk eerst of de rekening van de begeleider nu klopt.';
    if (!(await ask(this, { title: 'Deze betaling nog eens doen?', text, yes: 'Betaal nog eens' }))) return;
    await this.act('again', () => this.api.post(`${this.path}/payment`, {}), ({ status }) =>
      (status === 'APPROVED'
        ? 'De betaling wacht op een volgend betaalbestand. Een medewerker moet dat bestand vrijgeven.'
        : `De betaling was al opnieuw gedaan. Nu is ze: ${small('payout', status)}.`));
  }

  undue(payout) {
    return this.form({
      task: 'undue', title: 'Vorder halve uren terug', submit: 'Kondig de terugvordering aan', said: 'De terugvordering is aangekondigd.',
      fields: html`<p>De begeleider kan antwoorden op uw aankondiging. Daarna beslist een andere medewerker.</p>
        ${numberField(this, { id: 'halfHours', label: 'Aantal halve uren' })}
        ${reason(this, { words: 'clawbackReason', text: 'explanation', required: false, label: 'Uitleg voor de begeleider' })}
        ${fault(this, 'hoursReturn')}`,
      send: async ({ halfHours, hoursReturn, ...why }) => {
        const { clawback } = await this.api.post('payout/v1/clawbacks', { payout, halfHours: Number(halfHours), hoursReturn: hoursReturn === 'ja', ...why });
        location.hash = `#/geld/terugvorderingen/${clawback}`;
      },
    });
  }
}
customElements.define('officer-payment', Payment);
