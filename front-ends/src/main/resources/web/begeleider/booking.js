import { html, nothing } from 'lit';
import { ask } from '../shared/dialog.js';
import { moment } from '../shared/format.js';
import '../shared/timeline.js';
import { look } from './look.js';
import { choices, CounsellorScreen } from './parts.js';
import { clock, period } from './time.js';
import { half, list, number, small, tag, word, WORDS } from './words.js';

/** One block: what is to do, its sessions, the agreement, the plan, the end of it, and payment of what is confirmed. */
class Booking extends CounsellorScreen {
  static styles = look;

  get heading() {
    return `Boeking ${number(this.params.booking)}`;
  }

  get path() {
    return `session-claims/v1/blocks/${this.params.booking}`;
  }

  async load() {
    const block = await this.api.get(this.path);
    const asked = new Set(block.sessions.map((session) => session.claim).filter(Boolean));
    const claims = await Promise.all([...asked].map((claim) => this.api.get(`session-claims/v1/claims/${claim}`)));
    return { block, refused: claims.filter((claim) => claim.status === 'REFUSED') };
  }

  content({ block, refused }) {
    const claimable = block.sessions.filter((session) => session.status === 'CONFIRMED' && !session.claim);
    return html`
      <p>${tag('block', block.status)}</p>
      <dl>
        <dt>Betaald op</dt><dd>${moment(block.paidAt)}</dd>
        <dt>Geboekt</dt><dd>${half(block.halfHours)}</dd>
        <dt>Bevestigd</dt><dd>${half(block.confirmedHalfHours)}</dd>
        <dt>Nog te registreren</dt><dd>${half(block.halfHoursLeft)}</dd>
        ${block.releasedHalfHours ? html`<dt>Terug naar de burger</dt><dd>${half(block.releasedHalfHours)}</dd>` : nothing}
      </dl>
      ${block.open.some((each) => each.what === 'SESSION')
        ? html`<p><a class="button" href="#/boekingen/${block.booking}/registreren">Gesprek registreren</a></p>`
        : nothing}
      ${this.todo(block)}
      <h2>Gesprekken</h2>
      ${block.sessions.length
        ? html`<ul class="rows">${block.sessions.map(
            (session) => html`<li class="card">
              <div class="head"><a href="#/gesprekken/${session.session}">${period(session)}</a>${tag('session', session.status)}</div>
              <p>${half(session.halfHours)}, ${small('mode', session.mode)}. ${list('theme', session.themes)}</p>
              ${refused.some((claim) => claim.claim === session.claim)
                ? html`<p>
                    <span class="tag bad">Niet betaald</span> <a href="#/uitbetalingen/${session.claim}">Lees waarom de aanvraag geweigerd is</a>
                  </p>`
                : nothing}
            </li>`,
          )}</ul>`
        : html`<p>Registreer hier elk gesprek van dit blok. U vraagt daarvoor de code van de burger.</p>`}
      ${claimable.length
        ? html`<div class="notice">
            <p>
              ${claimable.length === 1 ? 'Eén gesprek is' : `${claimable.length} gesprekken zijn`} bevestigd en nog niet aangevraagd. Een vol blok
              wordt vanzelf aangevraagd. U kunt ook nu al uitbetaling vragen.
            </p>
            ${this.button('claim', 'Vraag uitbetaling', () => this.claim())}
          </div>`
        : nothing}
      ${this.agreement(block)} ${this.plan(block)} ${this.completion(block)}
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${happened(block)}></lk-timeline>
      <p><a href="#/boekingen">Terug naar de boekingen</a></p>`;
  }

  todo(block) {
    const open = block.open.filter((each) => each.what !== 'SESSION_ANSWER');
    const answers = block.open.filter((each) => each.what === 'SESSION_ANSWER');
    if (!block.open.length) return nothing;
    return html`<h2>Wat nog te doen is</h2>
      <ul>
        ${answers.map((each) => html`<li>${word('todo', each.what)}. Zonder antwoord telt het als bevestigd op ${moment(each.before)}.</li>`)}
        ${open.map((each) => html`<li>${word('todo', each.what)}</li>`)}
      </ul>
      <p class="soft">Overeenkomst, plan en afronding zijn geen voorwaarde voor uw uitbetaling. Ze kunnen wel gecontroleerd worden.</p>`;
  }

  agreement(block) {
    const { agreement } = block;
    return html`<h2>Overeenkomst</h2>
      ${agreement
        ? html`<p>Deze begeleiding gaat over: ${list('theme', agreement.themes)}.</p>
            <p>${agreement.acceptedAt
              ? `De burger aanvaardde dit op ${moment(agreement.acceptedAt)}.`
              : 'De burger moet dit nog aanvaarden. Tot dan kunt u het wijzigen.'}</p>`
        : html`<p>Leg samen met de burger vast waarover de begeleiding gaat.</p>`}
      ${agreement?.acceptedAt || block.status === 'CANCELLED'
        ? nothing
        : html`<details>
            <summary>${agreement ? 'Wijzig de overeenkomst' : 'Leg de overeenkomst vast'}</summary>
            <form class="two" novalidate @submit=${(event) => this.agree(event)}>
              ${choices(this, { name: 'themes', legend: 'Thema’s', words: WORDS.theme, chosen: agreement?.themes })}
              ${this.submit('agreement', 'Bewaar de overeenkomst')}
            </form>
          </details>`}`;
  }

  plan(block) {
    const { plan } = block;
    return html`<h2>Persoonlijk ontwikkelplan</h2>
      ${plan
        ? html`<p>
            U meldde op ${moment(plan.handedOverAt)} dat de burger het plan kreeg.
            ${plan.attestedAt ? `De burger bevestigde dat op ${moment(plan.attestedAt)}.` : 'De burger moet dat nog bevestigen.'}
          </p>`
        : block.status === 'CANCELLED'
          ? html`<p>Er is geen plan gemeld.</p>`
          : html`<p>Meld hier dat de burger het plan van u kreeg. Het plan zelf stuurt u niet in: het is van de burger.</p>
              ${this.button('plan', 'De burger heeft het plan', () => this.handOver(), 'quiet')}`}`;
  }

  completion(block) {
    if (block.completedAt) return html`<h2>Afronding</h2><p>De begeleiding is afgerond op ${moment(block.completedAt)}.</p>`;
    if (block.status === 'CANCELLED') return nothing;
    return html`<h2>Afronding</h2>
      <p>Een vol blok wordt vanzelf afgerond. Stopt de begeleiding vroeger, rond ze dan hier af.</p>
      ${this.button('completion', 'Rond de begeleiding af', () => this.complete(), 'quiet')}`;
  }

  claim() {
    const said = html`Uw uitbetaling is aangevraagd. <a href="#/uitbetalingen">Volg ze bij uw uitbetalingen</a>`;
    return this.act('claim', () => this.api.post('session-claims/v1/claims', { booking: this.params.booking }), said);
  }

  handOver() {
    return this.act('plan', () => this.api.post(`${this.path}/plan`, {}), 'Wij noteerden dat de burger het plan kreeg.');
  }

  agree(event) {
    event.preventDefault();
    const themes = new FormData(event.target).getAll('themes');
    const said = 'De overeenkomst is bewaard. De burger kan ze nu aanvaarden.';
    return this.act('agreement', () => this.api.put(`${this.path}/agreement`, { themes }), said);
  }

  async complete() {
    const sure = await ask(this, {
      title: 'De begeleiding afronden?',
      text: html`<p>Daarna vragen wij de burger wat die van de begeleiding vond.</p>`,
      yes: 'Rond af',
    });
    if (sure) await this.act('completion', () => this.api.post(`${this.path}/completion`, {}), 'De begeleiding is afgerond.');
  }
}
customElements.define('counsellor-booking', Booking);

function happened(block) {
  const facts = [{ when: block.paidAt, title: 'De burger betaalde het blok' }];
  for (const session of block.sessions) {
    facts.push({ when: session.registeredAt, title: 'U registreerde een gesprek', text: period(session) });
    if (session.answeredAt && session.status !== 'REGISTERED') facts.push({ when: session.answeredAt, ...answered(session) });
  }
  if (block.agreement) {
    facts.push({ when: block.agreement.recordedAt, title: 'U legde de overeenkomst vast' });
    if (block.agreement.acceptedAt) facts.push({ when: block.agreement.acceptedAt, title: 'De burger aanvaardde de overeenkomst', kind: 'good' });
  }
  if (block.plan) {
    facts.push({ when: block.plan.handedOverAt, title: 'U meldde het persoonlijk ontwikkelplan' });
    if (block.plan.attestedAt) facts.push({ when: block.plan.attestedAt, title: 'De burger bevestigde het plan', kind: 'good' });
  }
  if (block.completedAt) facts.push({ when: block.completedAt, title: 'De begeleiding is afgerond', kind: 'good' });
  if (block.surveyAnsweredAt) facts.push({ when: block.surveyAnsweredAt, title: 'De burger beantwoordde de vragen over de begeleiding' });
  return facts.sort((one, other) => one.when.localeCompare(other.when)).map((fact) => ({ ...fact, at: moment(fact.when) }));
}

/** What became of a registered session, for a timeline. */
export function answered(session) {
  const text = `Gesprek van ${clock(session.startedAt)} tot ${clock(session.endedAt)}`;
  if (session.status === 'DISPUTED') return { title: 'De burger betwistte het gesprek', text, kind: 'bad' };
  if (session.status === 'WITHDRAWN') return { title: 'Het gesprek is ingetrokken', text, kind: 'warn' };
  const title = session.silent ? 'De burger antwoordde niet: het gesprek telt als bevestigd' : 'De burger bevestigde het gesprek';
  return { title, text, kind: 'good' };
}
