import { html } from 'lit';
import { day, money, number } from '../../shared/format.js';
import { Screen } from '../../shared/screen.js';
import { table } from '../list.js';
import { word } from '../words.js';
import { count, dayChoice, filters, looks } from './parts.js';

/** Of each difference: what it means, and where to go on. */
const DIFFERENCES = {
  APPROVED_NOT_SENT: html`Goedgekeurd en in geen bestand dat de bank heeft. Kijk of er <a href="#/geld/batches?status=WAITING">een bestand op vrijgave wacht</a> of <a href="#/geld/batches?status=HELD">tegengehouden is</a>.`,
  SENT_NOT_ANSWERED: html`De bank heeft nog geen ja of nee gezegd. Meestal volgt het antwoord op de dag van uitvoering.`,
  REJECTED_NOT_PAID: html`De bank zei nee en het geld is nog verschuldigd. Zoek in de <a href="#/geld/batches">betaalbestanden</a> wat afgekeurd is, en doe de betaling nog eens als de rekening klopt.`,
  FILES_AND_PAYOUTS: html`De bestanden zeggen iets anders dan hun betalingen. Dat hoort niet: vraag het na bij wie de toepassing beheert.`,
  LEDGER_AND_ANSWERS: html`Het grootboek zegt iets anders dan de antwoorden van de bank. <a href="#/geld/grootboek">Controleer het grootboek</a> en vraag het na bij wie de toepassing beheert.`,
};

/** Claims approved, files sent and the bank's answers side by side, and what differs. */
class Reconciliation extends Screen {
  static styles = looks;

  get heading() {
    return 'Afstemming met de bank';
  }

  load({ dag }) {
    return this.api.get('payout/v1/reconciliation', { on: dag });
  }

  above() {
    return filters(this, '/geld/afstemming', dayChoice('dag', 'Stand op het einde van', this.params.dag));
  }

  content(report) {
    const sums = [
      { name: 'Goedgekeurde aanrekeningen', ...report.approved },
      { name: 'Daarvan verrekend met terugvorderingen', cents: report.setOffCents },
      { name: 'Naar de bank gestuurd', ...report.sent },
      { name: 'Betaald door de bank', ...report.paid },
      { name: 'Afgekeurd door de bank', ...report.rejected },
    ];
    return html`${table(`Stand op ${day(report.on)}`, [
      { label: 'Wat', cell: (sum) => sum.name },
      { label: 'Bestanden', number: true, cell: (sum) => number(sum.files) },
      { label: 'Betalingen', number: true, cell: (sum) => number(sum.payouts) },
      { label: 'Bedrag', number: true, cell: (sum) => money(sum.cents) },
    ], sums)}
      <h2>Wat verschilt</h2>
      ${report.differences.length
        ? table('Verschillen', [
            { label: 'Verschil', cell: (difference) => word('difference', difference.kind) },
            { label: 'Betalingen', number: true, cell: (difference) => number(difference.payouts) },
            { label: 'Bedrag', number: true, cell: (difference) => money(difference.cents) },
            { label: 'Wat het betekent', cell: (difference) => DIFFERENCES[difference.kind] },
          ], report.differences)
        : html`<div class="notice good"><p>Alles klopt: wat goedgekeurd is, is betaald of verrekend.</p></div>`}
      <h2>Wat een mens moet bekijken</h2>
      <p>${report.workList
        ? html`<a href="#/geld/werklijst">${count(report.workList, 'punt staat', 'punten staan')} in de werklijst</a>`
        : 'Er staat niets in de werklijst.'}</p>`;
  }
}
customElements.define('officer-reconciliation', Reconciliation);
