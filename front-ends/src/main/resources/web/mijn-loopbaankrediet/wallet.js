import { html, nothing } from 'lit';
import { Screen } from '../shared/screen.js';
import { hours, money } from '../shared/format.js';
import { bookingCard } from './bookings.js';
import { lookUp, nameOf } from './names.js';
import { maybe } from './parts.js';
import { card, todos } from './todo.js';
import './hours.js';

const SHOWN = 3;

/** The home screen: hours as blocks, and what to do next. */
class Wallet extends Screen {
  get heading() {
    return 'Mijn portefeuille';
  }

  async load() {
    const { api } = this;
    const [wallet, asked, guided] = await Promise.all([
      api.get('wallet/v1/me'),
      maybe(api.get('eligibility/v1/me/requests', { limit: 1 })),
      maybe(api.get('session-claims/v1/me/blocks', { limit: 20 })),
    ]);
    const blocks = guided?.blocks ?? [];
    await maybe(lookUp(api, [...wallet.bookings.map((each) => each.counsellorId), ...blocks.map((each) => each.counsellor)]));
    return { wallet, request: asked?.requests[0], known: asked !== null, blocks, complete: asked !== null && guided !== null };
  }

  content({ wallet, request, known, blocks, complete }) {
    return html`
      ${complete ? nothing : html`<div class="notice warn">Een deel van uw gegevens is nu niet te zien. Kijk over enkele minuten opnieuw.</div>`}
      ${wallet.granted > 0 ? this.hours(wallet) : known ? this.right(request) : nothing}
      ${this.next(wallet, request, blocks)}
      ${wallet.bookings.length
        ? html`<h2>Uw boekingen</h2>
            <ul class="grid">${wallet.bookings.slice(0, SHOWN).map(bookingCard)}</ul>
            ${wallet.bookings.length > SHOWN ? html`<p><a href="#/boekingen">Bekijk al uw boekingen</a></p>` : nothing}`
        : nothing}
    `;
  }

  hours(wallet) {
    return html`<p class="lead">
        U hebt nog <strong>${hours(wallet.available)}</strong> loopbaanbegeleiding over, van ${hours(wallet.granted)} in totaal.
      </p>
      <citizen-hours .wallet=${wallet}></citizen-hours>
      <p>U betaalt ${money(wallet.pricePerHourCents)} per uur. U neemt uw uren op in blokken van 2 uur.</p>`;
  }

  right(request) {
    if (!request) {
      return html`<p class="lead">U hebt nog geen loopbaankrediet. Vraag na of u er recht op hebt: u krijgt meestal meteen antwoord.</p>
        <p><a class="button" href="#/recht">Vraag mijn recht aan</a></p>`;
    }
    if (request.status === 'PENDING') {
      return html`<div class="notice">
        <p><strong>Uw aanvraag wordt behandeld.</strong></p>
        <p>${request.explanation.text}</p>
        <p><a href="#/recht">Bekijk uw aanvraag</a></p>
      </div>`;
    }
    if (request.status === 'ENTITLED') {
      return html`<div class="notice good">
        <p><strong>U hebt recht op loopbaankrediet.</strong></p>
        <p>Uw uren staan over enkele ogenblikken in uw portefeuille.</p>
        <p>${this.button('again', 'Kijk opnieuw', () => this.refresh(), 'quiet')}</p>
      </div>`;
    }
    return html`<div class="notice warn">
        <p><strong>U hebt nu geen recht op loopbaankrediet.</strong></p>
        <p>${request.explanation.text}</p>
      </div>
      <p class="row">
        <a class="button" href="#/recht">Bekijk waarom, en wat u kunt doen</a>
        <a class="button quiet" href="#/mogelijkheden">Wat u wel kunt gebruiken</a>
      </p>`;
  }

  next(wallet, request, blocks) {
    const steps = todos(wallet.bookings, blocks);
    const book = wallet.actions?.find((each) => each.action === 'BOOK');
    const started = new Set(blocks.filter((block) => block.sessions.length).map((block) => block.booking));
    for (const booking of wallet.bookings.filter((each) => each.status === 'BOOKED' && !started.has(each.booking))) {
      steps.push({
        title: `Uw code is ${booking.code}`,
        text: `Geef ze bij het eerste gesprek aan ${nameOf(booking.counsellorId)}.`,
        link: `#/boekingen/${booking.booking}`,
        label: 'Bekijk uw boeking',
      });
    }
    if (book?.possible) {
      const text = 'Kies zelf een loopbaanbegeleider, bij u in de buurt of online.';
      steps.push({ title: 'Boek een blok van 2 uur', text, link: '#/begeleiders', label: 'Zoek een begeleider' });
    }
    if (!steps.length) {
      return wallet.granted > 0
        ? html`<h2>Wat u nu kunt doen</h2>
            <p>Er is nu niets dat op u wacht.${book?.detail ? ` ${book.detail}` : ''}</p>
            <p><a href="#/mogelijkheden">Bekijk wat u nog kunt gebruiken voor uw loopbaan</a></p>`
        : nothing;
    }
    return html`<h2>Wat u nu kunt doen</h2><ul class="grid">${steps.map(card)}</ul>`;
  }
}
customElements.define('citizen-wallet', Wallet);
