import { html, nothing } from 'lit';
import { Screen } from '../shared/screen.js';
import { Paged } from '../shared/paged.js';
import { moment } from '../shared/format.js';

/** What the citizen was told, newest first. */
class Messages extends Screen {
  get heading() {
    return 'Berichten';
  }

  async load() {
    const list = new Paged(this, 'wallet/v1/me/messages', 'messages');
    await list.load({ limit: 20 });
    return list;
  }

  content(list) {
    return html`
      ${list.rows.length
        ? html`<ul class="plain stack">
              ${list.rows.map(
                (each) => html`<li class="card">
                  <h2>${each.subject}</h2>
                  <p class="soft">${moment(each.at)}${each.mailedAt ? ', ook per e-mail' : ''}</p>
                  <p>${each.text}</p>
                  ${each.booking
                    ? html`<p><a href="#/boekingen/${each.booking}" aria-label="Bekijk uw boeking, bij: ${each.subject}">Bekijk uw boeking</a></p>`
                    : nothing}
                </li>`,
              )}
            </ul>
            ${list.foot()}`
        : html`<p>U hebt nog geen berichten. We schrijven u als u kunt betalen, als uw blok geboekt is, of als er uren of geld terugkomen.</p>`}
      <p>Wilt u deze berichten ook per e-mail? <a href="#/gegevens">Kies hoe we u bereiken</a></p>
    `;
  }
}
customElements.define('citizen-messages', Messages);
