import { html, nothing } from 'lit';
import { moment } from '../../shared/format.js';
import { Desk } from '../desk.js';
import { counsellor, officer, short } from '../links.js';
import { ListScreen } from '../list.js';
import { reason } from '../reason.js';
import { tag, word } from '../words.js';
import { reasons } from './parts.js';

/** Other account numbers that counsellors asked for; one in another name waits for an officer. */
class AccountChanges extends ListScreen {
  place = '/rekeningen';
  source = { path: 'provider-registry/v1/account-changes', key: 'changes' };
  initial = { blocked: 'true' };
  filters = [
    { name: 'blocked', label: 'Wacht op ons', words: 'onlyThose' },
    { name: 'nameCheck', label: 'Wat de bank zegt', words: 'nameMatch' },
  ];
  caption = 'Wijzigingen van rekeningnummer, de oudste eerst';
  empty = 'Er zijn geen wijzigingen met deze keuze. Een rekening op een andere naam komt hier, tot u ze aanvaardt.';
  columns = [
    { label: 'Wijziging', cell: ({ change }) => html`<a href="#/rekeningen/${change}">${short(change)}</a>` },
    { label: 'Begeleider', cell: (row) => counsellor(this.api, row.counsellor) },
    { label: 'Gevraagd', cell: ({ askedAt }) => moment(askedAt) },
    { label: 'Bank', cell: ({ nameCheck }) => tag('nameMatch', nameCheck) },
    { label: 'Stand', cell: (row) => standing(row) },
  ];

  get heading() {
    return 'Rekeningnummers';
  }
}
customElements.define('officer-account-changes', AccountChanges);

function standing({ blocked, confirmedAt, holdsFrom, accepted }) {
  if (blocked) return html`<span class="tag warn">Wacht op een medewerker</span>`;
  if (confirmedAt) return `Bevestigd, geldt vanaf ${moment(holdsFrom)}`;
  return accepted ? 'Aanvaard, wacht op de begeleider' : 'Wacht op de begeleider';
}

/** The name and the number side by side, to compare; accepted with a reason. */
class AccountChange extends Desk {
  get heading() {
    return `Rekeningnummer ${short(this.params.change)}`;
  }

  get path() {
    return `provider-registry/v1/account-changes/${this.params.change}`;
  }

  async load({ change }) {
    this.reasons = await reasons(this.api);
    return this.api.get(`provider-registry/v1/account-changes/${change}`);
  }

  content({ change, name, iban, reason: words }) {
    return html`<p>${standing(change)}</p>
      <dl>
        <dt>Begeleider</dt><dd><a href="#/begeleiders/${change.counsellor}">${name}</a></dd>
        <dt>Nieuw rekeningnummer</dt><dd>${iban}</dd>
        <dt>Wat de bank zegt</dt><dd>${change.nameCheck ? tag('nameMatch', change.nameCheck) : 'nog niet gevraagd'}</dd>
        <dt>Gevraagd op</dt><dd>${moment(change.askedAt)}</dd>
        ${change.accepted
          ? html`<dt>Aanvaard</dt><dd>${moment(change.accepted.at)}, ${officer(change.accepted.officer)}</dd>
              <dt>Reden</dt><dd>${word('registryReason', change.accepted.reasonCode)}. ${words ?? ''}</dd>`
          : nothing}
      </dl>
      ${change.blocked
        ? html`<h2>Wat u kunt doen</h2>
            <p>
              Vraag na waarom de rekening op een andere naam staat, bijvoorbeeld die van de vennootschap. Bel de begeleider op een nummer dat u al
              kende.
            </p>
            ${this.tasks([{ task: 'accept', label: 'Aanvaard de rekening' }])}
            ${this.form({
              task: 'accept',
              title: 'Rekening op een andere naam aanvaarden',
              submit: 'Aanvaard',
              said: 'Aanvaard. De begeleider kan de rekening nu bevestigen.',
              send: (because) => this.api.post(`${this.path}/acceptance`, because),
              fields: reason(this, { words: 'registryReason', codes: this.reasons.inFavour, hint: 'Schrijf op wat u navroeg en bij wie.' }),
            })}`
        : nothing}`;
  }
}
customElements.define('officer-account-change', AccountChange);
