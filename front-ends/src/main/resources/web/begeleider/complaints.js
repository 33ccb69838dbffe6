import { html, nothing } from 'lit';
import { day, moment } from '../shared/format.js';
import { Paged } from '../shared/paged.js';
import '../shared/timeline.js';
import { FILE } from './file.js';
import { look } from './look.js';
import { answerForm, CounsellorScreen, sections } from './parts.js';
import { number, tag, word } from './words.js';

/** What citizens complained about. */
class Complaints extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Klachten';
  }

  async load() {
    this.list ??= new Paged(this, 'session-claims/v1/me/received-complaints', 'complaints', { limit: 20 });
    return this.list.load();
  }

  above() {
    return sections('Mijn dossier', '/dossier/klachten', FILE);
  }

  content() {
    return html`${this.list.rows.length
        ? html`<ul class="rows">${this.list.rows.map(
            (each) => html`<li class="card">
              <div class="head">
                <a href="#/dossier/klachten/${each.complaint}">Klacht van ${day(each.filedAt)}</a>${tag('complaint', each.status)}
              </div>
              ${each.decision ? html`<p>${word('complaintOutcome', each.decision.outcome)}</p>` : nothing}
            </li>`,
          )}</ul>${this.list.foot()}`
        : html`<p>Er is geen klacht over uw begeleiding. Klaagt een burger, dan leest u dat hier en kunt u antwoorden voor er beslist wordt.</p>`}`;
  }
}
customElements.define('counsellor-complaints', Complaints);

/** One complaint, the counsellor's side of it, and what was decided. */
class Complaint extends CounsellorScreen {
  static styles = look;

  get heading() {
    return this.data ? `Klacht van ${day(this.data.filedAt)}` : 'Klacht';
  }

  get path() {
    return `session-claims/v1/me/received-complaints/${this.params.complaint}`;
  }

  load() {
    return this.api.get(this.path);
  }

  content(it) {
    return html`
      <p>${tag('complaint', it.status)}</p>
      <h2>Wat de burger schreef</h2>
      <p class="words">${it.written ?? 'Deze tekst is niet meer bewaard.'}</p>
      ${it.booking ? html`<p>Over <a href="#/boekingen/${it.booking}">boeking ${number(it.booking)}</a></p>` : nothing}
      ${it.session ? html`<p>Over <a href="#/gesprekken/${it.session}">dit gesprek</a></p>` : nothing}
      ${it.actions.includes('ANSWER')
        ? html`<h2>Antwoorden</h2>
            ${answerForm(this, {
              path: `${this.path}/answer`,
              field: 'written',
              about: 'Schrijf hoe u het zag. U kunt antwoorden zolang er niet beslist is.',
            })}`
        : nothing}
      ${it.answer ? html`<h2>Uw antwoord</h2><p class="words">${it.answer}</p>` : nothing}
      ${it.decision
        ? html`<h2>Beslissing</h2>
            <p>${tag('complaintOutcome', it.decision.outcome)} <strong>${word('complaintReason', it.decision.reasonCode)}</strong></p>
            ${it.decision.reason ? html`<p class="words">${it.decision.reason}</p>` : nothing}
            ${it.decision.undue?.length
              ? html`<p>Een gesprek is niet verschuldigd. <a href="#/uitbetalingen/terugvorderingen">Bekijk uw terugvorderingen</a></p>`
              : nothing}`
        : nothing}
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${happened(it)}></lk-timeline>
      <p><a href="#/dossier/klachten">Terug naar de klachten</a></p>`;
  }
}
customElements.define('counsellor-complaint', Complaint);

function happened(it) {
  const items = [{ at: moment(it.filedAt), title: 'De burger diende de klacht in' }];
  if (it.answeredAt) items.push({ at: moment(it.answeredAt), title: 'U antwoordde' });
  if (it.decision) items.push({ at: moment(it.decision.decidedAt), title: 'Er is beslist', text: word('complaintOutcome', it.decision.outcome) });
  return items;
}
