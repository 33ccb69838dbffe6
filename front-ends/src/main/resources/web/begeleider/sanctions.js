import { html, nothing } from 'lit';
import { day, moment } from '../shared/format.js';
import { Paged } from '../shared/paged.js';
import '../shared/timeline.js';
import { FILE } from './file.js';
import { look } from './look.js';
import { answerForm, CounsellorScreen, sections } from './parts.js';
import { tag, word } from './words.js';

const answerable = (sanction) => sanction.next.find((each) => each.step === 'ANSWER_SANCTION');

/** Warnings, suspensions and withdrawals. */
class Sanctions extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Waarschuwingen en maatregelen';
  }

  async load() {
    this.list ??= new Paged(this, 'provider-registry/v1/me/sanctions', 'sanctions', { limit: 20 });
    return this.list.load();
  }

  above() {
    return sections('Mijn dossier', '/dossier/maatregelen', FILE);
  }

  content() {
    return html`${this.list.rows.length
        ? html`<ul class="rows">${this.list.rows.map((each) => {
            const answer = answerable(each);
            return html`<li class="card">
              <div class="head">
                <a href="#/dossier/maatregelen/${each.sanction}">${word('sanctionKind', each.kind)} van ${day(each.announcedAt)}</a>
                ${each.kind === 'WARNING' ? nothing : tag('sanction', each.status)}
              </div>
              <p>${word('reason', each.reasonCode)}</p>
              ${answer ? html`<p><span class="tag warn">U kunt antwoorden tot en met ${day(answer.until)}</span></p>` : nothing}
            </li>`;
          })}</ul>${this.list.foot()}`
        : html`<p>
            U kreeg geen waarschuwing en geen maatregel. Komt die er wel, dan leest u hier waarom. Voor een schorsing of intrekking hebt u eerst
            15 dagen om te antwoorden.
          </p>`}`;
  }
}
customElements.define('counsellor-sanctions', Sanctions);

/** One of them: why, until when to answer, and what was decided. */
class Sanction extends CounsellorScreen {
  static styles = look;

  get heading() {
    return this.data ? word('sanctionKind', this.data.kind) : 'Maatregel';
  }

  get path() {
    return `provider-registry/v1/me/sanctions/${this.params.sanction}`;
  }

  load() {
    return this.api.get(this.path);
  }

  content(it) {
    const answer = answerable(it);
    return html`
      ${it.kind === 'WARNING' ? nothing : html`<p>${tag('sanction', it.status)}</p>`}
      ${answer
        ? html`<div class="notice warn">
            <p>Dit is aangekondigd en nog niet definitief. U kunt antwoorden tot en met <strong>${day(answer.until)}</strong>. Daarna beslissen wij.</p>
          </div>`
        : nothing}
      <h2>Waarom</h2>
      <p><strong>${word('reason', it.reasonCode)}</strong></p>
      ${it.reason ? html`<p class="words">${it.reason}</p>` : nothing}
      ${it.kind === 'WARNING' ? html`<p>Een waarschuwing verandert niets aan uw registratie. U hoeft er niet op te antwoorden.</p>` : nothing}
      ${answer
        ? html`<h2>Antwoorden</h2>
            ${answerForm(this, {
              path: `${this.path}/answer`,
              field: 'answer',
              until: day(answer.until),
              about: 'Schrijf wat wij moeten weten voor we beslissen.',
            })}`
        : nothing}
      ${it.answer ? html`<h2>Uw antwoord</h2><p class="words">${it.answer}</p>` : nothing}
      ${decided('Beslissing', it.decision)} ${decided('Einde van de maatregel', it.end)}
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${happened(it)}></lk-timeline>
      <p><a href="#/dossier/maatregelen">Terug naar waarschuwingen en maatregelen</a></p>`;
  }
}
customElements.define('counsellor-sanction', Sanction);

function decided(title, it) {
  if (!it) return nothing;
  return html`<h2>${title}</h2>
    <p><strong>${word('reason', it.reasonCode)}</strong></p>
    ${it.reason ? html`<p class="words">${it.reason}</p>` : nothing}`;
}

function happened(it) {
  const items = [{
    at: moment(it.announcedAt),
    title: it.kind === 'WARNING' ? 'U kreeg een waarschuwing' : 'De maatregel is aangekondigd',
    text: it.answerBy ? `De laatste dag om te antwoorden is ${day(it.answerBy)}.` : undefined,
    kind: 'warn',
  }];
  if (it.answeredAt) items.push({ at: moment(it.answeredAt), title: 'U antwoordde' });
  if (it.decision) {
    const [title, kind] = it.status === 'DROPPED' ? ['De maatregel is vervallen', 'good'] : ['De maatregel is definitief', 'bad'];
    items.push({ at: moment(it.decision.at), title, kind });
  }
  if (it.end) items.push({ at: moment(it.end.at), title: 'De maatregel is opgeheven', kind: 'good' });
  return items;
}
