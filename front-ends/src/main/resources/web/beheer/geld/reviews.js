import { html, nothing } from 'lit';
import { day, moment, number } from '../../shared/format.js';
import { values } from '../../shared/screen.js';
import '../../shared/timeline.js';
import { Desk } from '../desk.js';
import { counted, span } from '../events.js';
import { counsellor, officer } from '../links.js';
import { ListScreen, table } from '../list.js';
import { reason } from '../reason.js';
import { tag, word } from '../words.js';
import { Chooser } from './chooser.js';
import { count, dateField, facts, looks, numberField, selectField, story, written } from './parts.js';
import { foundUndue } from './undue.js';

/** Samples and signals of possible misuse, oldest first. */
class Reviews extends ListScreen {
  static styles = looks;

  place = '/toezicht';
  source = { path: 'session-claims/v1/reviews', key: 'reviews' };
  initial = { status: 'OPEN' };
  filters = [
    { name: 'status', label: 'Status', words: 'review' }, { name: 'kind', label: 'Soort', words: 'reviewKind' },
    { name: 'counsellor', label: 'Kenmerk van de begeleider', type: 'text' },
  ];
  caption = 'Nazichten, het oudste eerst';
  empty = 'Er is geen nazicht met deze keuze. Een signaal van mogelijk misbruik komt hier vanzelf; een steekproef trekt u zelf.';
  columns = [
    { label: 'Geopend', cell: (each) => html`<a href="#/toezicht/${each.review}">${moment(each.openedAt)}</a>` },
    { label: 'Soort', cell: (each) => word('reviewKind', each.kind) },
    { label: 'Begeleider', cell: (each) => counsellor(this.api, each.counsellor) },
    { label: 'Periode', cell: (each) => span(each.from, each.until) },
    { label: 'Nagekeken', cell: (each) => `${number(each.dossiers.filter((one) => one.checkedAt).length)} van ${count(each.dossiers.length, 'dossier', 'dossiers')}` },
    { label: 'Status', cell: (each) => html`${tag('review', each.status)} ${each.closed ? tag('inspection', each.closed.outcome) : nothing}` },
  ];

  get heading() {
    return 'Nazicht van begeleiders';
  }

  intro() {
    return html`<p>Een signaal zegt alleen dat een mens moet kijken. Het beslist niets.</p>
      <p><a class="button quiet" href="#/toezicht/steekproef">Trek een steekproef</a></p>`;
  }
}
customElements.define('officer-reviews', Reviews);

/** One sample or signal: its dossiers, what was found in them, and the judgement. */
class Review extends Desk {
  static styles = looks;

  columns = [
    { label: 'Dossier', cell: (each) => html`<a href="#/toezicht/${this.params.review}/${each.booking}">boeking <code>${each.booking.slice(0, 8)}</code></a>` },
    { label: 'Overeenkomst', cell: (each) => checked(each.agreement) },
    { label: 'Aanwezigheid', cell: (each) => checked(each.attendance) },
    { label: 'Ontwikkelplan', cell: (each) => checked(each.plan) },
    { label: 'Nagekeken', cell: (each) => (each.checkedAt ? `${moment(each.checkedAt)}, door ${officer(each.officer)}` : html`<span class="tag warn">Nog niet</span>`) },
  ];

  get heading() {
    return this.data ? `${word('reviewKind', this.data.kind)}, geopend op ${day(this.data.openedAt)}` : 'Nazicht';
  }

  get path() {
    return `session-claims/v1/reviews/${this.params.review}`;
  }

  async load({ review }) {
    const [found, happened] = await Promise.all([this.api.get(this.path), story(this.api, 'session-claims', review)]);
    return { ...found, happened };
  }

  content(it) {
    return html`<p>${tag('review', it.status)}</p>
      ${facts([
        ['Begeleider', counsellor(this.api, it.counsellor)],
        ['Tevredenheid', html`<a href="#/tevredenheid/${it.counsellor}">resultaten van de bevraging</a>`],
        ['Sessies', span(it.from, it.until)],
        ['Dossiers', `${number(it.dossiers.length)} van ${number(it.population)}`],
        ['Gemeten', it.measured === undefined ? undefined : `${counted(it.kind, it.measured)} ${word('measured', it.kind)}; een signaal komt er boven ${counted(it.kind, it.threshold)}`],
        ['Getrokken door', it.officer && officer(it.officer)],
        ['Zaad van de trekking', it.seed && html`<code>${it.seed}</code>`],
      ])}
      ${it.seed ? html`<p class="soft">Met hetzelfde zaad, dezelfde periode en dezelfde dossiers trekt iedereen dezelfde steekproef.</p>` : nothing}
      ${it.closed ? this.closed(it.closed) : nothing}
      ${it.actions.includes('CLOSE')
        ? html`<h2>Wat u nu kunt doen</h2>${this.tasks([{ task: 'close', label: 'Sluit het nazicht af' }])}${this.closeForm()}`
        : nothing}
      <h2>Dossiers</h2>
      ${it.actions.includes('CHECK_DOSSIER')
        ? html`<p>Open een dossier om overeenkomst, aanwezigheid en ontwikkelplan na te kijken.
            ${it.actions.includes('CLOSE') ? nothing : 'U sluit het nazicht af als ze allemaal nagekeken zijn.'}</p>`
        : nothing}
      ${it.dossiers.length ? table('Dossiers van dit nazicht', this.columns, it.dossiers) : html`<p>Bij dit nazicht horen geen dossiers.</p>`}
      ${it.dossiers.filter((each) => each.written).map((each) => html`<h3>Opmerking bij boeking <code>${each.booking.slice(0, 8)}</code></h3>${written(each.written)}`)}
      ${foundUndue(it.undue)}
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${it.happened}></lk-timeline>`;
  }

  closed(decision) {
    return html`<h2>Besluit</h2>
      <p>${tag('inspection', decision.outcome)} ${word('inspectionReason', decision.reasonCode)}, op ${moment(decision.closedAt)} door ${officer(decision.officer)}</p>
      ${written(decision.reason)}`;
  }

  closeForm() {
    return this.form({
      task: 'close', title: 'Sluit het nazicht af', submit: 'Sluit af', said: 'Het nazicht is afgesloten.',
      fields: html`${selectField(this, { id: 'outcome', label: 'Besluit', words: 'inspection', any: 'Kies een besluit' })}
        ${reason(this, { words: 'inspectionReason', label: 'Motivering' })}`,
      send: (decision) => this.api.post(`${this.path}/closing`, decision),
    });
  }
}
customElements.define('officer-review', Review);

const checked = (check) => (check ? html`${tag('check', check.result)} ${word('checkReason', check.reasonCode)}` : '');

/** Draws a sample: first whose, then over which period. */
class Draw extends Chooser {
  static styles = looks;

  get heading() {
    return 'Steekproef trekken';
  }

  content() {
    const { counsellor: chosen } = this.params;
    return html`<p>U trekt hoogstens 25 dossiers van één begeleider. Het lot kiest. Het zaad van de trekking wordt bewaard, zodat iedereen ze kan herhalen.</p>
      ${chosen ? this.drawForm(chosen) : this.chooser((id) => `/toezicht/steekproef?counsellor=${id}`)}`;
  }

  drawForm(chosen) {
    return html`<form class="card" @submit=${(event) => this.draw(event)}>
        <h2>Van ${counsellor(this.api, chosen)}</h2>
        <p><a href="#/toezicht/steekproef">Kies een andere begeleider</a></p>
        ${dateField(this, { id: 'from', label: 'Eerste dag van de sessies' })}
        ${dateField(this, { id: 'until', label: 'Laatste dag van de sessies' })}
        ${numberField(this, { id: 'size', label: 'Aantal dossiers', max: 25, value: 25 })}
        ${this.field('seed', 'Zaad (niet verplicht)',
          ({ id, describedBy, invalid }) => html`<input id=${id} name=${id} maxlength="36" autocomplete="off" spellcheck="false"
            aria-describedby=${describedBy} aria-invalid=${invalid} />`,
          'Alleen om een eerdere trekking te herhalen.')}
        ${this.submit('draw', 'Trek de steekproef')}
      </form>`;
  }

  async draw(event) {
    event.preventDefault();
    const { size, ...rest } = values(event.target);
    await this.act('draw', async () => {
      const { review } = await this.api.post('session-claims/v1/reviews', { counsellor: this.params.counsellor, size: Number(size), ...rest });
      location.hash = `#/toezicht/${review}`;
    }, '');
  }
}
customElements.define('officer-draw', Draw);
