import { html } from 'lit';
import { day } from '../shared/format.js';
import { Paged } from '../shared/paged.js';
import { look } from './look.js';
import { CounsellorScreen, sections } from './parts.js';
import { half, number, tag, word } from './words.js';

const SHOWN = {
  '/boekingen': 'Alle', '/boekingen?status=OPEN': 'Lopende', '/boekingen?status=COMPLETED': 'Afgeronde', '/boekingen?status=CANCELLED': 'Geannuleerde',
};

/** The blocks that citizens booked and paid. */
class Bookings extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Boekingen';
  }

  async load({ status }) {
    this.list ??= new Paged(this, 'session-claims/v1/blocks', 'blocks');
    return this.list.load({ status, limit: 20 });
  }

  above() {
    const { status } = this.params;
    return html`<p><a class="button" href="#/registreren">Gesprek registreren</a></p>
      ${sections('Welke boekingen', status ? `/boekingen?status=${status}` : '/boekingen', SHOWN)}`;
  }

  content() {
    const { status } = this.params;
    return html`${this.list.rows.length
        ? html`<ul class="rows">${this.list.rows.map((block) => this.row(block))}</ul>${this.list.foot()}`
        : html`<p>
              Hier staan de blokken van twee uur die burgers bij u boekten en betaalden.
              ${status ? 'Er zijn er nu geen van deze soort.' : 'U hebt er nog geen.'}
            </p>
            <p>Burgers vinden u in de zoekrobot. <a href="#/profiel">Kijk na of uw profiel volledig is</a></p>`}`;
  }

  row(block) {
    const mine = block.open.filter((each) => each.who === 'COUNSELLOR' && each.what !== 'SESSION');
    return html`<li class="card">
      <div class="head"><a href="#/boekingen/${block.booking}">Boeking ${number(block.booking)}</a>${tag('block', block.status)}</div>
      <p>Betaald op ${day(block.paidAt)}. Nog ${half(block.halfHoursLeft)} te registreren van ${half(block.halfHours)}.</p>
      ${mine.map((each) => html`<p>Te doen: ${word('todo', each.what)}</p>`)}
    </li>`;
  }
}
customElements.define('counsellor-bookings', Bookings);
