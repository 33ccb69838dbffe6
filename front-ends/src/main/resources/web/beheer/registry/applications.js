import { html, nothing } from 'lit';
import { day, moment, number } from '../../shared/format.js';
import { Desk } from '../desk.js';
import { choices, chosen, readBy } from '../fields.js';
import { dossier, officer, short } from '../links.js';
import { ListScreen } from '../list.js';
import { reason } from '../reason.js';
import { WORDS, list, tag, word } from '../words.js';
import { documents, reasons } from './parts.js';

/** Who wants to become a counsellor; who waits longest comes first. */
class Applications extends ListScreen {
  place = '/kandidaten';
  source = { path: 'provider-registry/v1/applications', key: 'applications' };
  initial = { status: 'SUBMITTED' };
  filters = [{ name: 'status', label: 'Stand', words: 'application' }];
  caption = 'Aanvragen van kandidaten, de oudste eerst';
  empty = 'Er zijn geen aanvragen met deze keuze. Hier komt wie loopbaanbegeleider wil worden.';
  columns = [
    { label: 'Aanvraag', cell: ({ application }) => html`<a href="#/kandidaten/${application}">${short(application)}</a>` },
    { label: 'Stand', cell: ({ status }) => tag('application', status) },
    { label: 'Route', cell: ({ route }) => word('route', route) },
    { label: 'Ingediend', cell: ({ submittedAt }) => moment(submittedAt) },
    { label: 'Documenten', number: true, cell: (row) => number(row.documents) },
    { label: 'Beslist', cell: ({ decidedAt, decidedBy }) => html`${moment(decidedAt)} ${officer(decidedBy)}` },
    { label: 'Reden', cell: ({ reasonCode }) => word('registryReason', reasonCode) },
  ];

  get heading() {
    return 'Kandidaten';
  }
}
customElements.define('officer-applications', Applications);

/** One application: what is claimed and shown, what the route still asks, and what an officer says to it. */
class Application extends Desk {
  get heading() {
    return this.data ? `Aanvraag van ${this.data.name}` : `Aanvraag ${short(this.params.application)}`;
  }

  get path() {
    return `provider-registry/v1/applications/${this.params.application}`;
  }

  async load({ application }) {
    this.reasons = await reasons(this.api);
    return this.api.get(`provider-registry/v1/applications/${application}`);
  }

  content(data) {
    const open = data.status === 'SUBMITTED' || data.status === 'MORE_ASKED';
    return html`<p>${tag('application', data.status)} ${word('route', data.route)}</p>
      <dl>
        <dt>Naam</dt><dd>${data.name}</dd>
        <dt>E-mail</dt><dd>${data.email}</dd>
        <dt>Actief met cheques</dt><dd>${data.activeSince ? `sinds ${day(data.activeSince)}` : 'nooit'}</dd>
        <dt>Btw</dt><dd>${data.vatLiable ? 'Met btw' : 'Vrijgesteld van btw'}</dd>
        <dt>Diploma</dt><dd>${data.diploma ?? 'geen op de lijst'}</dd>
        <dt>Onderneming</dt><dd>${data.enterprise ? tag('enterprise', data.enterprise) : 'niet opgezocht'}</dd>
        <dt>Rekeningnummer</dt><dd>${data.accountNameCheck ? tag('nameMatch', data.accountNameCheck) : 'de bank zei nog niets'}</dd>
        <dt>Kenmerk</dt><dd>${data.counsellor} (${dossier('begeleider', data.counsellor, 'geschiedenis')})</dd>
      </dl>
      <h2>Bewijzen</h2>
      <p>Aangekondigd: ${list('proof', data.claimed) || 'geen'}.</p>
      <p>${data.missing.length ? `Ontbreekt nog: ${list('requirement', data.missing)}.` : 'Er ontbreekt niets meer.'}</p>
      ${documents(this, this.path, data.documents)}
      ${data.asked.length ? html`<h3>Wat gevraagd is</h3><p>${list('proof', data.asked)}. ${data.askedBecause ?? ''}</p>` : nothing}
      ${data.refusedBecause ? html`<h3>Waarom geweigerd</h3><p>${data.refusedBecause}</p>` : nothing}
      ${data.decision ? this.lastStep(data.decision) : nothing}
      ${open ? this.commands(data) : nothing}`;
  }

  lastStep({ at, officer: who, reasonCode }) {
    return html`<p class="soft">Laatste stap: ${[moment(at), officer(who), word('registryReason', reasonCode)].filter(Boolean).join(', ')}.</p>`;
  }

  commands(data) {
    const because = { words: 'registryReason', codes: this.reasons.against, ...readBy('de kandidaat') };
    const lookUp = () => this.act('enterprise', () => this.api.post(`${this.path}/enterprise-check`), 'De onderneming wordt opgezocht.');
    return html`<h2>Wat u kunt doen</h2>
      ${this.tasks([
        { task: 'approve', label: 'Keur goed' },
        { task: 'ask', label: 'Vraag meer', kind: 'quiet' },
        { task: 'refuse', label: 'Weiger', kind: 'quiet' },
        ...(data.enterprise ? [{ task: 'enterprise', label: 'Zoek de onderneming opnieuw op', kind: 'quiet', go: lookUp }] : []),
      ])}
      ${this.form({
        task: 'approve',
        title: 'Goedkeuren',
        submit: 'Keur goed',
        said: 'Goedgekeurd. De begeleider is geregistreerd.',
        send: () => this.api.post(`${this.path}/approval`),
        fields: html`<p>Daarmee is ${data.name} geregistreerd en vindbaar voor burgers.</p>`,
      })}
      ${this.form({
        task: 'ask',
        title: 'Meer vragen',
        submit: 'Vraag dit',
        said: 'Gevraagd. De kandidaat krijgt bericht.',
        send: (words, form) => this.api.post(`${this.path}/requests`, { ...words, proofs: chosen(form, 'proofs') }),
        fields: html`${choices(this, 'proofs', 'Van welke bewijzen wilt u een (beter) document?', WORDS.proof)} ${reason(this, because)}`,
      })}
      ${this.form({
        task: 'refuse',
        title: 'Weigeren',
        submit: 'Weiger',
        said: 'Geweigerd. De kandidaat krijgt bericht en mag opnieuw een aanvraag doen.',
        send: (words) => this.api.post(`${this.path}/refusal`, words),
        fields: reason(this, because),
      })}`;
  }
}
customElements.define('officer-application', Application);
