import { html, nothing } from 'lit';
import { number } from '../../shared/format.js';
import { Paged } from '../../shared/paged.js';
import { counsellor } from '../links.js';
import { table } from '../list.js';
import { Chooser } from './chooser.js';
import { filters, looks } from './parts.js';

const OPEN = [['good', 'Wat was goed?'], ['better', 'Wat kan beter?'], ['suggestions', 'Suggesties']];
const MEAN = new Intl.NumberFormat('nl-BE', { minimumFractionDigits: 2 });
const percent = (value) => `${number(value)} %`;

/** How satisfied citizens are, about all counsellors or about one. */
class Surveys extends Chooser {
  static styles = looks;

  words = new Paged(this, 'session-claims/v1/survey-results/written', 'answers');

  get heading() {
    return 'Tevredenheid';
  }

  get place() {
    return this.params.counsellor ? `/tevredenheid/${this.params.counsellor}` : '/tevredenheid';
  }

  async load({ counsellor: id, jaar }) {
    const [averages] = await Promise.all([
      this.api.get('session-claims/v1/survey-results', { counsellor: id, year: jaar }), id ? this.words.load({ counsellor: id }) : null,
    ]);
    return averages;
  }

  above() {
    const id = this.params.counsellor;
    return html`${id
        ? html`<p>Over ${counsellor(this.api, id)}. <a href="#/tevredenheid">Toon alle begeleiders samen</a></p>`
        : html`<p>Over alle begeleiders samen. Onderaan kiest u één begeleider.</p>`}
      ${filters(this, this.place, html`<div class="field"><label for="by-jaar">Jaar van het antwoord</label>
        <input id="by-jaar" name="jaar" inputmode="numeric" pattern="20[0-9]{2}" maxlength="4" placeholder="alle jaren" .value=${this.params.jaar ?? ''} /></div>`)}`;
  }

  content(averages) {
    return html`${this.averages(averages)}
      ${this.params.counsellor ? nothing : html`<h2>Van één begeleider</h2>${this.chooser((id) => `/tevredenheid/${id}`)}`}`;
  }

  averages(averages) {
    if (!averages.published) {
      return html`<div class="card"><p>Er zijn nog geen resultaten. Ze staan hier zodra er ${number(averages.fewest)} antwoorden zijn, zodat niemand één antwoord herkent.</p></div>`;
    }
    return html`<ul class="grid">
        <li class="card"><h2>Tevredenheid</h2><p class="sum">${percent(averages.satisfactionPercent)}</p><p class="soft">gemiddelde van de elf vragen</p></li>
        <li class="card"><h2>Vraag beantwoord</h2><p class="sum">${percent(averages.questionAnsweredPercent)}</p><p class="soft">van wie antwoordde</p></li>
        <li class="card"><h2>Antwoorden</h2><p class="sum">${number(averages.answers)}</p><p class="soft">per ${number(averages.fewest)} toegevoegd</p></li>
      </ul>
      ${table('Gemiddelde per vraag, op 10', [
        { label: 'Vraag', cell: (each) => each.text }, { label: 'Gemiddelde', number: true, cell: (each) => MEAN.format(each.mean) },
      ], averages.questions)}
      ${this.params.counsellor ? this.inWords() : nothing}`;
  }

  inWords() {
    return html`<h2>In hun eigen woorden</h2>
      <p class="soft">Van alle jaren, in willekeurige volgorde, zodat niet te zien is wie wat schreef.</p>
      ${this.words.rows.length
        ? html`${OPEN.map(([question, label]) => {
            const found = this.words.rows.filter((each) => each.question === question);
            return found.length ? html`<h3>${label}</h3><ul>${found.map((each) => html`<li>${each.written}</li>`)}</ul>` : nothing;
          })}
          ${this.words.foot()}`
        : html`<p>Niemand schreef er iets bij.</p>`}`;
  }
}
customElements.define('officer-surveys', Surveys);
