import { html, nothing } from 'lit';
import { Screen } from '../shared/screen.js';
import { day, hours } from '../shared/format.js';
import { tag } from './parts.js';
import { INCENTIVE } from './words.js';

/** All that a citizen can use for a career and for learning, side by side; first what was said when there is no right. */
class Portfolio extends Screen {
  get heading() {
    return 'Wat u kunt gebruiken voor uw loopbaan';
  }

  async load() {
    const [portfolio, asked] = await Promise.all([
      this.api.get('eligibility/v1/me/portfolio'),
      this.api.get('eligibility/v1/me/requests', { limit: 1 }),
    ]);
    return { portfolio, request: asked.requests[0] };
  }

  content({ portfolio, request }) {
    const instead = (request?.alternatives ?? []).filter((each) => !['SEND_EVIDENCE', 'OBJECT'].includes(each.code));
    return html`
      <p class="lead">Naast het loopbaankrediet bestaan er nog andere vormen van steun. Hier ziet u ze naast elkaar.</p>
      ${instead.length
        ? html`<h2>Ook zonder recht op loopbaankrediet</h2>
            <ul class="grid">${instead.map((each) => html`<li class="card"><h3>${each.title}</h3><p>${each.text}</p></li>`)}</ul>
            <p><a href="#/recht">Bekijk waarom u nu geen recht hebt</a></p>`
        : nothing}
      <h2>Uw mogelijkheden</h2>
      ${portfolio.incentives.length
        ? html`<ul class="grid">${portfolio.incentives.map((each) => this.incentive(each))}</ul>`
        : html`<p>Er zijn nu geen mogelijkheden om te tonen. Kijk later opnieuw.</p>`}
      <p class="soft">Stand op ${day(portfolio.on)}.</p>
    `;
  }

  incentive(each) {
    return html`<li class="card">
      <h3>${each.title}</h3>
      <p>${tag(INCENTIVE, each.state)}</p>
      <p>${each.right}</p>
      <p><strong>${each.hours ? `${hours(each.hours)}. ` : ''}${each.amount}</strong></p>
      ${each.conditions.length
        ? html`<details><summary>Voorwaarden</summary><ul>${each.conditions.map((condition) => html`<li>${condition}</li>`)}</ul></details>`
        : nothing}
      <p>${each.where}</p>
      ${each.lastDay ? html`<p class="soft">Bestaat tot en met ${day(each.lastDay)}.</p>` : nothing}
      ${each.code === 'CAREER_CREDIT' ? html`<p><a class="button quiet" href="#/recht">Naar mijn recht</a></p>` : nothing}
    </li>`;
  }
}
customElements.define('citizen-portfolio', Portfolio);
