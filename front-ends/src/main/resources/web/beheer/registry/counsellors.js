import { html, nothing } from 'lit';
import { day, money } from '../../shared/format.js';
import { Paged } from '../../shared/paged.js';
import { Desk } from '../desk.js';
import { choices, chosen, input, readBy, select } from '../fields.js';
import { dossier, short } from '../links.js';
import { ListScreen, listed, table } from '../list.js';
import { reason } from '../reason.js';
import { WORDS, list, tag, word } from '../words.js';
import { reasons } from './parts.js';
import { sanctionColumns } from './sanctions.js';

/** Everybody who is or was registered. */
class Counsellors extends ListScreen {
  place = '/begeleiders';
  source = { path: 'provider-registry/v1/counsellors', key: 'counsellors' };
  filters = [
    { name: 'name', label: 'Naam of een deel ervan' },
    { name: 'status', label: 'Stand', words: 'counsellor', codes: ['REGISTERED', 'SUSPENDED', 'WITHDRAWN'] },
    { name: 'route', label: 'Route', words: 'route' },
  ];
  caption = 'Loopbaanbegeleiders';
  empty = 'Er is niemand met deze keuze. Kandidaten staan onder Kandidaten tot ze geregistreerd zijn.';
  columns = [
    { label: 'Naam', cell: ({ counsellor, name }) => html`<a href="#/begeleiders/${counsellor}">${name}</a>` },
    { label: 'Stand', cell: ({ status }) => tag('counsellor', status) },
    { label: 'Route', cell: ({ route }) => word('route', route) },
    { label: 'Geregistreerd', cell: ({ registeredOn }) => day(registeredOn) },
    { label: 'Stopt vanaf', cell: ({ leftFrom }) => day(leftFrom) },
  ];

  get heading() {
    return 'Begeleiders';
  }

  intro() {
    return html`<p><a class="button quiet" href="#/begeleiders/nieuw">Voer een begeleider in</a></p>`;
  }
}
customElements.define('officer-counsellors', Counsellors);

/** One counsellor: where the registration stands, sanctions, VAT, and what an officer does about it. */
class Counsellor extends Desk {
  get heading() {
    return this.data?.file.name ?? `Begeleider ${short(this.params.counsellor)}`;
  }

  get path() {
    return `provider-registry/v1/counsellors/${this.params.counsellor}`;
  }

  async load({ counsellor }) {
    this.reasons = await reasons(this.api);
    const path = `provider-registry/v1/counsellors/${counsellor}`;
    const sanctions = new Paged(this, `${path}/sanctions`, 'sanctions');
    const asked = [this.api.get(path), this.api.get(`${path}/vat-regime`), sanctions.load()];
    const [file, vat] = await Promise.all(asked);
    return { file, vat, sanctions };
  }

  content({ file, vat, sanctions }) {
    return html`<p>${tag('counsellor', file.status)} ${word('route', file.route)}</p>
      <dl>
        <dt>Geregistreerd</dt><dd>${file.registeredOn ? `sinds ${day(file.registeredOn)}` : 'nog niet'}</dd>
        <dt>Bewijzen</dt><dd>${list('proof', file.proofs) || 'nog geen'}</dd>
        ${file.missing.length ? html`<dt>Ontbreekt nog</dt><dd>${list('requirement', file.missing)}</dd>` : nothing}
        <dt>Btw vandaag</dt><dd>${word('vat', file.vatLiable)}</dd>
        <dt>Eerste rekening</dt><dd>${file.accountNameCheck ? tag('nameMatch', file.accountNameCheck) : 'de bank zei nog niets'}</dd>
        <dt>Kenmerk</dt><dd>${file.counsellor}</dd>
      </dl>
      <ul>
        <li>${dossier('begeleider', file.counsellor, 'Geschiedenis')}</li>
        <li><a href="#/klachten?status=&counsellor=${file.counsellor}">Klachten</a></li>
        <li><a href="#/toezicht?status=&counsellor=${file.counsellor}">Steekproeven en signalen</a></li>
        <li><a href="#/geld/terugvorderingen?counsellor=${file.counsellor}">Terugvorderingen</a></li>
        <li><a href="#/tevredenheid/${file.counsellor}">Tevredenheid van burgers</a></li>
      </ul>
      ${this.commands()}
      <h2>Sancties</h2>
      ${listed(sanctions, 'Sancties, de oudste eerst', sanctionColumns(this, false), 'Er waren nog geen sancties.')}
      <h2>Btw</h2>
      <dl>
        <dt>Uitbetaald in ${vat.year}</dt><dd>${money(vat.turnoverCents)} zonder btw</dd>
        <dt>Drempel</dt><dd>${money(vat.thresholdCents)}${vat.warnedPercent ? `, gewaarschuwd bij ${vat.warnedPercent} %` : ''}</dd>
      </dl>
      ${vat.periods.length
        ? table('Btw-regeling', [
            { label: 'Van', cell: ({ from }) => day(from) },
            { label: 'Tot en met', cell: ({ until }) => (until ? day(until) : 'loopt nog') },
            { label: 'Regeling', cell: ({ vatLiable }) => word('vat', vatLiable) },
          ], vat.periods)
        : nothing}`;
  }

  commands() {
    const because = { words: 'registryReason', ...readBy('de begeleider') };
    return html`<h2>Wat u kunt doen</h2>
      ${this.tasks([
        { task: 'sanction', label: 'Kondig een sanctie aan', kind: 'quiet' },
        { task: 'renewal', label: 'Vraag bewijzen opnieuw', kind: 'quiet' },
        { task: 'vat', label: 'Verander de btw-regeling', kind: 'quiet' },
        { task: 'proofs', label: 'Voeg bewijzen toe', kind: 'quiet' },
      ])}
      ${this.form({
        task: 'sanction',
        title: 'Sanctie',
        submit: 'Geef of kondig aan',
        said: 'De begeleider krijgt bericht. De sanctie staat hieronder.',
        send: (words) => this.api.post(`${this.path}/sanctions`, words),
        fields: html`<p>Een waarschuwing geldt meteen. Op een schorsing of intrekking kan de begeleider eerst antwoorden.</p>
          ${select(this, 'kind', 'Soort', 'sanctionKind', { any: 'Kies een soort' })} ${reason(this, { ...because, codes: this.reasons.against })}`,
      })}
      ${this.form({
        task: 'renewal',
        title: 'Bewijzen opnieuw vragen',
        submit: 'Vraag dit',
        said: 'Gevraagd. De begeleider krijgt bericht en blijft geregistreerd.',
        send: (words, form) => this.api.post(`${this.path}/renewals`, { ...words, proofs: chosen(form, 'proofs') }),
        fields: html`${choices(this, 'proofs', 'Welke bewijzen?', WORDS.proof)}
          ${input(this, 'by', 'Tegen welke dag?', { type: 'date' })} ${reason(this, { ...because, codes: this.reasons.renewal })}`,
      })}
      ${this.form({
        task: 'vat',
        title: 'Btw-regeling veranderen',
        submit: 'Noteer',
        said: 'De regeling is genoteerd.',
        send: ({ vatLiable, from }) => this.api.put(`${this.path}/vat-regime`, { vatLiable: vatLiable === 'true', from }),
        fields: html`${select(this, 'vatLiable', 'Regeling', 'vat', { any: 'Kies een regeling' })} ${input(this, 'from', 'Eerste dag', { type: 'date' })}`,
      })}
      ${this.form({
        task: 'proofs',
        title: 'Bewijzen toevoegen',
        submit: 'Voeg toe',
        said: 'De bewijzen staan in het dossier.',
        send: (_, form) => this.api.put(`${this.path}/proofs`, { proofs: chosen(form, 'proofs') }),
        fields: choices(this, 'proofs', 'Welke bewijzen zag u?', WORDS.proof),
      })}`;
  }
}
customElements.define('officer-counsellor', Counsellor);
