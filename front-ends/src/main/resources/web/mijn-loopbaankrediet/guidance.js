import { html, nothing } from 'lit';
import { day, minutes, moment } from '../shared/format.js';
import { tag } from './parts.js';
import { sessionCard } from './sessions.js';
import { BLOCK, THEME, words } from './words.js';

const HALF_HOUR = 30;

/** The guidance in a block on the screen of its booking: what was agreed, the sessions, the plan, the questions afterwards, a complaint. */
export function guidance(screen, block) {
  if (block.status === 'CANCELLED' && !block.sessions.length) return nothing;
  const questions = `#/boekingen/${block.booking}/vragen`;
  const path = `session-claims/v1/me/blocks/${block.booking}`;
  const [left, done] = [block.halfHoursLeft * HALF_HOUR, block.confirmedHalfHours * HALF_HOUR];
  return html`
    <h2>Uw begeleiding ${tag(BLOCK, block.status)}</h2>
    <p>${minutes(done)} bevestigd, ${minutes(left)} over.</p>
    ${block.open.some((open) => open.who === 'COUNSELLOR') ? html`<p class="soft">${waitsFor(block)}</p>` : nothing}

    <h3>Waarover het gaat</h3>
    ${agreement(screen, block, path)}

    <h3>Uw gesprekken</h3>
    ${block.sessions.length
      ? html`<ul class="grid">${block.sessions.map((session) => sessionCard(screen, session, false))}</ul>`
      : html`<p>Er is nog geen gesprek geregistreerd. Na elk gesprek registreert uw begeleider het, en vragen we u of het klopt.</p>`}

    <h3>Uw persoonlijk ontwikkelplan</h3>
    ${plan(screen, block, path)}

    <h3>Wat u ervan vond</h3>
    ${block.surveyAnsweredAt
      ? html`<p>U beantwoordde de vragen op ${day(block.surveyAnsweredAt)}. <a href=${questions}>Bekijk uw antwoorden</a></p>`
      : block.completedAt
        ? html`<p><a class="button quiet" href=${questions}>Beantwoord enkele vragen over de begeleiding</a></p>`
        : html`<p>Als de begeleiding afgerond is, vragen we u wat u ervan vond.</p>`}

    <h3>Niet tevreden?</h3>
    <p>
      U kunt tot en met ${day(block.complainUntil)} een klacht indienen over dit blok.
      <a href="#/klachten/nieuw?boeking=${block.booking}">Dien een klacht in</a>
    </p>
  `;
}

const WAITS = {
  AGREEMENT: 'de afspraken opschrijven',
  SESSION: 'een gesprek registreren',
  PLAN: 'uw ontwikkelplan meegeven',
  COMPLETION: 'de begeleiding afronden',
};

function waitsFor(block) {
  const all = block.open.filter((open) => open.who === 'COUNSELLOR').map((open) => WAITS[open.what] ?? open.what);
  return `Uw begeleider moet nog: ${all.join(', ')}.`;
}

function agreement(screen, block, path) {
  const { agreement: agreed } = block;
  if (!agreed) return html`<p>Uw begeleider schrijft op waarover de begeleiding zal gaan. Daarna vragen we u of u akkoord gaat.</p>`;
  return html`<p>U werkt samen aan: ${words(agreed.themes, THEME)}. Opgeschreven op ${day(agreed.recordedAt)}.</p>
    ${agreed.acceptedAt
      ? html`<p>U ging akkoord op ${moment(agreed.acceptedAt)}.</p>`
      : step(screen, 'agree', 'Ik ga akkoord', `${path}/agreement/acceptance`, 'U ging akkoord met de afspraken.')}`;
}

function step(screen, name, label, path, said) {
  return html`<p>${screen.button(name, label, () => screen.act(name, () => screen.api.post(path, {}), said))}</p>`;
}

function plan(screen, block, path) {
  const { plan: own } = block;
  if (!own) {
    return html`<p>Op het einde krijgt u van uw begeleider een plan met uw volgende stappen. Het plan is van u: wij krijgen het niet te zien.</p>`;
  }
  return html`<p>Uw begeleider gaf u het plan op ${day(own.handedOverAt)}. Het plan is van u: wij krijgen het niet te zien.</p>
    ${own.attestedAt
      ? html`<p>U bevestigde op ${moment(own.attestedAt)} dat u het hebt.</p>`
      : step(screen, 'plan', 'Ik heb mijn plan', `${path}/plan/attestation`, 'U bevestigde dat u uw plan hebt.')}`;
}
