import { html, nothing } from 'lit';
import { ask } from '../shared/dialog.js';
import { day, moment } from '../shared/format.js';
import { Paged } from '../shared/paged.js';
import { values } from '../shared/screen.js';
import { look } from './look.js';
import { CounsellorScreen, documentForm, documents, line, sections } from './parts.js';
import { today } from './time.js';
import { tag, word, WORDS } from './words.js';

export const FILE = {
  '/dossier': 'Registratie', '/dossier/maatregelen': 'Waarschuwingen en maatregelen', '/dossier/klachten': 'Klachten',
  '/dossier/tevredenheid': 'Wat burgers vinden', '/dossier/berichten': 'Berichten',
};

const NUMBER = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1 });

/** The registration: since when, on which route, what waits, and the end of it by own wish. */
class File extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Mijn dossier';
  }

  async load() {
    const [me, now] = await Promise.all([this.api.get('provider-registry/v1/me'), today(this.api)]);
    return { me, now };
  }

  above() {
    return sections('Mijn dossier', '/dossier', FILE);
  }

  content({ me, now }) {
    const renewal = me.todo.find((each) => each.step === 'SEND_RENEWAL');
    return html`<p>${tag('counsellor', me.status)}</p>
      <dl>
        <dt>Naam</dt><dd>${me.name}</dd>
        ${me.route ? html`<dt>Route</dt><dd>${word('route', me.route)}</dd>` : nothing}
        ${me.registeredOn ? html`<dt>Geregistreerd sinds</dt><dd>${day(me.registeredOn)}</dd>` : nothing}
        ${me.leftFrom ? html`<dt>Niet meer geregistreerd vanaf</dt><dd>${day(me.leftFrom)}</dd>` : nothing}
        ${me.registeredOn
          ? html`<dt>Btw</dt><dd>${me.vatLiable ? 'Btw-plichtig' : 'Vrijgesteld'}. <a href="#/profiel/btw">Bekijk of wijzig</a></dd>`
          : nothing}
      </dl>
      <p><a class=${me.status === 'INCOMPLETE' ? 'button' : ''} href="#/aanvraag">Bekijk uw aanvraag en uw bewijzen</a></p>
      ${renewal
        ? html`<div class="notice warn">
            <p>Toon uw bewijzen opnieuw, tot en met ${day(renewal.until)}.</p>
            <p><a href="#/dossier/vernieuwing/${renewal.about}">Bekijk wat wij vragen</a></p>
          </div>`
        : nothing}
      ${me.registeredOn && !me.leftFrom
        ? html`<h2>Stoppen</h2>
            <details><summary>Ik wil stoppen als loopbaanbegeleider</summary>
              <p>
                Vanaf de dag die u kiest bent u niet meer geregistreerd. Gesprekken op of na die dag worden niet betaald, ook niet als u ze al
                registreerde. Geboekte uren die u dan niet gaf, gaan terug naar de burger. Registreer dus eerst al uw gesprekken van voor die dag.
              </p>
              <form novalidate @submit=${(event) => this.leave(event)}>
                ${line(this, 'from', 'Eerste dag zonder registratie', { type: 'date', min: now })} ${this.submit('leave', 'Stop mijn registratie')}
              </form></details>`
        : nothing}`;
  }

  async leave(event) {
    event.preventDefault();
    const body = values(event.target);
    const text = html`<p>Vanaf ${body.from && day(body.from)} bent u niet meer geregistreerd. Dit kunt u niet zelf ongedaan maken.</p>`;
    if (body.from && !(await ask(this, { title: 'Uw registratie stoppen?', text, yes: 'Stop', bad: true }))) return;
    await this.act('leave', () => this.api.post('provider-registry/v1/me/departure', body), 'Uw registratie eindigt op de dag die u koos.');
  }
}
customElements.define('counsellor-file', File);

/** Proofs that an officer wants to see anew. */
class Renewal extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Bewijzen opnieuw tonen';
  }

  get path() {
    return `provider-registry/v1/me/renewals/${this.params.renewal}`;
  }

  load() {
    return this.api.get(this.path);
  }

  content(it) {
    const words = Object.fromEntries(it.asked.map((code) => [code, WORDS.proof[code]]));
    return html`<p>${tag('renewal', it.status)}</p>
      <p><strong>Ten laatste op ${day(it.by)}.</strong> ${word('reason', it.reasonCode)}. Intussen blijft u geregistreerd.</p>
      ${it.reason ? html`<p class="words">${it.reason}</p>` : nothing}
      <h2>Wat nog ontbreekt</h2>
      ${it.missing.length
        ? html`<ul>${it.missing.map((code) => html`<li>${word('proof', code)}</li>`)}</ul>`
        : html`<p>Er ontbreekt niets meer. Een medewerker kijkt uw bewijzen na.</p>`}
      <h2>Documenten</h2>
      ${documents(it.documents, (kind) => word('proof', kind), moment)}
      ${it.status === 'APPROVED' ? nothing : documentForm(this, words, it.missing[0], (kind) => `${this.path}/documents?kind=${kind}`)}
      <p><a href="#/dossier">Terug naar mijn dossier</a></p>`;
  }
}
customElements.define('counsellor-renewal', Renewal);

/** What the counsellor was told, also by mail. */
class Messages extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Berichten';
  }

  async load() {
    this.list ??= new Paged(this, 'provider-registry/v1/me/messages', 'messages', { limit: 20 });
    return this.list.load();
  }

  above() {
    return sections('Mijn dossier', '/dossier/berichten', FILE);
  }

  content() {
    return html`${this.list.rows.length
        ? html`<p>De oudste berichten staan bovenaan.</p>
            <ul class="rows">${this.list.rows.map(
              (each) => html`<li class="card">
                <div class="head"><strong>${each.subject}</strong><span class="soft">${moment(each.madeAt)}</span></div>
                <p>${each.text}</p>
              </li>`,
            )}</ul>
            ${this.list.foot()}`
        : html`<p>U kreeg nog geen berichten. Wij sturen ze ook naar uw e-mailadres.</p>`}`;
  }
}
customElements.define('counsellor-messages', Messages);

/** What citizens answered after the guidance, as averages. */
class Survey extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Wat burgers vinden';
  }

  async load({ jaar }) {
    const [results, now] = await Promise.all([this.api.get('session-claims/v1/survey-results/own', { year: jaar }), today(this.api)]);
    return { results, year: Number(now.slice(0, 4)) };
  }

  above() {
    return sections('Mijn dossier', '/dossier/tevredenheid', FILE);
  }

  content({ results, year }) {
    const here = this.params.jaar ? `/dossier/tevredenheid?jaar=${this.params.jaar}` : '/dossier/tevredenheid';
    const years = { '/dossier/tevredenheid': 'Alle jaren' };
    for (const each of [year, year - 1, year - 2]) years[`/dossier/tevredenheid?jaar=${each}`] = each;
    return html`${sections('Jaar', here, years)}
      ${results.published
        ? html`<dl>
              <dt>Antwoorden</dt><dd>${results.answers}</dd>
              <dt>Tevreden</dt><dd>${NUMBER.format(results.satisfactionPercent)} procent</dd>
              <dt>Vraag beantwoord</dt><dd>${NUMBER.format(results.questionAnsweredPercent)} procent</dd>
            </dl>
            <div class="scroll" tabindex="0" role="region" aria-label="Gemiddelde per vraag"><table>
              <caption>Gemiddelde per vraag, op 10</caption>
              <thead><tr><th scope="col">Vraag</th><th scope="col" class="number">Gemiddelde</th></tr></thead>
              <tbody>
                ${results.questions.map((each) => html`<tr><th scope="row">${each.text}</th><td class="number">${NUMBER.format(each.mean)}</td></tr>`)}
              </tbody>
            </table></div>`
        : html`<p>
            Burgers beantwoorden na een blok enkele vragen. U ziet hier het gemiddelde vanaf ${results.fewest} antwoorden, zodat niemand te
            herkennen is. Zoveel zijn er nog niet.
          </p>`}`;
  }
}
customElements.define('counsellor-survey', Survey);
