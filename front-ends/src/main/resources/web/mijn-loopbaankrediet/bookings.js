import { html, nothing } from 'lit';
import { Screen } from '../shared/screen.js';
import { day, hours, money } from '../shared/format.js';
import { Named, nameOf } from './names.js';
import { label, statusFilter } from './parts.js';
import { BOOKING, bookingWords } from './words.js';

/** A booking in a list. */
export function bookingCard(booking) {
  const sponsored = booking.sponsorShareCents;
  return html`<li class="card">
    <h3><a href="#/boekingen/${booking.booking}">Blok van ${hours(booking.hours)}, ${day(booking.reservedAt)}</a></h3>
    <p>Bij ${nameOf(booking.counsellorId)}</p>
    <p>${label(bookingWords(booking))}${booking.status === 'QUEUED' ? html` Plaats ${booking.place}` : nothing}</p>
    <p class="soft">
      ${money(booking.citizenShareCents)} eigen bijdrage${sponsored ? `, ${money(sponsored)} betaalt uw werkgever of fonds` : ''}
    </p>
  </li>`;
}

const EMPTY = 'Hier ziet u later de blokken die u boekt, met uw betaling en uw code.';

/** All bookings, newest first. */
class Bookings extends Screen {
  get heading() {
    return 'Mijn boekingen';
  }

  async load({ status }) {
    const list = new Named(this, 'wallet/v1/me/bookings', 'bookings', 'counsellorId');
    await list.load({ limit: 20, status });
    return list;
  }

  content(list) {
    return html`
      ${statusFilter('/boekingen', BOOKING, this.params.status)}
      ${list.rows.length
        ? html`<h2 class="sr">De lijst</h2><ul class="grid">${list.rows.map(bookingCard)}</ul>${list.foot()}`
        : html`<p>${this.params.status ? 'U hebt geen boekingen in deze status.' : EMPTY}</p>
            <p><a class="button" href="#/begeleiders">Zoek een begeleider</a></p>`}
    `;
  }
}
customElements.define('citizen-bookings', Bookings);
