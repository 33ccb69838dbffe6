import { html, nothing } from 'lit';
import { day, hours, moment, money, number } from '../../shared/format.js';
import { values } from '../../shared/screen.js';
import { Desk } from '../desk.js';
import { readBy } from '../fields.js';
import { dossier, officer, saved, short } from '../links.js';
import { table } from '../list.js';
import { reason } from '../reason.js';
import { list, tag, word } from '../words.js';
import { found, foundFields } from './found.js';
import { experience, facts, findings, outlook, price } from './outlook.js';

const RECOGNISED = html`<span class="tag">Erkend door een medewerker</span>`;

/** A request with all that was sent, said and decided about it, and the decision of an officer. */
class Request extends Desk {
  static properties = { rows: { state: true }, preview: { state: true }, ssin: { state: true } };

  constructor() {
    super();
    this.rows = 0;
  }

  get heading() {
    return `Aanvraag ${short(this.params.request)}`;
  }

  get path() {
    return `eligibility/v1/requests/${this.params.request}`;
  }

  load({ request }) {
    if (this.data?.request.request !== request) [this.preview, this.ssin] = [undefined, undefined];
    return this.api.get(`eligibility/v1/requests/${request}`);
  }

  open(task) {
    [this.preview, this.rows] = [undefined, 0];
    return super.open(task);
  }

  action(name) {
    return this.data.actions.find(({ action }) => action === name);
  }

  identify() {
    return this.act('identity', async () => {
      ({ ssin: this.ssin } = await this.api.get(`eligibility/v1/citizens/${this.data.citizen}/identity`));
    }, 'Het nummer staat bij Burger. Dat u keek, is genoteerd.');
  }

  async showPreview() {
    const wrong = this.renderRoot.querySelector('.found :is(input, select):invalid');
    if (wrong) return void wrong.reportValidity();
    const form = this.renderRoot.querySelector('form.task');
    [this.busy, this.failed, this.done] = ['preview', undefined, ''];
    try {
      this.preview = await this.api.post(`${this.path}/decision-preview`, found(values(form), this.rows));
    } catch (problem) {
      this.failed = problem;
    } finally {
      this.busy = '';
    }
    await this.updateComplete;
    this.renderRoot.querySelector('#preview')?.focus();
  }

  content(data) {
    const { request } = data;
    return html`<p>${tag('request', request.status)}</p>
      <dl>
        <dt>Gevraagd</dt><dd>${day(request.requestedOn)}</dd>
        <dt>Beslist</dt><dd>${request.decidedAt ? moment(request.decidedAt) : 'nog niet'}</dd>
        <dt>Burger</dt>
        <dd>${dossier('burger', data.citizen)}${this.ssin ? html`, rijksregisternummer <strong>${this.ssin}</strong>` : nothing}</dd>
        <dt>Kenmerk</dt><dd>${request.request}</dd>
      </dl>
      ${this.ssin ? nothing : html`<p>${this.button('identity', 'Toon het rijksregisternummer', () => this.identify(), 'quiet')}</p>`}
      ${data.proposal ? this.proposal(data.proposal) : nothing}
      ${data.correction
        ? html`<div class="notice warn"><h2>De bronnen zeggen nu iets anders</h2>
            <p>${word('decisionReason', data.correction.reasonCode)}, sinds ${moment(data.correction.noticedAt)}.</p>
            <p>Er verandert niets tot iemand beslist.</p>
            ${outlook(data.correction.outlook)}</div>`
        : nothing}
      ${this.commands()} ${this.decision(request)} ${this.sent(data)} ${this.sources(data)} ${this.decided(request)} ${this.others(data)}`;
  }

  commands() {
    const [decide, ask] = [this.action('DECIDE'), this.action('RE_ASK')];
    return html`<h2>Wat u kunt doen</h2>
      ${this.tasks([
        { task: 'decide', label: 'Beslis', why: decide?.possible ? '' : (decide?.why ?? 'kan nu niet') },
        {
          task: 'ask', label: 'Vraag de bronnen opnieuw', kind: 'quiet', why: ask?.possible ? '' : ask?.why,
          go: () => this.act('ask', () => this.api.post(`${this.path}/re-ask`), 'De bronnen zijn opnieuw gevraagd. Zie wat ze nu zeggen.'),
        },
      ])}
      ${this.form({
        task: 'decide',
        title: 'Beslissen',
        submit: 'Beslis',
        said: 'Uw beslissing is genoteerd. Hieronder staat wat er nu geldt.',
        send: ({ reasonCode, reason: why, ...rest }) =>
          this.api.post(`${this.path}/decision`, { findings: found(rest, this.rows), reasonCode, reason: why }),
        fields: html`<p>
            De regels beslissen opnieuw, met wat u hier invult. Uren en prijs vult u nooit zelf in. Wie een bron tegenspreekt, doet een voorstel:
            dan bevestigt een collega.
          </p>
          <div class="found">${foundFields(this, this.rows, (rows) => (this.rows = rows))}</div>
          <p>${this.button('preview', 'Bekijk wat dit verandert', () => this.showPreview(), 'quiet')}</p>
          <div id="preview" tabindex="-1" aria-live="polite">${this.preview ? this.previewed(this.preview) : nothing}</div>
          ${reason(this, { words: 'decisionReason', ...readBy('de burger') })}`,
      })}`;
  }

  previewed({ outlook: seen, secondOfficerNeeded }) {
    return html`<div class="notice">
      <h3>Wat de regels dan zeggen</h3>
      ${outlook(seen)}
      <p>${secondOfficerNeeded ? 'Dit spreekt een bron tegen: een collega moet bevestigen.' : 'Uw beslissing geldt meteen.'}</p>
    </div>`;
  }

  proposal(proposed) {
    const [confirm, reject] = [this.action('CONFIRM'), this.action('REJECT')];
    return html`<section class="notice warn">
        <h2>Een voorstel wacht op een tweede medewerker</h2>
        <p>Voorgesteld door ${officer(proposed.officer)} op ${moment(proposed.proposedAt)}.</p>
        <p>Reden: ${word('decisionReason', proposed.reasonCode)}.</p>
        ${proposed.reason ? html`<p>${proposed.reason}</p>` : nothing}
        ${findings(proposed.findings)} ${outlook(proposed.outlook)}
        ${this.tasks([
          { task: 'confirm', label: 'Bevestig', why: confirm?.possible ? '' : confirm?.why },
          { task: 'reject', label: 'Wijs af', kind: 'quiet', why: reject?.possible ? '' : reject?.why },
        ])}
      </section>
      ${this.form({
        task: 'confirm',
        title: 'Voorstel bevestigen',
        submit: 'Bevestig',
        said: 'Bevestigd. De beslissing geldt nu.',
        send: () => this.api.post(`${this.path}/decision/confirmation`, { review: proposed.review }),
        fields: html`<p>U hebt de stukken zelf bekeken en bent het eens met het voorstel.</p>`,
      })}
      ${this.form({
        task: 'reject',
        title: 'Voorstel afwijzen',
        submit: 'Wijs af',
        said: 'Afgewezen. Wat wachtte, wacht opnieuw.',
        send: ({ reasonCode }) => this.api.post(`${this.path}/decision/rejection`, { review: proposed.review, reasonCode }),
        fields: reason(this, { words: 'decisionReason', text: null }),
      })}`;
  }

  decision(request) {
    return html`<h2>De beslissing</h2>
      ${request.explanation
        ? html`<p class="soft">Zo leest de burger het:</p><blockquote>${request.explanation.text}</blockquote>`
        : html`<p>Er is nog niet beslist.</p>`}
      <dl>
        ${request.status === 'ENTITLED' ? html`<dt>Uren</dt><dd>${price(request)}</dd>` : nothing}
        ${request.requiredDays ? html`<dt>Werkervaring</dt><dd>${experience(request)}</dd>` : nothing}
        ${request.failed?.length ? html`<dt>Niet voldaan</dt><dd>${list('condition', request.failed)}</dd>` : nothing}
        ${request.educationLevel ? html`<dt>Opleiding</dt><dd>${word('education', request.educationLevel)}</dd>` : nothing}
        ${request.ruleVersion ? html`<dt>Regels</dt><dd>${request.ruleVersion}</dd>` : nothing}
        ${request.review?.waitingFor?.length ? html`<dt>Wacht op ons</dt><dd>${list('workKind', request.review.waitingFor)}</dd>` : nothing}
      </dl>`;
  }

  sent({ request }) {
    return html`<h2>Wat de burger stuurde en zei</h2>
      ${request.evidence?.length
        ? table('Bewijzen', [
            { label: 'Bewijs', cell: ({ kind }) => word('evidenceKind', kind) },
            { label: 'Van', cell: ({ from }) => day(from) },
            { label: 'Tot en met', cell: ({ to }) => day(to) },
            { label: 'Gestuurd op', cell: ({ sentAt }) => moment(sentAt) },
            { label: 'Bestand', cell: (one) => saved(this.api.address(`${this.path}/evidence/${one.evidence}`), word('evidenceKind', one.kind)) },
          ], request.evidence)
        : html`<p>De burger stuurde geen bewijzen.</p>`}
      ${request.objections?.length
        ? request.objections.map(({ filedAt, text = 'De tekst is niet meer bewaard.' }) => html`<h3>Bezwaar van ${moment(filedAt)}</h3><p>${text}</p>`)
        : html`<p>De burger diende geen bezwaar in.</p>`}`;
  }

  sources({ request, facts: said, findings: before }) {
    const { periods = [], sources = [] } = request.explanation ?? {};
    const more = findings(before);
    return html`<h2>Wat de bronnen zeggen</h2>
      ${periods.length
        ? table('Periodes', [
            { label: 'Periode', cell: ({ kind }) => word('periodKind', kind) },
            { label: 'Van', cell: ({ from }) => day(from) },
            { label: 'Tot en met', cell: ({ to }) => (to ? day(to) : 'loopt nog') },
            { label: 'Dagen erbij', number: true, cell: ({ countedDays }) => number(countedDays) },
            { label: 'Samen', number: true, cell: ({ totalDays }) => number(totalDays) },
            { label: 'Telt mee?', cell: ({ weight, recognised }) => html`${tag('weight', weight)} ${recognised ? RECOGNISED : nothing}` },
          ], periods)
        : nothing}
      ${said ? facts(said) : html`<p>De bronnen gaven nog geen antwoord.</p>`}
      ${more === nothing ? nothing : html`<h3>Wat medewerkers vroeger vaststelden</h3>${more}`}
      ${sources.length
        ? html`<details><summary>Welke bron zei wat</summary><ul>${sources.map(({ text }) => html`<li>${text}</li>`)}</ul></details>`
        : nothing}`;
  }

  decided({ reviews = [], revisions = [] }) {
    if (!reviews.length && !revisions.length) return nothing;
    return html`<h2>Wat medewerkers beslisten</h2>
      ${reviews.map((review) => html`<div class="card">
        <p>${tag('reviewOutcome', review.outcome)} ${moment(review.decidedAt)}, ${officer(review.officer)}</p>
        ${review.confirmedBy ? html`<p>Bevestigd door ${officer(review.confirmedBy)}.</p>` : nothing}
        <p>Reden: ${word('decisionReason', review.reasonCode)}. ${review.reason ?? ''}</p>
      </div>`)}
      ${revisions.length
        ? table('Hoe het recht veranderde', [
            { label: 'Wanneer', cell: ({ revisedAt }) => moment(revisedAt) },
            { label: 'Reden', cell: ({ reasonCode }) => word('decisionReason', reasonCode) },
            { label: 'Uren', number: true, cell: (revision) => hours(revision.hours) },
            { label: 'Per uur', number: true, cell: (revision) => money(revision.coPaymentPerHourCents) },
          ], revisions)
        : nothing}`;
  }

  others({ citizen, otherRequests }) {
    return html`<h2>Meer over deze burger</h2>
      <ul>
        <li>${dossier('burger', citizen, 'Geschiedenis van het recht en het krediet')}</li>
        ${otherRequests.map((other) => html`<li>
          <a href="#/aanvragen/${other.request}">Aanvraag van ${day(other.requestedOn)}</a> ${tag('request', other.status)}
        </li>`)}
      </ul>`;
  }
}
customElements.define('officer-request', Request);
