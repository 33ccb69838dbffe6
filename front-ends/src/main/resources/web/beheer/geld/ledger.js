import { html, nothing } from 'lit';
import { day, moment, money, number } from '../../shared/format.js';
import { Paged } from '../../shared/paged.js';
import { Screen } from '../../shared/screen.js';
import { dossier } from '../links.js';
import { table } from '../list.js';
import { options, word } from '../words.js';
import { dayChoice, facts, filters, looks } from './parts.js';

const DIFFERENCES = { CHANGED: 'De lijn zegt nu iets anders dan toen ze geboekt werd', MISSING: 'De lijn is verdwenen', NOT_POSTED: 'De lijn is nooit geboekt' };

/** The trial balance of a day, the posted lines, and whether the chain over them is intact. */
class Ledger extends Screen {
  static properties = { verified: { state: true } };
  static styles = looks;

  lines = new Paged(this, 'payout/v1/ledger/lines', 'lines');

  get heading() {
    return 'Grootboek';
  }

  async load({ dag, rekening }) {
    const [balance] = await Promise.all([this.api.get('payout/v1/ledger', { on: dag }), this.lines.load({ on: dag, account: rekening })]);
    return balance;
  }

  above() {
    const { dag, rekening } = this.params;
    return filters(this, '/geld/grootboek', html`${dayChoice('dag', 'Dag', dag)}
      <div class="field"><label for="by-rekening">Rekening van de lijnen</label><select id="by-rekening" name="rekening">${options('account', rekening, 'Alle')}</select></div>`);
  }

  content(balance) {
    const { dag } = this.params;
    return html`<h2>Proefbalans ${dag ? `op het einde van ${day(dag)}` : 'nu'}</h2>
      ${balance.balanced
        ? html`<div class="notice good"><p>In evenwicht: elke euro staat aan beide kanten.</p></div>`
        : html`<div class="notice bad"><p><strong>Niet in evenwicht.</strong> Controleer de keten hieronder en vraag het na bij wie de toepassing beheert.</p></div>`}
      ${table('Gebruikte eigen bijdragen + aandeel van de overheid = betaald + te betalen', [
        { label: 'Wat', cell: ([name]) => name }, { label: 'Bedrag', number: true, cell: ([, cents]) => money(cents) },
      ], [
        ['Eigen bijdragen voor gegeven tijd', balance.coPaymentCents], ['Aandeel van de overheid', balance.governmentShareCents],
        ['Betaald aan begeleiders', balance.paidCents], ['Nog te betalen aan begeleiders', balance.payableCents],
      ])}
      ${facts([
        ['Goedgekeurd in totaal', money(balance.approvedCents)],
        ['Eigen bijdragen die wij nog bewaren', money(balance.coPaymentHeldCents)],
        ['Te ontvangen van derdebetalers', money(balance.sponsorReceivableCents)],
        ['Teruggegeven aan burgers na een terugvordering', money(balance.restoredCents)],
      ])}
      ${table('Teruggevorderd = verrekend + terugbetaald + afgeschreven + te ontvangen', [
        { label: 'Wat', cell: ([name]) => name }, { label: 'Bedrag', number: true, cell: ([, cents]) => money(cents) },
      ], [
        ['Teruggevorderd', balance.clawedBackCents], ['Verrekend met uitbetalingen', balance.setOffCents], ['Terugbetaald', balance.repaidCents],
        ['Afgeschreven', balance.writtenOffCents], ['Nog te ontvangen van begeleiders', balance.receivableCents],
      ])}
      ${table('Rekeningen', [
        { label: 'Rekening', cell: (total) => word('account', total.account) },
        { label: 'Debet', number: true, cell: (total) => money(total.debitCents) },
        { label: 'Credit', number: true, cell: (total) => money(total.creditCents) },
      ], balance.accounts)}
      ${this.verification()}
      ${this.posted(dag)}`;
  }

  verification() {
    return html`<h2>Controle van de keten</h2>
      <p>Elke geboekte lijn draagt de vingerafdruk van de lijn ervoor. Zo blijkt of iemand achteraf iets veranderde.</p>
      <p>${this.button('verify', 'Controleer alle lijnen', () => this.verify(), 'quiet')}</p>
      ${this.busy === 'verify'
        ? html`<div role="status"><p>Wij lopen alle lijnen na. Dat duurt langer naarmate er meer zijn.</p><progress aria-label="Bezig met controleren"></progress></div>`
        : this.verified ? this.result(this.verified) : nothing}`;
  }

  async verify() {
    await this.act('verify', async () => (this.verified = await this.api.post('payout/v1/ledger/verification', {})),
      (found) => (found.intact ? 'De keten is ongeschonden.' : 'De keten is geschonden. Zie hieronder waar.'));
  }

  result({ intact, lines, lastHash, verifiedAt, firstDifference }) {
    return html`<div class="notice ${intact ? 'good' : 'bad'}">
      <p><strong>${intact ? 'Ongeschonden.' : 'Geschonden.'}</strong> ${number(lines)} lijnen nagekeken op ${moment(verifiedAt)}.</p>
      ${firstDifference
        ? html`<p>Eerste verschil: ${DIFFERENCES[firstDifference.kind] ?? firstDifference.kind}${firstDifference.position ? `, plaats ${number(firstDifference.position)}` : ''},
            boeking <code>${firstDifference.eventId}</code>, lijn ${firstDifference.line}.</p>`
        : nothing}
      <p>Laatste vingerafdruk: <code>${lastHash}</code>. Bewaar ze op een andere plaats: daarmee bewijst u later dat de keten tot hier dezelfde is.</p>
    </div>`;
  }

  posted(on) {
    return html`<h2>Geboekte lijnen ${on ? `van ${day(on)}` : ''}</h2>
      ${this.lines.rows.length
        ? html`${table('Lijnen in volgorde van boeken', [
            { label: 'Plaats', cell: (line) => number(line.position) },
            { label: 'Geboekt', cell: (line) => moment(line.bookedAt) },
            { label: 'Rekening', cell: (line) => word('account', line.account) },
            { label: 'Debet', number: true, cell: (line) => (line.debitCents ? money(line.debitCents) : '') },
            { label: 'Credit', number: true, cell: (line) => (line.creditCents ? money(line.creditCents) : '') },
            { label: 'Waarover', cell: (line) => dossier('boeking', line.booking) },
            { label: 'Vingerafdruk', cell: (line) => html`<code title=${line.hash}>${line.hash.slice(0, 12)}…</code>` },
          ], this.lines.rows)}
          ${this.lines.foot()}`
        : html`<p>Er zijn geen lijnen met deze keuze. Kies een andere dag of rekening.</p>`}`;
  }
}
customElements.define('officer-ledger', Ledger);
