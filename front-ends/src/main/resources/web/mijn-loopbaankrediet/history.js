import { html, nothing } from 'lit';
import { Screen } from '../shared/screen.js';
import { day, hours, minutes, moment } from '../shared/format.js';
import { lookUp, nameOf } from './names.js';
import { date, maybe, tag } from './parts.js';
import { bookingWords, COMPLAINT_KIND, EVIDENCE, OUTCOME, REQUEST, SESSION, span } from './words.js';
import '../shared/timeline.js';

const SHOWN = 25;
const HALF_HOUR = 30;
const link = (path, text) => html`<a href="#/${path}">${text}</a>`;

/** What happened around each thing that is kept, as moments on one line. */
const MOMENTS = {
  requests: (each) => {
    const to = link(`recht/${each.request}`, 'Bekijk de aanvraag');
    const [word, kind] = REQUEST[each.status];
    return [
      { when: each.requestedOn, at: day(each.requestedOn), title: 'U vroeg uw recht aan', text: to },
      each.decidedAt && { when: each.decidedAt, title: `Wat nu geldt: ${word.toLowerCase()}`, text: html`${each.explanation.text} ${to}`, kind },
      ...each.evidence.map((sent) => ({ when: sent.sentAt, title: `U stuurde een bewijs: ${(EVIDENCE[sent.kind] ?? sent.kind).toLowerCase()}`, text: to })),
      ...each.objections.map((filed) => ({ when: filed.filedAt, title: 'U diende bezwaar in', text: html`${filed.text} ${to}` })),
      ...each.reviews.map((review) => ({ when: review.decidedAt, title: review.text, text: html`${review.reason} ${to}` })),
      ...each.revisions.map((revision) => ({ when: revision.revisedAt, title: revision.text, text: to })),
    ];
  },
  bookings: (each) => {
    const [word] = bookingWords(each);
    const text = html`Bij ${nameOf(each.counsellorId)}. Nu: ${word.toLowerCase()}. ${link(`boekingen/${each.booking}`, 'Bekijk de boeking')}`;
    return [
      { when: each.reservedAt, title: `U reserveerde een blok van ${hours(each.hours)}`, text },
      each.bookedAt && { when: each.bookedAt, title: 'Uw blok werd geboekt', text, kind: 'good' },
    ];
  },
  blocks: (each) => {
    const text = link(`boekingen/${each.booking}`, 'Bekijk het blok');
    return [
      each.agreement?.acceptedAt && { when: each.agreement.acceptedAt, title: 'U ging akkoord met de afspraken', text },
      each.plan && { when: each.plan.handedOverAt, title: 'Uw begeleider gaf u uw ontwikkelplan', text },
      each.plan?.attestedAt && { when: each.plan.attestedAt, title: 'U bevestigde dat u uw plan hebt', text },
      each.completedAt && { when: each.completedAt, title: 'De begeleiding werd afgerond', text, kind: 'good' },
      each.surveyAnsweredAt && { when: each.surveyAnsweredAt, title: 'U beantwoordde de vragen over de begeleiding', text },
    ];
  },
  sessions: (each) => {
    const text = html`${span(each)}, ${minutes(each.halfHours * HALF_HOUR)}. ${link(`gesprekken/${each.session}`, 'Bekijk het gesprek')}`;
    const [word, kind] = SESSION[each.status];
    const title = each.silent ? 'Het gesprek telde als bevestigd, want er kwam geen antwoord' : `Het gesprek: ${word.toLowerCase()}`;
    return [
      { when: each.registeredAt, title: 'Uw begeleider registreerde een gesprek', text },
      each.answeredAt && { when: each.answeredAt, title, text, kind },
    ];
  },
  complaints: (each) => {
    const { decision } = each;
    const text = link(`klachten/${each.complaint}`, 'Bekijk de klacht');
    return [
      { when: each.filedAt, title: `U diende een klacht in: ${COMPLAINT_KIND[each.kind].toLowerCase()}`, text },
      each.answeredAt && { when: each.answeredAt, title: 'Uw begeleider antwoordde op uw klacht', text },
      decision && { when: decision.decidedAt, title: OUTCOME[decision.outcome], text: html`${decision.reason} ${text}`, kind: 'good' },
    ];
  },
};

const LISTS = {
  requests: 'eligibility/v1/me/requests',
  bookings: 'wallet/v1/me/bookings',
  blocks: 'session-claims/v1/me/blocks',
  sessions: 'session-claims/v1/me/sessions',
  complaints: 'session-claims/v1/me/complaints',
};

/** Everything that was ever decided, on one line, and how it stood on a day. */
class History extends Screen {
  static properties = { shown: { state: true } };

  constructor() {
    super();
    this.shown = SHOWN;
  }

  get heading() {
    return 'Alles wat ooit over mij beslist is';
  }

  async load({ dag }) {
    const names = Object.keys(LISTS);
    const lists = Promise.all(names.map((name) => maybe(this.api.get(LISTS[name], { limit: 100 }))));
    const [answers, then] = await Promise.all([lists, dag ? this.asOf(dag) : undefined]);
    await maybe(lookUp(this.api, answers.flatMap((answer) => answer?.bookings ?? []).map((each) => each.counsellorId)));
    const items = names
      .flatMap((name, index) => (answers[index]?.[name] ?? []).flatMap(MOMENTS[name]))
      .filter(Boolean)
      .sort((a, b) => b.when.localeCompare(a.when))
      .map((item) => ({ at: moment(item.when), ...item }));
    return { items, then, silent: answers.includes(null), more: answers.some((answer) => answer?.next) };
  }

  async asOf(dag) {
    const [wallet, asked] = await Promise.all([
      this.api.get('wallet/v1/me', { asOf: dag }),
      this.api.get('eligibility/v1/me/requests', { asOf: dag, limit: 1 }),
    ]);
    return { wallet, request: asked.requests[0] };
  }

  content({ items, then, silent, more }) {
    const { dag } = this.params;
    return html`
      <p><a href="#/gegevens">Terug naar mijn gegevens</a></p>
      <h2>Hoe stond het op een bepaalde dag?</h2>
      <form @submit=${(event) => (event.preventDefault(), (location.hash = `#/gegevens/geschiedenis?dag=${event.target.elements.asOf.value}`))}>
        ${this.field('asOf', 'Dag', date(dag, true))}
        <p><button type="submit" class="quiet">Toon die dag</button></p>
      </form>
      ${then ? this.onDay(dag, then) : nothing}
      <h2>Alles op een rij</h2>
      ${silent ? html`<div class="notice warn">Een deel van uw geschiedenis is nu niet te zien. Kijk over enkele minuten opnieuw.</div>` : nothing}
      ${items.length
        ? html`<lk-timeline label="Wat er gebeurde, het laatste eerst" .items=${items.slice(0, this.shown)}></lk-timeline>
            ${items.length > this.shown
              ? html`<p><button type="button" class="quiet" @click=${() => (this.shown += SHOWN)}>Toon meer</button></p>`
              : nothing}
            ${more && items.length <= this.shown
              ? html`<p>
                  Wat ouder is, vindt u bij <a href="#/recht">mijn recht</a>, <a href="#/boekingen">mijn boekingen</a>,
                  <a href="#/gesprekken">mijn gesprekken</a> en <a href="#/klachten">mijn klachten</a>.
                </p>`
              : nothing}`
        : html`<p>Er is nog niets over u beslist. Hier komt later alles wat u vraagt en wat er beslist wordt.</p>
            <p><a class="button" href="#/recht">Vraag mijn recht aan</a></p>`}
    `;
  }

  onDay(dag, { wallet, request }) {
    return html`<div class="card">
      <h3>Op het einde van ${day(dag)}</h3>
      ${wallet.granted > 0
        ? html`<p>
            In uw portefeuille: ${hours(wallet.granted)} in totaal, waarvan ${hours(wallet.used)} gebruikt, ${hours(wallet.reserved)} gereserveerd
            en ${hours(wallet.available)} over.
          </p>`
        : html`<p>Uw portefeuille was leeg.</p>`}
      ${request
        ? html`<p>${tag(REQUEST, request.status)} <a href="#/recht/${request.request}?dag=${dag}">Bekijk uw aanvraag zoals ze toen was</a></p>`
        : html`<p>U had nog niets aangevraagd.</p>`}
    </div>`;
  }
}
customElements.define('citizen-history', History);
