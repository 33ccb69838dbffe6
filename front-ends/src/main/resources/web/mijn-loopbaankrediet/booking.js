import { css, html, nothing } from 'lit';
import { ask } from '../shared/dialog.js';
import { style } from '../shared/style.js';
import { day, hours, moment, money } from '../shared/format.js';
import { guidance } from './guidance.js';
import { counsellor, lookUp, nameOf } from './names.js';
import { label, maybe, progress } from './parts.js';
import { Watching } from './watching.js';
import { bookingWords } from './words.js';

const NOT_SEEN = 'We zien nog geen betaling. Betaalde u net? Dan kan het enkele minuten duren.';
const NO_NEWS = 'We weten nog niets nieuws. U hoeft hier niet te wachten: u krijgt een bericht.';

/** One block: pay it, its place in the queue, the code, what comes back, and the guidance in it. */
class Booking extends Watching {
  static styles = [
    style,
    css`
      .code {
        border: 2px solid var(--blue-dark); border-radius: var(--radius); display: inline-block; font-size: 1.6rem; font-weight: 700;
        letter-spacing: 0.12em; margin: 0 0 0.75rem; overflow-wrap: anywhere; padding: 0.4rem 1rem;
      }
    `,
  ];

  get heading() {
    return 'Mijn blok';
  }

  async load({ booking }) {
    const own = await this.api.get(`wallet/v1/me/bookings/${booking}`);
    const block = own.bookedAt ? await maybe(this.api.get(`session-claims/v1/me/blocks/${booking}`)) : null;
    await maybe(lookUp(this.api, [own.counsellorId]));
    return { own, block };
  }

  /** What changes by itself: a payment page, news of a payment, what comes back of a block; and the guidance that opens after paying. */
  waiting({ own, block }) {
    const stopped = own.actions?.some((each) => each.action === 'NEW_PAYMENT' && each.possible);
    return (['RESERVED', 'AWAITING_PAYMENT'].includes(own.status) && !stopped) || own.givingUp || (own.status === 'BOOKED' && !block);
  }

  can(name) {
    return this.data.own.actions?.find((each) => each.action === name);
  }

  content({ own, block }) {
    const entry = counsellor(own.counsellorId);
    return html`
      <p class="lead">${hours(own.hours)} loopbaanbegeleiding bij ${nameOf(own.counsellorId)} ${label(bookingWords(own))}</p>
      ${this.now(own)}
      ${progress(this.watching ? this.busyText(own) : '')}
      ${this.givenUp
        ? html`<div class="notice">
            <p>${this.can('PAY')?.possible ? NOT_SEEN : NO_NEWS}</p>
            <p>${this.button('look', 'Kijk opnieuw', () => this.refresh(true), 'quiet')}</p>
          </div>`
        : nothing}
      ${entry?.agendaLink && own.status === 'BOOKED'
        ? html`<p><a class="button quiet" href=${entry.agendaLink} rel="noopener noreferrer">Maak een afspraak in de agenda van uw begeleider</a></p>`
        : nothing}
      ${block ? guidance(this, block) : nothing}
      ${this.figures(own)} ${this.cancelling(own)}
    `;
  }

  busyText(own) {
    if (own.givingUp) return 'We vragen na wat van uw blok nog niet gebruikt is …';
    if (own.status === 'BOOKED') return 'Uw betaling is ontvangen. We zetten uw begeleiding klaar …';
    return this.can('PAY')?.possible ? 'Betaalde u al? We kijken of uw betaling binnen is …' : 'Uw betaalpagina wordt klaargezet …';
  }

  now(own) {
    switch (own.status) {
      case 'QUEUED':
        return html`<div class="notice warn">
          <p><strong>U staat op plaats ${own.place} in de wachtrij.</strong></p>
          <p>Het budget van de overheid is nu volledig verdeeld. Wie eerst vroeg, komt eerst aan de beurt. Uw uren blijven voor u gereserveerd.
            ${own.expectedOn ? `We verwachten dat er op ${day(own.expectedOn)} budget is.` : ''} U krijgt een bericht zodra u kunt betalen.</p>
        </div>`;
      case 'AWAITING_PAYMENT':
      case 'RESERVED':
        return this.payment(own);
      case 'BOOKED':
        return own.givingUp
          ? html`<div class="notice">
              U vroeg om dit blok terug te geven. Zodra we weten wat nog niet gebruikt is, komen uw
              ${own.citizenShareCents ? 'uren en uw geld' : 'uren'} terug.
            </div>`
          : html`<h2>Uw code</h2>
              <p class="code">${own.code}</p>
              <p>
                Geef deze code aan uw begeleider bij het eerste gesprek. Daarmee registreert uw begeleider de gesprekken. Geef ze aan niemand anders.
              </p>`;
      case 'LAPSED':
        return html`<div class="notice warn">
          <p>Uw eigen bijdrage werd niet op tijd betaald. Uw uren staan weer in uw portefeuille.</p>
          <p><a href="#/begeleiders">Boek opnieuw</a></p>
        </div>`;
      case 'CANCELLED':
        return html`<div class="notice">
          <p>Dit blok is geannuleerd. Uw uren staan weer in uw portefeuille.</p>
          <p><a href="#/begeleiders">Kies een andere begeleider</a></p>
        </div>`;
      default:
        return nothing;
    }
  }

  payment(own) {
    const pay = this.can('PAY');
    if (pay?.possible && own.checkoutUrl) {
      return html`<h2>Betaal ${money(own.citizenShareCents)}</h2>
        <p>
          Uw blok staat vast zodra uw betaling binnen is.
          ${own.payBefore ? html`Betaal voor <strong>${moment(own.payBefore)}</strong>, anders vervalt uw reservatie.` : nothing}
        </p>
        <p><a class="button" href=${own.checkoutUrl} rel="noreferrer">Ga naar de betaalpagina</a></p>
        <p class="soft">U verlaat deze website om te betalen. Daarna keert u hier terug: deze pagina toont dan of uw betaling binnen is.</p>
        ${own.structuredReference ? html`<p class="soft">De mededeling bij uw betaling is ${own.structuredReference}.</p>` : nothing}`;
    }
    if (this.can('NEW_PAYMENT')?.possible) {
      return html`<div class="notice warn"><p>Uw betaling werd stopgezet. Er werd niets betaald.</p></div>
        <p>${this.button('pay', 'Vraag een nieuwe betaalpagina', () =>
          this.act('pay', () => this.api.post(`wallet/v1/me/bookings/${own.booking}/payment`, {}), 'Uw nieuwe betaalpagina wordt klaargezet.'))}</p>`;
    }
    return nothing;
  }

  figures(own) {
    const line = (term, cents) => (cents ? html`<dt>${term}</dt><dd>${money(cents)}</dd>` : nothing);
    return html`<h2>Uw boeking in cijfers</h2>
      <dl>
        <dt>Gereserveerd op</dt><dd>${moment(own.reservedAt)}</dd>
        ${own.bookedAt ? html`<dt>${own.citizenShareCents ? 'Betaald en geboekt op' : 'Geboekt op'}</dt><dd>${moment(own.bookedAt)}</dd>` : nothing}
        <dt>Eigen bijdrage</dt><dd>${money(own.citizenShareCents)}</dd>
        ${line('Uw werkgever of fonds betaalt', own.sponsorShareCents)} ${line('Betaald, en niet teruggekregen', own.paidCents)}
        ${line('Onderweg terug naar uw rekening', own.refundOnItsWayCents)} ${line('Teruggestort op uw rekening', own.refundedCents)}
        ${own.returned ? html`<dt>Terug in uw portefeuille</dt><dd>${hours(own.returned)}</dd>` : nothing}
        ${own.restored ? html`<dt>Teruggegeven na controle</dt><dd>${hours(own.restored)}</dd>` : nothing}
      </dl>
      ${own.refundOnItsWayCents ? html`<p>Een terugbetaling staat meestal binnen enkele dagen op uw rekening.</p>` : nothing}`;
  }

  cancelling(own) {
    const cancel = this.can('CANCEL');
    if (!cancel || own.givingUp) return nothing;
    return html`<h2>Dit blok teruggeven</h2>
      ${cancel.possible
        ? html`<p>
              Hele uren die nog niet gebruikt zijn, komen terug in uw portefeuille.
              ${own.citizenShareCents ? 'Wat u ervoor betaalde, komt terug op uw rekening.' : nothing}
            </p>
            <p>${this.button('cancel', 'Geef dit blok terug', () => this.cancel(own), 'quiet')}</p>`
        : html`<p>${cancel.detail}</p>`}`;
  }

  async cancel(own) {
    const sure = await ask(this, {
      title: 'Wilt u dit blok teruggeven?',
      text: html`<p>Zegt u zelf ook aan ${nameOf(own.counsellorId)} dat uw afspraak niet doorgaat?</p>
        <p>Daarna kunt u met dezelfde uren opnieuw boeken.</p>`,
      yes: 'Ja, geef terug',
      bad: true,
    });
    if (!sure) return;
    const path = `wallet/v1/me/bookings/${own.booking}/cancellation`;
    await this.act('cancel', () => this.api.post(path, {}), 'Uw vraag om het blok terug te geven is ontvangen.');
  }
}
customElements.define('citizen-booking', Booking);
