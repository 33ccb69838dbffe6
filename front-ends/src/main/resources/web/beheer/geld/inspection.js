import { html, nothing } from 'lit';
import { minutes, moment } from '../../shared/format.js';
import { Desk } from '../desk.js';
import { counsellor, dossier, officer, short } from '../links.js';
import { table } from '../list.js';
import { list, small, tag, word } from '../words.js';
import { facts, looks, selectField, written } from './parts.js';
import { undue, undueFields } from './undue.js';

const time = (halfHours) => minutes(halfHours * 30);
const PARTS = [['agreement', 'Overeenkomst'], ['attendance', 'Aanwezigheid'], ['plan', 'Persoonlijk ontwikkelplan']];

/** One dossier of a review: what is registered in the block, and the check list. */
class Inspection extends Desk {
  static styles = looks;

  get heading() {
    return `Dossier van boeking ${short(this.params.booking)}`;
  }

  get path() {
    return `session-claims/v1/reviews/${this.params.review}`;
  }

  async load({ booking }) {
    const [review, block] = await Promise.all([this.api.get(this.path), this.api.get(`${this.path}/dossiers/${booking}`)]);
    return { review, block, check: review.dossiers.find((each) => each.booking === booking) ?? {} };
  }

  above() {
    return html`<p><a href="#/toezicht/${this.params.review}">Terug naar het nazicht</a></p>`;
  }

  content({ review, block, check }) {
    const { agreement, plan } = block;
    const open = review.actions.includes('CHECK_DOSSIER') && !check.checkedAt;
    return html`<p>${tag('block', block.status)}</p>
      ${facts([
        ['Begeleider', counsellor(this.api, block.counsellor)],
        ['Boeking', dossier('boeking', block.booking)],
        ['Betaald', moment(block.paidAt)],
        ['Tijd', `${time(block.halfHours)} geboekt, ${time(block.confirmedHalfHours)} bevestigd, ${time(block.halfHoursLeft)} over`],
        ['Overeenkomst', agreement
          ? `Genoteerd op ${moment(agreement.recordedAt)}: ${list('theme', agreement.themes)}. ${agreement.acceptedAt ? `Aanvaard op ${moment(agreement.acceptedAt)}` : 'Nog niet aanvaard door de burger'}`
          : 'Niet genoteerd'],
        ['Ontwikkelplan', plan
          ? `Gegeven op ${moment(plan.handedOverAt)}. ${plan.attestedAt ? `De burger bevestigde dat op ${moment(plan.attestedAt)}` : 'Nog niet bevestigd door de burger'}`
          : 'Niet gegeven'],
        ['Begeleiding afgerond', moment(block.completedAt)],
      ])}
      <h2>Sessies</h2>
      ${block.sessions.length ? this.sessions(block.sessions) : html`<p>Er zijn geen sessies geregistreerd in dit blok.</p>`}
      <h2>Nazicht</h2>
      ${check.checkedAt ? this.found(check) : nothing}
      ${open ? html`${this.tasks([{ task: 'check', label: 'Noteer wat u vond' }])}${this.checkForm(block.sessions)}` : nothing}
      ${!open && !check.checkedAt ? html`<p>Dit nazicht is afgesloten; dit dossier is niet nagekeken.</p>` : nothing}`;
  }

  sessions(sessions) {
    return table('Sessies in dit blok', [
      { label: 'Begin', cell: (each) => moment(each.startedAt) },
      { label: 'Einde', cell: (each) => moment(each.endedAt) },
      { label: 'Tijd', number: true, cell: (each) => time(each.halfHours) },
      { label: 'Hoe', cell: (each) => word('mode', each.mode) },
      { label: 'Thema’s', cell: (each) => list('theme', each.themes) },
      { label: 'Status', cell: (each) => html`${tag('session', each.status)}${each.silent ? ' zonder antwoord' : nothing}` },
      { label: 'Geregistreerd', cell: (each) => moment(each.registeredAt) },
      { label: 'Aangerekend', cell: (each) => (each.claim ? 'ja' : 'nee') },
      { label: 'Onterecht', number: true, cell: (each) => (each.undueHalfHours ? time(each.undueHalfHours) : '') },
    ], sessions);
  }

  found(check) {
    return html`${facts([
      ...PARTS.map(([name, label]) => [label, html`${tag('check', check[name].result)} ${check[name].reasonCode ? `Reden: ${small('checkReason', check[name].reasonCode)}` : nothing}`]),
      ['Nagekeken', `op ${moment(check.checkedAt)} door ${officer(check.officer)}`],
    ])}
    ${written(check.written)}`;
  }

  checkForm(sessions) {
    return this.form({
      task: 'check', title: 'Noteer wat u vond', submit: 'Noteer', said: 'Het dossier is nagekeken.',
      fields: html`${PARTS.map(([name, label]) => html`<fieldset class="pair">
          <legend>${label}</legend>
          ${selectField(this, { id: `${name}.result`, label: 'Bevinding', words: 'check', any: 'Kies' })}
          ${selectField(this, { id: `${name}.reasonCode`, label: 'Waarom niet in orde?', words: 'checkReason', any: 'Alleen als het niet in orde is', required: false })}
        </fieldset>`)}
        ${this.field('written', 'Opmerking (niet verplicht)',
          ({ id, describedBy, invalid }) => html`<textarea id=${id} name=${id} maxlength="4000" aria-describedby=${describedBy} aria-invalid=${invalid}></textarea>`)}
        ${sessions.length ? undueFields(this, sessions) : nothing}`,
      send: (words) => this.api.post(`${this.path}/dossiers/${this.params.booking}/check`, {
        ...Object.fromEntries(PARTS.map(([name]) => [name, { result: words[`${name}.result`], reasonCode: words[`${name}.reasonCode`] }])),
        written: words.written,
        undue: undue(words),
      }),
    });
  }
}
customElements.define('officer-inspection', Inspection);
