import { html, nothing } from 'lit';
import { Paged } from '../shared/paged.js';
import { day } from '../shared/format.js';
import { decision } from './decision.js';
import { progress, tag } from './parts.js';
import { Watching } from './watching.js';
import { REQUEST } from './words.js';

const ASKING = 'We vragen uw gegevens op bij de RSZ, het RSVZ, het Rijksregister en VDAB. Dat duurt enkele seconden …';

/** Ask for the right, and see the newest decision with its explanation. */
class Right extends Watching {
  get heading() {
    return 'Mijn recht';
  }

  async load() {
    const list = new Paged(this, 'eligibility/v1/me/requests', 'requests');
    await list.load({ limit: 20 });
    return list;
  }

  waiting(list) {
    return list.rows[0]?.status === 'PENDING';
  }

  ask() {
    return this.act('ask', () => this.api.post('eligibility/v1/me/requests', {}), 'Uw aanvraag is ontvangen.');
  }

  content(list) {
    const [request, ...older] = list.rows;
    if (!request) return this.first();
    return html`
      ${progress(this.busy === 'ask' ? ASKING : this.watching ? 'We kijken of het antwoord er al is …' : '')}
      ${this.givenUp ? html`<p>${this.button('look', 'Kijk opnieuw', () => this.refresh(true), 'quiet')}</p>` : nothing}
      ${decision(this, request)}
      ${request.status === 'REFUSED'
        ? html`<h2>Is er iets veranderd?</h2>
            <p>Werkt u intussen langer, of kreeg u een andere job? Vraag het opnieuw. Uw vorige aanvraag blijft bewaard.</p>
            <p>${this.button('ask', 'Vraag opnieuw aan', () => this.ask(), 'quiet')}</p>`
        : nothing}
      ${older.length
        ? html`<h2>Vorige aanvragen</h2>
            <ul>
              ${older.map(
                (each) => html`<li><a href="#/recht/${each.request}">Aanvraag van ${day(each.requestedOn)}</a> ${tag(REQUEST, each.status)}</li>`,
              )}
            </ul>
            ${list.next ? list.foot() : nothing}`
        : nothing}
      <p><a href="#/gegevens/geschiedenis">Alles wat ooit over u beslist is</a></p>
    `;
  }

  first() {
    return html`
      <p class="lead">Vraag na of u recht hebt op loopbaankrediet. U hoeft niets op te sturen.</p>
      <p>
        We vragen bij andere overheidsdiensten op hoelang u werkte, of u nu werkt, waar u woont, welk diploma u hebt, en of u al loopbaancheques
        gebruikte. U ziet daarna precies wat er meetelde en waarom. Bent u het niet eens, dan kunt u een bewijs sturen of bezwaar indienen.
      </p>
      ${progress(this.busy === 'ask' ? ASKING : '')}
      <p>${this.button('ask', 'Vraag mijn recht aan', () => this.ask())}</p>
    `;
  }
}
customElements.define('citizen-right', Right);

/** One request with its decision, now or as it was at the end of a day. */
class Request extends Watching {
  get heading() {
    return 'Mijn aanvraag';
  }

  load({ request, dag }) {
    return this.api.get(`eligibility/v1/me/requests/${request}`, { asOf: dag });
  }

  waiting(request) {
    return request.status === 'PENDING' && !this.params.dag;
  }

  content(request) {
    const { dag } = this.params;
    return html`
      <p><a href="#/recht">Terug naar mijn recht</a></p>
      ${dag
        ? html`<div class="notice">
            <p>Zo stond het op het einde van ${day(dag)}.</p>
            <p><a href="#/recht/${request.request}">Bekijk hoe het nu is</a></p>
          </div>`
        : nothing}
      ${progress(this.watching ? 'We kijken of het antwoord er al is …' : '')} ${decision(this, request, Boolean(dag))}
    `;
  }
}
customElements.define('citizen-request', Request);
