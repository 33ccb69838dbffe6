import { html } from 'lit';
import { day } from '../shared/format.js';
import { values } from '../shared/screen.js';
import { look } from './look.js';
import { offer, offered } from './offer.js';
import { addressLines, addressOf, CounsellorScreen, line, sections } from './parts.js';
import { today } from './time.js';

export const PROFILE = {
  '/profiel': 'In de zoekrobot', '/profiel/plaats': 'Vrije plaatsen', '/profiel/contact': 'Contact', '/profiel/rekening': 'Rekening', '/profiel/btw': 'Btw',
};

/** What the public finds of the counsellor in the directory. */
class Profile extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Mijn profiel in de zoekrobot';
  }

  load() {
    return this.api.get('provider-registry/v1/me/profile');
  }

  above() {
    return sections('Mijn profiel', '/profiel', PROFILE);
  }

  content({ profile }) {
    return html`<p>Dit zien burgers als ze een loopbaanbegeleider zoeken. Uw naam is daar <strong>${profile.name}</strong>.</p>
      <form novalidate @submit=${(event) => this.change(event)}>${offer(this, profile)} ${this.submit('profile', 'Bewaar mijn profiel')}</form>`;
  }

  async change(event) {
    event.preventDefault();
    const body = offered(event.target);
    const said = 'Uw profiel is bewaard. Burgers zien het binnen enkele minuten.';
    await this.act('profile', () => this.api.put('provider-registry/v1/me/profile', body), said);
  }
}
customElements.define('counsellor-profile', Profile);

/** How many new citizens can come. */
class Capacity extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Vrije plaatsen';
  }

  async load() {
    const [me, now] = await Promise.all([this.api.get('provider-registry/v1/me'), today(this.api)]);
    return { me, now };
  }

  above() {
    return sections('Mijn profiel', '/profiel/plaats', PROFILE);
  }

  content({ me, now }) {
    const { capacity } = me;
    const free = capacity?.places === 1 ? '1 plaats' : `${capacity?.places} plaatsen`;
    return html`<p>
        Zeg hoeveel nieuwe burgers bij u terechtkunnen. Burgers kunnen daarop zoeken. Na de laatste dag tonen wij niets meer, zodat niemand een
        oude belofte leest.
      </p>
      <p><strong>Nu: ${capacity ? `${free}, tot en met ${day(capacity.until)}` : 'niet bekend'}.</strong></p>
      <form novalidate @submit=${(event) => this.change(event)}>
        ${line(this, 'places', 'Aantal plaatsen', {
          hint: 'Vul 0 in als u niemand meer kunt begeleiden.',
          type: 'number',
          min: 0,
          max: 99,
          inputmode: 'numeric',
          value: String(capacity?.places ?? ''),
        })}
        ${line(this, 'until', 'Tot en met', { type: 'date', min: now, value: capacity?.until })}
        ${this.submit('capacity', 'Bewaar')}
      </form>`;
  }

  async change(event) {
    event.preventDefault();
    const { places, until } = values(event.target);
    const body = { places: places === undefined ? undefined : Number(places), until };
    await this.act('capacity', () => this.api.put('provider-registry/v1/me/capacity', body), 'Uw vrije plaatsen zijn bewaard.');
  }
}
customElements.define('counsellor-capacity', Capacity);

/** Where the counsellor is reached, and the seat that stands on the statement. */
class Contact extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Contact';
  }

  load() {
    return this.api.get('provider-registry/v1/me/contact');
  }

  above() {
    return sections('Mijn profiel', '/profiel/contact', PROFILE);
  }

  content({ email, address }) {
    return html`<p>Burgers zien deze gegevens niet.</p>
      <form novalidate @submit=${(event) => this.change(event)}>
        ${line(this, 'email', 'E-mailadres', {
          hint: 'Wij verwittigen ook uw vorige adres als u dit wijzigt.',
          type: 'email',
          value: email,
          autocomplete: 'email',
        })}
        <h2>Adres van uw onderneming</h2>
        <p>Dit adres komt op uw betaaloverzicht. Laat de drie vakken leeg als u geen adres wilt tonen.</p>
        ${addressLines(this, address)} ${this.submit('contact', 'Bewaar')}
      </form>`;
  }

  async change(event) {
    event.preventDefault();
    const filled = values(event.target);
    const body = { email: filled.email, address: addressOf(filled) };
    await this.act('contact', () => this.api.put('provider-registry/v1/me/contact', body), 'Uw gegevens zijn bewaard.');
  }
}
customElements.define('counsellor-contact', Contact);
