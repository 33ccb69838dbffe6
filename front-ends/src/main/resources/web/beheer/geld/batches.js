import { html, nothing } from 'lit';
import { ask } from '../../shared/dialog.js';
import { day, moment, money, number } from '../../shared/format.js';
import '../../shared/timeline.js';
import { Desk } from '../desk.js';
import { counsellor } from '../links.js';
import { ListScreen, table } from '../list.js';
import { reason } from '../reason.js';
import { tag, word } from '../words.js';
import { count, facts, looks, payment, story, who, written } from './parts.js';

const AT_ONCE = 50;
const released = (batch) => (batch.officersNeeded ? `${batch.approvals.length} van ${batch.officersNeeded}` : 'niet nodig');

/** Files to the bank, newest first. */
class Batches extends ListScreen {
  static styles = looks;

  place = '/geld/batches';
  source = { path: 'payout/v1/batches', key: 'batches' };
  filters = [{ name: 'status', label: 'Status', words: 'batch' }];
  caption = 'Betaalbestanden, de nieuwste eerst';
  empty = 'Er zijn geen betaalbestanden met deze keuze. Van goedgekeurde aanrekeningen wordt vanzelf een bestand voor de bank gemaakt; het staat dan hier.';
  columns = [
    { label: 'Gemaakt', cell: (batch) => html`<a href="#/geld/batches/${batch.batch}">${moment(batch.madeAt)}</a>` },
    { label: 'Status', cell: (batch) => tag('batch', batch.status) },
    { label: 'Betalingen', number: true, cell: (batch) => number(batch.payouts) },
    { label: 'Totaal', number: true, cell: (batch) => money(batch.totalCents) },
    { label: 'Afgekeurd', number: true, cell: (batch) => (batch.rejectedCents ? money(batch.rejectedCents) : '') },
    { label: 'Uitvoering', cell: (batch) => day(batch.executeOn) },
    { label: 'Vrijgegeven', cell: released },
  ];

  get heading() {
    return 'Betaalbestanden';
  }
}
customElements.define('officer-batches', Batches);

/** One file: control sums, who let it go or stopped it, what can be done with it now, and its payments. */
class Batch extends Desk {
  static properties = { shown: { state: true } };
  static styles = looks;

  columns = [
    { label: 'Referentie', cell: (each) => payment(each.endToEndId) },
    { label: 'Begeleider', cell: (each) => counsellor(this.api, each.counsellor) },
    { label: 'Bedrag', number: true, cell: (each) => money(each.amountCents) },
    { label: 'Status', cell: (each) => (each.status === 'RETURNED' ? 'Terug uit het bestand' : tag('payout', each.status)) },
    { label: 'Antwoord van de bank', cell: (each) => moment(each.answeredAt) },
  ];

  constructor() {
    super();
    this.shown = AT_ONCE; // a class field would hide the property, and nothing would be drawn again
  }

  get heading() {
    return this.data ? `Betaalbestand van ${moment(this.data.madeAt)}` : 'Betaalbestand';
  }

  get path() {
    return `payout/v1/batches/${this.params.batch}`;
  }

  async load({ batch }) {
    const [file, happened] = await Promise.all([this.api.get(this.path), story(this.api, 'payout', `batch-${batch}`)]);
    return { ...file, happened };
  }

  content(batch) {
    return html`<p>${tag('batch', batch.status)}</p>
      ${facts([
        ['Kenmerk', html`<code>${batch.batch}</code>`],
        ['Betalingen', number(batch.payouts)],
        ['Controletotaal', money(batch.totalCents)],
        ['Betaald', money(batch.paidCents)],
        ['Afgekeurd door de bank', money(batch.rejectedCents)],
        ['Nog geen antwoord van de bank', money(batch.openCents)],
        ['Uitvoering door de bank', day(batch.executeOn)],
        ['Naar de bank', moment(batch.sentAt)],
        ['Vrijgegeven', batch.officersNeeded ? `door ${released(batch)} ${batch.officersNeeded === 1 ? 'medewerker' : 'medewerkers'}` : 'niet nodig voor dit bestand'],
      ])}
      ${batch.stoppedAt
        ? html`<div class="notice warn">
            <p>${batch.status === 'REFUSED' ? 'Geweigerd' : 'Tegengehouden'} op ${moment(batch.stoppedAt)} door ${who(batch.stoppedBy)}: ${word('stopReason', batch.reasonCode)}.</p>
            ${written(batch.explanation)}
          </div>`
        : nothing}
      ${this.commands(batch)}
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${batch.happened}></lk-timeline>
      ${this.payments(batch.payments)}`;
  }

  commands(batch) {
    if (!batch.steps.length) return nothing;
    const can = (step) => batch.steps.includes(step);
    return html`<h2>Wat u nu kunt doen</h2>
      ${batch.status === 'WAITING'
        ? html`<p>${batch.officersNeeded === 1 ? 'Eén medewerker moet' : `${number(batch.officersNeeded)} verschillende medewerkers moeten`} dit bestand vrijgeven.
            ${can('RELEASE') ? 'Kijk de bedragen na voor u dat doet.' : 'U deed dat al. Vraag aan een collega om het na te kijken en vrij te geven.'}</p>`
        : nothing}
      ${this.tasks([
        ...(can('RELEASE') ? [{ task: 'release', label: 'Geef vrij', go: () => this.release(batch) }] : []),
        ...(can('HOLD') ? [{ task: 'hold', label: 'Houd tegen', kind: 'quiet' }] : []),
        ...(can('REFUSE') ? [{ task: 'refusal', label: 'Weiger', kind: 'quiet' }] : []),
      ])}
      ${this.form({
        task: 'hold', title: 'Houd het bestand tegen', submit: 'Houd tegen', said: 'Het bestand is tegengehouden. Het blijft hier tot een medewerker het vrijgeeft.',
        fields: html`<p>Het bestand blijft hier tot een medewerker het vrijgeeft. Wat al vrijgegeven was, vervalt.</p>${this.why()}`,
        send: (why) => this.api.post(`${this.path}/hold`, why),
      })}
      ${this.form({
        task: 'refusal', title: 'Weiger het bestand', submit: 'Weiger het bestand', said: 'Het bestand is geweigerd. De betalingen wachten op een volgend bestand.',
        fields: html`<p>Het bestand gaat nooit naar de bank. De betalingen komen in een volgend bestand, dat een medewerker moet vrijgeven. U kunt dit niet ongedaan maken.</p>${this.why()}`,
        send: (why) => this.api.post(`${this.path}/refusal`, why),
      })}`;
  }

  why() {
    return reason(this, { words: 'stopReason', text: 'explanation', required: false });
  }

  async release(batch) {
    const text = `${count(batch.payouts, 'betaling', 'betalingen')}, samen ${money(batch.totalCents)}. Wat de bank heeft, kunt u niet meer tegenhouden.`;
    if (!(await ask(this, { title: 'Dit betaalbestand vrijgeven?', text, yes: 'Geef vrij' }))) return;
    await this.act('release', () => this.api.post(`${this.path}/release`, {}), (now) =>
      now.status === 'WAITING' ? 'Uw vrijgave is genoteerd. Een collega moet het bestand ook vrijgeven.' : 'Het bestand is vrijgegeven en gaat naar de bank.');
  }

  payments(payments) {
    return html`<h2>Betalingen</h2>
      ${table('Betalingen in dit bestand', this.columns, payments.slice(0, this.shown))}
      <p class="soft" role="status">${Math.min(this.shown, payments.length)} van ${count(payments.length, 'betaling', 'betalingen')}</p>
      ${this.shown < payments.length ? this.button('more', 'Toon meer', () => (this.shown += AT_ONCE), 'quiet') : nothing}`;
  }
}
customElements.define('officer-batch', Batch);
