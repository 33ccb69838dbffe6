import { html, nothing } from 'lit';
import { Screen } from '../shared/screen.js';
import { ask } from '../shared/dialog.js';
import { minutes, moment } from '../shared/format.js';
import { Named, lookUp, nameOf } from './names.js';
import { maybe, statusFilter, tag } from './parts.js';
import { card, todos } from './todo.js';
import { MODE, SESSION, THEME, span, words } from './words.js';

const HALF_HOUR = 30;

/** A session with what the citizen can say about it. */
export function sessionCard(screen, session, linked = true) {
  const can = (action) => session.actions.includes(action);
  const title = span(session);
  return html`<li class="card">
    <h3>${linked ? html`<a href="#/gesprekken/${session.session}">${title}</a>` : title}</h3>
    <p>${tag(SESSION, session.status)}</p>
    <p>${minutes(session.halfHours * HALF_HOUR)}, ${(MODE[session.mode] ?? session.mode).toLowerCase()}, bij ${nameOf(session.counsellor)}.</p>
    ${session.themes.length ? html`<p>Het ging over: ${words(session.themes, THEME)}.</p>` : nothing}
    ${outcome(session)}
    ${can('CONFIRM') || can('DISPUTE')
      ? html`<p>Klopt dit? Antwoord voor ${moment(session.answerBefore)}. Antwoordt u niet, dan telt het gesprek als bevestigd.</p>`
      : nothing}
    <p class="row">
      ${can('CONFIRM') ? screen.button(`confirm-${session.session}`, 'Ja, dit klopt', () => confirm(screen, session)) : nothing}
      ${can('DISPUTE') ? screen.button(`dispute-${session.session}`, 'Nee, dit klopt niet', () => dispute(screen, session), 'quiet') : nothing}
    </p>
  </li>`;
}

function outcome(session) {
  const when = session.answeredAt ? ` op ${moment(session.answeredAt)}` : '';
  if (session.status === 'CONFIRMED') {
    return html`<p class="soft">
      ${session.silent ? 'Bevestigd omdat er geen antwoord kwam' : 'U bevestigde het'}${when}.
      ${session.undueHalfHours ? `Een medewerker vond dat ${minutes(session.undueHalfHours * HALF_HOUR)} niet mee mag tellen.` : ''}
    </p>`;
  }
  if (session.status === 'DISPUTED') {
    return html`<p class="soft">U betwistte het${when}. Het telt niet mee. Uw begeleider kan het opnieuw registreren zoals het wel was.</p>`;
  }
  return nothing;
}

const path = (session) => `session-claims/v1/me/sessions/${session.session}`;

function confirm(screen, session) {
  return screen.act(`confirm-${session.session}`, () => screen.api.post(`${path(session)}/confirmation`, {}), 'U bevestigde het gesprek. Dank u.');
}

async function dispute(screen, session) {
  const sure = await ask(screen, {
    title: 'Klopt dit gesprek niet?',
    text: html`<p>Het gesprek van ${span(session)} telt dan niet mee en wordt niet betaald.</p>
      <p>Uw begeleider kan het opnieuw registreren zoals het wel was.</p>
      <p>Is er meer aan de hand? Dien dan daarna een klacht in.</p>`,
    yes: 'Ja, dit klopt niet',
    bad: true,
  });
  if (!sure) return;
  const said = 'U betwistte het gesprek. Uw begeleider krijgt dat te zien.';
  await screen.act(`dispute-${session.session}`, () => screen.api.post(`${path(session)}/dispute`, {}), said);
}

const EMPTY = 'Hier komen uw gesprekken met uw begeleider. Uw begeleider registreert ze, en u zegt of ze kloppen.';

/** All sessions, newest first, and what is still to do around them. */
class Sessions extends Screen {
  get heading() {
    return 'Mijn gesprekken';
  }

  async load({ status }) {
    const list = new Named(this, 'session-claims/v1/me/sessions', 'sessions', 'counsellor');
    const [guided] = await Promise.all([maybe(this.api.get('session-claims/v1/me/blocks', { limit: 20 })), list.load({ limit: 20, status })]);
    return { list, blocks: guided?.blocks ?? [] };
  }

  content({ list, blocks }) {
    const steps = todos([], blocks);
    return html`
      ${steps.length ? html`<h2>Wat op u wacht</h2><ul class="grid">${steps.map(card)}</ul>` : nothing}
      <h2>Alle gesprekken</h2>
      ${statusFilter('/gesprekken', SESSION, this.params.status)}
      ${list.rows.length
        ? html`<ul class="grid">${list.rows.map((session) => sessionCard(this, session))}</ul>${list.foot()}`
        : html`<p>${this.params.status ? 'U hebt geen gesprekken in deze status.' : EMPTY}</p>
            <p><a href="#/">Bekijk uw boekingen</a></p>`}
      <p><a href="#/klachten">Mijn klachten</a></p>
    `;
  }
}
customElements.define('citizen-sessions', Sessions);

/** One session. */
class Session extends Screen {
  get heading() {
    return 'Een gesprek';
  }

  async load({ session }) {
    const own = await this.api.get(path({ session }));
    await maybe(lookUp(this.api, [own.counsellor]));
    return own;
  }

  content(session) {
    return html`
      <h2 class="sr">Over dit gesprek</h2>
      <ul class="plain">${sessionCard(this, session, false)}</ul>
      <p>Geregistreerd op ${moment(session.registeredAt)}.</p>
      <p class="row">
        <a class="button quiet" href="#/boekingen/${session.booking}">Bekijk het hele blok</a>
        <a class="button quiet" href="#/klachten/nieuw?boeking=${session.booking}&gesprek=${session.session}">Dien een klacht in</a>
      </p>
    `;
  }
}
customElements.define('citizen-session', Session);
