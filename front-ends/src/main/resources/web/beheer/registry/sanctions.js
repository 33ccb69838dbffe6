import { html, nothing } from 'lit';
import { day, moment } from '../../shared/format.js';
import { Desk } from '../desk.js';
import { readBy } from '../fields.js';
import { counsellor, dossier, officer, short } from '../links.js';
import { ListScreen } from '../list.js';
import { reason } from '../reason.js';
import { tag, word } from '../words.js';
import { reasons } from './parts.js';

const step = ({ step: name, from, until }) =>
  [word('todo', name), from && `vanaf ${day(from)}`, until && `tot en met ${day(until)}`].filter(Boolean).join(' ');
/** Steps of an officer; the others are the counsellor's. */
const OWN = ['DECIDE_SANCTION', 'END_SUSPENSION'];
const place = (row) => `#/begeleiders/${row.counsellor}/sancties/${row.sanction}`;

export const sanctionColumns = (screen, withCounsellor = true) => [
  { label: 'Sanctie', cell: (row) => html`<a href=${place(row)}>${word('sanctionKind', row.kind)} ${short(row.sanction)}</a>` },
  ...(withCounsellor ? [{ label: 'Begeleider', cell: (row) => counsellor(screen.api, row.counsellor) }] : []),
  { label: 'Stand', cell: ({ status }) => tag('sanction', status) },
  { label: 'Reden', cell: ({ reasonCode }) => word('registryReason', reasonCode) },
  { label: 'Aangekondigd', cell: (row) => `${moment(row.announcedAt)}, ${officer(row.officer)}` },
  { label: 'Wat volgt', cell: ({ next }) => next.map(step).join('; ') },
];

/** Warnings, suspensions and withdrawals of all counsellors. */
class Sanctions extends ListScreen {
  place = '/sancties';
  source = { path: 'provider-registry/v1/sanctions', key: 'sanctions' };
  filters = [{ name: 'status', label: 'Stand', words: 'sanction' }];
  caption = 'Sancties, de oudste eerst';
  empty = 'Er zijn geen sancties met deze keuze. U kondigt een sanctie aan op het scherm van een begeleider.';
  columns = sanctionColumns(this);

  get heading() {
    return 'Sancties';
  }
}
customElements.define('officer-sanctions', Sanctions);

/** One sanction with its answer; made final, dropped or ended with a reason. */
class Sanction extends Desk {
  get heading() {
    return this.data ? word('sanctionKind', this.data.kind) : 'Sanctie';
  }

  get path() {
    return `provider-registry/v1/counsellors/${this.params.counsellor}/sanctions/${this.params.sanction}`;
  }

  async load({ counsellor: id, sanction }) {
    this.reasons = await reasons(this.api);
    return this.api.get(`provider-registry/v1/counsellors/${id}/sanctions/${sanction}`);
  }

  content(data) {
    return html`<p>${tag('sanction', data.status)} Begeleider: ${counsellor(this.api, data.counsellor)}</p>
      <dl>
        <dt>Aangekondigd</dt><dd>${moment(data.announcedAt)}, ${officer(data.officer)}</dd>
        <dt>Reden</dt><dd>${word('registryReason', data.reasonCode)}. ${data.reason ?? ''}</dd>
        ${data.answerBy ? html`<dt>Antwoorden tot en met</dt><dd>${day(data.answerBy)}</dd>` : nothing}
        <dt>Antwoord</dt><dd>${data.answeredAt ? `${moment(data.answeredAt)}: ${data.answer ?? 'de tekst is niet meer bewaard'}` : 'nog geen'}</dd>
        ${data.decision ? html`<dt>Beslissing</dt><dd>${this.decided(data.decision)}</dd>` : nothing}
        ${data.end ? html`<dt>Beëindigd</dt><dd>${this.decided(data.end)}</dd>` : nothing}
        <dt>Kenmerk</dt><dd>${data.sanction}</dd>
      </dl>
      <p>${dossier('begeleider', data.counsellor, 'Geschiedenis van de begeleider')}</p>
      ${this.commands(data)}`;
  }

  decided({ at, officer: who, reasonCode, reason: words }) {
    return `${moment(at)}, ${officer(who)}. ${word('registryReason', reasonCode)}. ${words ?? ''}`;
  }

  commands({ next }) {
    const own = next.filter((one) => OWN.includes(one.step));
    if (!own.length) return nothing;
    const can = (name) => own.some((one) => one.step === name);
    const because = { words: 'registryReason', ...readBy('de begeleider') };
    const decide = (outcome) => (words) => this.api.post(`${this.path}/decision`, { ...words, outcome });
    return html`<h2>Wat u kunt doen</h2>
      ${own.filter(({ from, until }) => from || until).map((one) => html`<p>${step(one)}.</p>`)}
      ${this.tasks([
        { step: 'DECIDE_SANCTION', task: 'final', label: 'Maak definitief', kind: 'bad' },
        { step: 'DECIDE_SANCTION', task: 'drop', label: 'Laat vallen', kind: 'quiet' },
        { step: 'END_SUSPENSION', task: 'end', label: 'Beëindig de schorsing' },
      ].filter((one) => can(one.step)))}
      ${this.form({
        task: 'final',
        title: 'Sanctie definitief maken',
        submit: 'Maak definitief',
        said: 'De sanctie is definitief.',
        send: decide('FINAL'),
        fields: html`<p>Bij een schorsing of intrekking krijgen burgers hun geboekte, niet gegeven uren en hun bijdrage terug.</p>
          ${reason(this, { ...because, codes: this.reasons.against })}`,
      })}
      ${this.form({
        task: 'drop',
        title: 'Sanctie laten vallen',
        submit: 'Laat vallen',
        said: 'De sanctie gaat niet door.',
        send: decide('DROPPED'),
        fields: reason(this, { ...because, codes: this.reasons.inFavour }),
      })}
      ${this.form({
        task: 'end',
        title: 'Schorsing beëindigen',
        submit: 'Beëindig de schorsing',
        said: 'De schorsing is beëindigd: de registratie geldt weer vanaf vandaag.',
        send: (words) => this.api.post(`${this.path}/reinstatement`, words),
        fields: reason(this, { ...because, codes: this.reasons.inFavour }),
      })}`;
  }
}
customElements.define('officer-sanction', Sanction);
