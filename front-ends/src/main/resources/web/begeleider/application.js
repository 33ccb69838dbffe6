import { html, nothing } from 'lit';
import { values } from '../shared/screen.js';
import { day, moment } from '../shared/format.js';
import { look } from './look.js';
import { offer, offered } from './offer.js';
import { addressLines, addressOf, choices, CounsellorScreen, documentForm, documents, line, waiting } from './parts.js';
import { list, small, tag, word, WORDS } from './words.js';

const PATH = 'provider-registry/v1/me/application';

/** Applying to become a counsellor, and what is missing for which route. */
class Application extends CounsellorScreen {
  static properties = { listed: { state: true } };
  static styles = look;

  get heading() {
    return 'Mijn aanvraag';
  }

  async load() {
    const none = (problem) => {
      if (problem.status !== 404) throw problem;
    };
    const [me, application, { routes: ways }] = await Promise.all([
      this.api.get('provider-registry/v1/me').catch(none),
      this.api.get(PATH).catch(none),
      this.api.get('provider-registry/v1/rules'),
    ]);
    const needed = !application || application.status === 'REFUSED' || application.diploma;
    if (needed && !this.diplomas) this.diplomas = (await this.api.get('provider-registry/v1/diplomas', { limit: 100 })).diplomas;
    if (application?.status === 'REFUSED' && !this.told) this.told = await this.earlier();
    this.watch(application?.status === 'SUBMITTED' && application.enterprise === 'WAITING');
    return { me, application, ways };
  }

  /** What somebody told before, so that it need not be filled in again. */
  async earlier() {
    const [{ profile }, { address }] = await Promise.all(['profile', 'contact'].map((what) => this.api.get(`provider-registry/v1/me/${what}`)));
    return { profile, address };
  }

  content({ me, application, ways }) {
    if (!application && me) {
      return html`<p>Een medewerker opende uw dossier voor u. U hoeft geen aanvraag in te dienen.</p>
        <p><a class="button" href="#/dossier">Bekijk uw dossier</a></p>`;
    }
    if (!application) return html`<p class="lead">Vraag hier aan om geregistreerd te worden als loopbaanbegeleider.</p>${routes(ways)}${this.form()}`;
    return html`${this.standing(application)}
      ${application.status === 'REFUSED' ? html`<h2>Opnieuw aanvragen</h2>${routes(ways)}${this.form(application)}` : nothing}`;
  }

  standing(it) {
    const open = it.status === 'SUBMITTED' || it.status === 'MORE_ASKED';
    return html`
      <p>${tag('application', it.status)}</p>
      ${it.status === 'APPROVED' ? html`<p>U bent geregistreerd. <a href="#/dossier">Bekijk uw dossier</a></p>` : nothing}
      ${it.status === 'REFUSED'
        ? html`<div class="notice bad">
            <p><strong>Uw aanvraag is geweigerd: ${small('reason', it.decision?.reasonCode)}</strong></p>
            ${it.refusedBecause ? html`<p class="words">${it.refusedBecause}</p>` : nothing}
          </div>`
        : nothing}
      ${it.asked.length
        ? html`<div class="notice warn">
            <p><strong>Wij vragen u nog: ${list('proof', it.asked)}</strong></p>
            ${it.askedBecause ? html`<p class="words">${it.askedBecause}</p>` : nothing}
          </div>`
        : nothing}
      ${open ? this.missing(it) : nothing}
      <h2>Wat u instuurde</h2>
      <dl>
        <dt>Naam</dt><dd>${it.name}</dd>
        <dt>E-mailadres</dt><dd>${it.email}</dd>
        <dt>Route</dt><dd>${word('route', it.route)}</dd>
        ${it.activeSince ? html`<dt>Actief sinds</dt><dd>${day(it.activeSince)}</dd>` : nothing}
        ${it.diploma ? html`<dt>Diploma</dt><dd>${this.diplomas.find((each) => each.code === it.diploma)?.name ?? it.diploma}</dd>` : nothing}
        <dt>Btw</dt><dd>${it.vatLiable ? 'Btw-plichtig' : 'Vrijgesteld van btw'}</dd>
        ${it.enterprise ? html`<dt>Onderneming</dt><dd>${tag('enterprise', it.enterprise)}</dd>` : nothing}
        ${it.accountNameCheck
          ? html`<dt>Rekening</dt>
              <dd>${tag('nameMatch', it.accountNameCheck)} ${it.accountNameCheck === 'NO_MATCH' ? 'Een medewerker kijkt dit na.' : nothing}</dd>`
          : nothing}
      </dl>
      <h3>Documenten</h3>
      ${documents(it.documents, (kind) => word('proof', kind), moment)}
      ${open
        ? html`<h2>Document insturen</h2>
            ${documentForm(this, WORDS.proof, it.asked[0] ?? proof(it.missing), (kind) => `${PATH}/documents?kind=${kind}`)}`
        : nothing}`;
  }

  missing(it) {
    return html`<h2>Wat nog ontbreekt</h2>
      <p>U volgt <strong>${word('route', it.route).toLowerCase()}</strong>.</p>
      ${it.missing.length
        ? html`<ul>${it.missing.map((each) => html`<li>${word('requirement', each)}</li>`)}</ul>`
        : html`<p>Er ontbreekt niets meer. Een medewerker kijkt uw aanvraag na.</p>`}
      ${it.enterprise === 'WAITING'
        ? waiting('Wij zoeken uw onderneming op in de Kruispuntbank van Ondernemingen. Dit scherm kijkt zelf na of er een antwoord is.')
        : nothing}
      ${it.enterprise === 'STOPPED' || it.enterprise === 'UNKNOWN'
        ? html`<p>Breng uw gegevens in de Kruispuntbank van Ondernemingen in orde, en laat ons daarna opnieuw kijken.</p>
            ${this.button('enterprise', 'Kijk opnieuw', () => this.lookUp(), 'quiet')}`
        : nothing}`;
  }

  lookUp() {
    return this.act('enterprise', () => this.api.post(`${PATH}/enterprise-check`, {}), 'Wij zoeken uw onderneming opnieuw op.');
  }

  form(before = {}) {
    const active = 'Vul uw eerste dag in. Laat dit leeg als u er nooit actief was. Deze dag bepaalt uw route.';
    const own = 'Op deze rekening betalen wij u. Ze moet op uw naam of die van uw onderneming staan.';
    return html`<form novalidate @submit=${(event) => this.apply(event)}>
      <h2>Uw ervaring en bewijzen</h2>
      ${line(this, 'activeSince', 'Sinds wanneer begeleidt u onder de loopbaancheques? (niet verplicht)', {
        hint: active,
        type: 'date',
        value: before.activeSince,
      })}
      ${choices(this, {
        name: 'proofs',
        legend: 'Welke bewijzen kunt u insturen?',
        hint: 'Na het indienen kunt u de documenten insturen.',
        words: WORDS.proof,
        chosen: before.claimed,
        change: (event) => this.list(event),
      })}
      ${this.listed || before.claimed?.includes('LISTED_DIPLOMA')
        ? this.field(
            'diploma',
            'Uw diploma',
            ({ id, describedBy, invalid }) => html`<select id=${id} name="diploma" aria-describedby=${describedBy} aria-invalid=${invalid}>
              <option value="">Kies uw diploma</option>
              ${this.diplomas.map((each) => html`<option value=${each.code} ?selected=${each.code === before.diploma}>${each.name}</option>`)}
            </select>`,
            'De ministeriële lijst van vandaag.',
          )
        : nothing}
      <h2>Uzelf en uw onderneming</h2>
      ${line(this, 'name', 'Naam', { hint: 'Zo kennen burgers u in de zoekrobot.', value: before.name ?? this.who?.name, autocomplete: 'name' })}
      ${line(this, 'email', 'E-mailadres', { type: 'email', value: before.email, autocomplete: 'email' })}
      ${line(this, 'iban', 'Rekeningnummer (IBAN)', { hint: own })}
      ${choices(this, { name: 'vatLiable', legend: 'Btw', words: WORDS.regime, type: 'radio', chosen: [String(before.vatLiable)] })}
      <h3>Adres van uw onderneming (niet verplicht)</h3>
      <p>Dit adres komt op uw betaaloverzicht.</p>
      ${addressLines(this, this.told?.address)}
      <h2>Uw profiel in de zoekrobot</h2>
      ${offer(this, this.told?.profile)}
      ${this.busy === 'apply' ? waiting('Uw aanvraag wordt ingediend.') : nothing}
      ${this.submit('apply', 'Dien de aanvraag in')}
    </form>`;
  }

  list(event) {
    if (event.target.value === 'LISTED_DIPLOMA') this.listed = event.target.checked;
  }

  async apply(event) {
    event.preventDefault();
    const form = event.target;
    const filled = values(form);
    const body = {
      name: filled.name,
      email: filled.email,
      iban: filled.iban,
      vatLiable: filled.vatLiable === undefined ? undefined : filled.vatLiable === 'true',
      activeSince: filled.activeSince,
      proofs: new FormData(form).getAll('proofs'),
      diploma: filled.diploma,
      address: addressOf(filled),
      ...offered(form),
    };
    await this.act('apply', () => this.api.post(PATH, body), 'Uw aanvraag is ingediend. Hieronder ziet u wat nog ontbreekt.');
  }
}
customElements.define('counsellor-application', Application);

/** The first document that shows something of what is missing. */
function proof(missing) {
  return missing.map((each) => (each === 'EQUIVALENCE_OR_QUALIFICATION' ? 'EQUIVALENCE' : each)).find((each) => WORDS.proof[each]);
}

/** What each route asks, in words; which one somebody takes is decided by the service. */
function routes(ways) {
  const everyone = ways[0].requirements.filter((each) => ways.every(({ requirements }) => requirements.includes(each)));
  return html`<details>
    <summary>Welke bewijzen hebt u nodig?</summary>
    <ul class="rows">
      ${ways.map(
        (way) => html`<li class="card">
          <strong>${word('route', way.route)}</strong>
          <p>${since(way)}</p>
          <ul>${way.requirements.filter((each) => !everyone.includes(each)).map((each) => html`<li>${word('requirement', each)}</li>`)}</ul>
        </li>`,
      )}
    </ul>
    <p>Iedereen toont ook:</p>
    <ul>${everyone.map((each) => html`<li>${word('requirement', each)}</li>`)}</ul>
    <p>Een kwaliteitslabel vragen wij niet.</p>
  </details>`;
}

function since({ activeFrom, activeUntil }) {
  if (!activeFrom) return `U was ten laatste op ${day(activeUntil)} actief onder de loopbaancheques.`;
  if (!activeUntil) return `U bent nieuw, of werd pas vanaf ${day(activeFrom)} actief.`;
  return `U werd actief tussen ${day(activeFrom)} en ${day(activeUntil)}.`;
}
