import { html, nothing } from 'lit';
import { day, moment, money } from '../shared/format.js';
import { nameOf } from './names.js';

/** What the citizen can do next for one booking, as its service tells it. */
function ofBooking(booking) {
  const link = `#/boekingen/${booking.booking}`;
  const can = (name) => booking.actions?.find((each) => each.action === name && each.possible);
  const who = nameOf(booking.counsellorId);
  if (booking.status === 'QUEUED') {
    return {
      title: `U staat op plaats ${booking.place} in de wachtrij`,
      text: `${booking.expectedOn ? `We verwachten dat er op ${day(booking.expectedOn)} budget is. ` : ''}U krijgt een bericht zodra u kunt betalen.`,
      link,
      label: 'Bekijk uw boeking',
    };
  }
  if (can('PAY')) {
    return {
      title: `Betaal ${money(booking.citizenShareCents)} voor uw blok`,
      text: `Bij ${who}.${booking.payBefore ? ` Betaal voor ${moment(booking.payBefore)}, anders vervalt uw reservatie.` : ''}`,
      link,
      label: 'Ga naar uw betaling',
      first: true,
    };
  }
  if (can('NEW_PAYMENT')) {
    const text = `Vraag een nieuwe betaalpagina voor uw blok bij ${who}.`;
    return { title: 'Uw betaling werd stopgezet', text, link, label: 'Ga naar uw boeking', first: true };
  }
  if (booking.status === 'RESERVED' || booking.status === 'AWAITING_PAYMENT') {
    return { title: 'Uw betaalpagina wordt klaargezet', text: 'Dat duurt meestal enkele seconden.', link, label: 'Bekijk uw boeking' };
  }
  return undefined;
}

const STEPS = {
  SESSION_ANSWER: (open, block) => {
    const session = block.sessions.find((each) => each.session === open.session);
    return {
      title: `Klopt uw gesprek van ${moment(session?.startedAt)}?`,
      text: `Bevestig of betwist het${open.before ? ` voor ${moment(open.before)}. Antwoordt u niet, dan telt het als bevestigd` : ''}.`,
      link: `#/gesprekken/${open.session}`,
      label: 'Beantwoord het gesprek',
      first: true,
    };
  },
  AGREEMENT_ACCEPTANCE: (_, block) => ({
    title: 'Ga akkoord met de afspraken over uw begeleiding',
    text: `${nameOf(block.counsellor)} schreef op waarover de begeleiding zal gaan.`,
    link: `#/boekingen/${block.booking}`,
    label: 'Bekijk de afspraken',
  }),
  PLAN_ATTESTATION: (_, block) => ({
    title: 'Kreeg u uw persoonlijk ontwikkelplan?',
    text: `${nameOf(block.counsellor)} zegt dat u het plan kreeg. Bevestig dat u het hebt.`,
    link: `#/boekingen/${block.booking}`,
    label: 'Bevestig uw plan',
  }),
  SURVEY: (_, block) => ({
    title: 'Wat vond u van de begeleiding?',
    text: 'Beantwoord enkele vragen. Uw antwoorden maken de begeleiding beter.',
    link: `#/boekingen/${block.booking}/vragen`,
    label: 'Beantwoord de vragen',
  }),
};

/** What the citizen can do next: what has an end first. */
export function todos(bookings, blocks) {
  const steps = [
    ...bookings.map(ofBooking),
    ...blocks.flatMap((block) => block.open.filter((open) => open.who === 'CITIZEN').map((open) => STEPS[open.what]?.(open, block))),
  ].filter(Boolean);
  return [...steps.filter((step) => step.first), ...steps.filter((step) => !step.first)];
}

export function card(step, index) {
  return html`<li class="card">
    <h3>${step.title}</h3>
    ${step.text ? html`<p>${step.text}</p>` : nothing}
    <p><a class="button ${step.first || index === 0 ? '' : 'quiet'}" href=${step.link}>${step.label}</a></p>
  </li>`;
}
