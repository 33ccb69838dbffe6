import { html, nothing } from 'lit';
import { day, moment, number } from '../../shared/format.js';
import { Screen } from '../../shared/screen.js';
import { counsellor, officer, short } from '../links.js';
import { ListScreen } from '../list.js';
import { list, tag, word } from '../words.js';
import { documents } from './parts.js';

const place = (row) => `#/begeleiders/${row.counsellor}/vernieuwingen/${row.renewal}`;

/** Proofs that were asked anew of who is registered. */
class Renewals extends ListScreen {
  place = '/vernieuwingen';
  source = { path: 'provider-registry/v1/renewals', key: 'renewals' };
  initial = { status: 'SENT' };
  filters = [
    { name: 'status', label: 'Stand', words: 'renewal' },
    { name: 'late', label: 'Dag voorbij', words: 'onlyThose' },
  ];
  caption = 'Gevraagde vernieuwingen, de oudste eerst';
  empty = 'Er zijn geen vernieuwingen met deze keuze. U vraagt bewijzen opnieuw op het scherm van een begeleider.';
  columns = [
    { label: 'Vernieuwing', cell: (row) => html`<a href=${place(row)}>${short(row.renewal)}</a>` },
    { label: 'Begeleider', cell: (row) => counsellor(this.api, row.counsellor) },
    { label: 'Stand', cell: ({ status }) => tag('renewal', status) },
    { label: 'Tegen', cell: ({ by }) => day(by) },
    { label: 'Documenten', number: true, cell: (row) => number(row.documents) },
    { label: 'Gevraagd', cell: ({ askedAt, askedBy }) => `${moment(askedAt)}, ${officer(askedBy)}` },
    { label: 'Reden', cell: ({ reasonCode }) => word('registryReason', reasonCode) },
    { label: 'Goedgekeurd', cell: ({ approvedAt, approvedBy }) => (approvedAt ? `${moment(approvedAt)}, ${officer(approvedBy)}` : '') },
  ];

  get heading() {
    return 'Vernieuwingen';
  }
}
customElements.define('officer-renewals', Renewals);

/** One renewal with its documents; approved when all that was asked is there. */
class Renewal extends Screen {
  get heading() {
    return `Vernieuwing ${short(this.params.renewal)}`;
  }

  get path() {
    return `provider-registry/v1/counsellors/${this.params.counsellor}/renewals/${this.params.renewal}`;
  }

  load({ counsellor: id, renewal }) {
    return this.api.get(`provider-registry/v1/counsellors/${id}/renewals/${renewal}`);
  }

  content(data) {
    return html`<p>${tag('renewal', data.status)} Begeleider: ${counsellor(this.api, data.counsellor)}</p>
      <dl>
        <dt>Gevraagd</dt><dd>${list('proof', data.asked)}</dd>
        <dt>Tegen</dt><dd>${day(data.by)}</dd>
        <dt>Reden</dt><dd>${word('registryReason', data.reasonCode)}. ${data.reason ?? ''}</dd>
        <dt>Ontbreekt nog</dt><dd>${list('proof', data.missing) || 'niets'}</dd>
      </dl>
      <h2>Documenten</h2>
      ${documents(this, this.path, data.documents)}
      ${data.status === 'APPROVED'
        ? nothing
        : html`<p>${this.button('approve', 'Keur de vernieuwing goed', () => this.approve())}</p>
            <p class="soft">De registratie blijft gelden. Is er iets niet in orde, kondig dan een sanctie aan bij de begeleider.</p>`}`;
  }

  approve() {
    return this.act('approve', () => this.api.post(`${this.path}/approval`), 'De vernieuwing is goedgekeurd.');
  }
}
customElements.define('officer-renewal', Renewal);
