import { html, nothing } from 'lit';
import { ask } from '../../shared/dialog.js';
import { day, minutes, moment, money, number } from '../../shared/format.js';
import '../../shared/timeline.js';
import { Desk } from '../desk.js';
import { counsellor, dossier } from '../links.js';
import { ListScreen, table } from '../list.js';
import { reason } from '../reason.js';
import { tag, word } from '../words.js';
import { amountField, cents, dateField, facts, looks, numberField, story, who, written } from './parts.js';

const time = (halfHours) => (halfHours === undefined ? undefined : minutes(halfHours * 30));

/** Undue payments, newest first. */
class Clawbacks extends ListScreen {
  static styles = looks;

  place = '/geld/terugvorderingen';
  source = { path: 'payout/v1/clawbacks', key: 'clawbacks' };
  filters = [{ name: 'status', label: 'Status', words: 'clawback' }, { name: 'counsellor', label: 'Kenmerk van de begeleider', type: 'text' }];
  caption = 'Terugvorderingen, de nieuwste eerst';
  empty = 'Er zijn geen terugvorderingen met deze keuze. Ze komen van een betaling, een klacht of een nazicht.';
  columns = [
    { label: 'Aangekondigd', cell: (each) => html`<a href="#/geld/terugvorderingen/${each.clawback}">${moment(each.announcedAt)}</a>` },
    { label: 'Begeleider', cell: (each) => counsellor(this.api, each.counsellor) },
    { label: 'Status', cell: (each) => tag('clawback', each.status) },
    { label: 'Reden', cell: (each) => word('clawbackReason', each.reasonCode) },
    { label: 'Bedrag', number: true, cell: (each) => money(each.finalCents ?? each.amountCents) },
    { label: 'Staat open', number: true, cell: (each) => (each.finalCents === undefined ? '' : money(each.leftCents)) },
    { label: 'Antwoord tot en met', cell: (each) => day(each.answerUntil) },
  ];

  get heading() {
    return 'Terugvorderingen';
  }

  intro() {
    return html`<p>Wilt u zelf halve uren terugvorderen? <a href="#/geld/betalingen">Zoek eerst de betaling</a>.</p>`;
  }
}
customElements.define('officer-clawbacks', Clawbacks);

/** One clawback: announced, answered, decided, and how it is paid back. */
class Clawback extends Desk {
  static properties = { parts: { state: true } };
  static styles = looks;

  constructor() {
    super();
    this.parts = 2; // a class field would hide the property, and nothing would be drawn again
  }

  get heading() {
    return 'Terugvordering';
  }

  get path() {
    return `payout/v1/clawbacks/${this.params.clawback}`;
  }

  async load({ clawback }) {
    const found = await this.api.get(this.path);
    return { ...found, happened: await story(this.api, 'payout', `clawbacks-${found.payout}`, (data) => data.clawback === clawback) };
  }

  content(it) {
    return html`<p>${tag('clawback', it.status)}</p>
      ${facts([
        ['Begeleider', counsellor(this.api, it.counsellor)],
        ['Boeking', dossier('boeking', it.booking)],
        ['Uitbetaling', dossier('terugvordering', it.payout, 'alle terugvorderingen van deze uitbetaling')],
        ['Reden', word('clawbackReason', it.reasonCode)],
        ['Aangekondigd', `${time(it.halfHours)}, ${money(it.amountCents)}, op ${moment(it.announcedAt)} door ${who(it.announcedBy)}`],
        ['Antwoorden kan tot en met', day(it.answerUntil)],
        ['Burger krijgt uren en bijdrage terug', it.hoursReturn ? 'ja' : 'nee'],
        ['Definitief', it.decidedAt
          && `${time(it.finalHalfHours)}, ${money(it.finalCents)}, op ${moment(it.decidedAt)} door ${who(it.decidedBy)}: ${word('clawbackDecision', it.decisionReasonCode)}`],
        ['Verrekend met uitbetalingen', it.decidedAt && money(it.setOffCents)],
        ['Terugbetaald', it.decidedAt && money(it.repaidCents)],
        ['Afgeschreven', it.writtenOffAt
          && `${money(it.writtenOffCents)}, op ${moment(it.writtenOffAt)} door ${who(it.writtenOffBy)}: ${word('writeOffReason', it.writeOffReasonCode)}`],
        ['Staat nog open', it.decidedAt && money(it.leftCents)],
        ['Gaat af van de volgende uitbetaling', it.decidedAt && money(it.dueCents)],
        ['Afgehandeld', moment(it.settledAt)],
      ])}
      ${this.texts(it)}
      ${this.repayment(it.repayment)}
      ${this.commands(it)}
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${it.happened}></lk-timeline>`;
  }

  texts(it) {
    const all = [
      ['Uitleg bij de aankondiging', it.explanation], ['Antwoord van de begeleider', it.answer],
      ['Toelichting bij de beslissing', it.decisionExplanation], ['Toelichting bij de afschrijving', it.writeOffExplanation],
    ];
    return all.filter(([, text]) => text).map(([title, text]) => html`<h2>${title}</h2>${written(text)}`);
  }

  repayment(asked) {
    if (!asked) return nothing;
    return html`<h2>Betalingsverzoek</h2>
      ${facts([
        ['Mededeling', html`<code>${asked.reference}</code>`],
        ['Gevraagd', `${money(asked.amountCents)}, op ${moment(asked.askedAt)} door ${who(asked.askedBy)}`],
        ['Te betalen tot en met', asked.instalments.length ? 'in delen, zie hieronder' : day(asked.dueOn)],
      ])}
      ${asked.instalments.length
        ? table('Afbetalingen', [
            { label: 'Te betalen tot en met', cell: (part) => day(part.dueOn) }, { label: 'Bedrag', number: true, cell: (part) => money(part.amountCents) },
          ], asked.instalments)
        : nothing}`;
  }

  commands(it) {
    const can = (step, task) => (it.steps.includes(step) ? [task] : []);
    if (!it.steps.length) {
      const waits = it.status === 'ANNOUNCED' || it.status === 'ANSWERED';
      return waits
        ? html`<p class="notice">U kunt nu niets doen. Beslissen kan na het antwoord van de begeleider of na ${day(it.answerUntil)}. Kondigde u de terugvordering zelf aan, dan beslist een collega.</p>`
        : nothing;
    }
    return html`<h2>Wat u nu kunt doen</h2>
      ${it.steps.includes('ASK_REPAYMENT') ? html`<p>Wat openstaat, gaat vanzelf af van de volgende uitbetalingen. Komen er geen meer, dan kunt u het terugvragen.</p>` : nothing}
      ${this.tasks([
        ...can('DECIDE', { task: 'decide', label: 'Beslis' }),
        ...can('AGREE_INSTALMENTS', { task: 'instalments', label: 'Spreek afbetalingen af', kind: 'quiet' }),
        ...can('NOTE_REPAYMENT', { task: 'repayment', label: 'Noteer een terugbetaling', kind: 'quiet' }),
        ...can('ASK_REPAYMENT', { task: 'ask', label: 'Vraag het bedrag terug', kind: 'quiet', go: () => this.askBack(it) }),
        ...can('WRITE_OFF', { task: 'writeOff', label: 'Schrijf af', kind: 'quiet' }),
      ])}
      ${this.decideForm(it)} ${this.instalmentsForm(it)} ${this.repaymentForm(it)}
      ${this.form({
        task: 'writeOff', title: 'Schrijf af wat openstaat', submit: 'Schrijf af', said: 'Wat openstond, is afgeschreven.',
        fields: html`<p>${money(it.leftCents)} wordt niet meer teruggevorderd.</p>${reason(this, { words: 'writeOffReason', text: 'explanation', required: false })}`,
        send: (why) => this.api.post(`${this.path}/write-off`, why),
      })}`;
  }

  decideForm(it) {
    return this.form({
      task: 'decide', title: 'Beslis over deze terugvordering', submit: 'Maak definitief', said: 'De beslissing is genomen. De begeleider krijgt bericht.',
      fields: html`<p>Aangekondigd: ${number(it.halfHours)} halve uren. U kunt dat verminderen, tot 0 als er niets onterecht is.</p>
        ${numberField(this, { id: 'halfHours', label: 'Halve uren die definitief onterecht zijn', min: 0 })}
        ${reason(this, { words: 'clawbackDecision', text: 'explanation', required: false, label: 'Toelichting voor de begeleider' })}`,
      send: ({ halfHours, ...why }) => this.api.post(`${this.path}/decision`, { halfHours: Number(halfHours), ...why }),
    });
  }

  instalmentsForm(it) {
    return this.form({
      task: 'instalments', title: 'Spreek afbetalingen af', submit: 'Leg de afbetalingen vast', said: 'De afbetalingen liggen vast.',
      fields: html`<p>Alle delen samen moeten ${money(it.leftCents)} zijn. Zet ze in volgorde van dag, vanaf morgen.</p>
        ${Array.from({ length: this.parts }, (_, index) => html`<fieldset class="pair">
          <legend>Deel ${index + 1}</legend>
          ${dateField(this, { id: `instalments[${index}].dueOn`, name: 'dueOn', label: 'Te betalen tot en met' })}
          ${amountField(this, { id: `instalments[${index}].amountCents`, name: 'amountCents' })}
        </fieldset>`)}
        <p class="row"><button type="button" class="quiet" @click=${() => (this.parts += 1)}>Nog een deel</button>
          ${this.parts > 1 ? html`<button type="button" class="quiet" @click=${() => (this.parts -= 1)}>Een deel minder</button>` : nothing}</p>`,
      send: (_, form) => {
        const [days, amounts] = ['dueOn', 'amountCents'].map((name) => new FormData(form).getAll(name));
        return this.api.post(`${this.path}/instalments`, { instalments: days.map((dueOn, index) => ({ dueOn, amountCents: cents(amounts[index]) })) });
      },
    });
  }

  repaymentForm(it) {
    return this.form({
      task: 'repayment', title: 'Noteer een terugbetaling', submit: 'Noteer', said: 'De terugbetaling is genoteerd.',
      fields: html`<p>Alleen nodig voor geld dat zonder mededeling binnenkwam. Met de mededeling noteren wij het vanzelf. Er staat ${money(it.leftCents)} open.</p>
        ${amountField(this, { id: 'amountCents' })}`,
      send: ({ amountCents }) => this.api.post(`${this.path}/repayments`, { amountCents: cents(amountCents) }),
    });
  }

  async askBack(it) {
    const text = `De begeleider krijgt een betalingsverzoek van ${money(it.leftCents)}. Zolang die op tijd betaalt, gaat er niets meer af van uitbetalingen.`;
    if (!(await ask(this, { title: 'Het bedrag terugvragen?', text, yes: 'Vraag terug' }))) return;
    await this.act('ask', () => this.api.post(`${this.path}/repayment-request`, {}), 'Het bedrag is teruggevraagd.');
  }
}
customElements.define('officer-clawback', Clawback);
