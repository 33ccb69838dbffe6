import { html } from 'lit';
import { Screen, values } from '../shared/screen.js';
import { day } from '../shared/format.js';
import { area, date, options, progress, select } from './parts.js';
import { EVIDENCE } from './words.js';

/** What the two ways of not agreeing have in common: they are about one request, and lead back to it. */
class Disagreement extends Screen {
  load({ request }) {
    return this.api.get(`eligibility/v1/me/requests/${request}`);
  }

  about(request) {
    return html`<p><a href="#/recht/${request.request}">Terug naar uw aanvraag van ${day(request.requestedOn)}</a></p>`;
  }

  async send(event, work) {
    event.preventDefault();
    if (await this.act('send', work)) location.hash = `#/recht/${this.params.request}`;
  }
}

/** Send a file that shows what the sources do not know. */
class Evidence extends Disagreement {
  get heading() {
    return 'Een bewijs sturen';
  }

  content(request) {
    return html`
      ${this.about(request)}
      <p>Weten onze bronnen iets niet? Stuur een bewijs. Een medewerker bekijkt het, en u krijgt het resultaat te zien bij uw aanvraag.</p>
      <form @submit=${(event) => this.upload(event)}>
        ${this.field('kind', 'Wat toont dit bewijs?', select(options(EVIDENCE, '', 'Maak een keuze'), true))}
        <fieldset>
          <legend>Over welke periode gaat het?</legend>
          <p class="hint">Vul dit in als het over een periode gaat. Loopt ze nog? Laat dan de laatste dag leeg.</p>
          ${this.field('from', 'Eerste dag', date())} ${this.field('to', 'Laatste dag', date())}
        </fieldset>
        ${this.field(
          'file',
          'Uw bestand',
          ({ id, describedBy, invalid }) => html`<input type="file" id=${id} name=${id} required accept="application/pdf,image/jpeg,image/png"
            aria-describedby=${describedBy} aria-invalid=${invalid} />`,
          'Een PDF, of een foto als JPEG of PNG. Hoogstens 5 MB.',
        )}
        ${progress(this.busy === 'send' ? 'We versturen uw bestand. Dat kan even duren bij een trage verbinding …' : '')}
        <p>${this.submit('send', 'Verstuur het bewijs')}</p>
      </form>
    `;
  }

  upload(event) {
    const { file, ...about } = values(event.target);
    const path = `eligibility/v1/me/requests/${this.params.request}/evidence?${new URLSearchParams(about)}`;
    const asked = [path, file.name, file.size, file.lastModified].join();
    if (asked !== this.asked) [this.asked, this.key] = [asked, crypto.randomUUID()]; // the same file after a lost answer is one evidence
    return this.send(event, () => this.api.post(path, file, this.key));
  }
}
customElements.define('citizen-evidence', Evidence);

/** Object: a person looks at the decision again. */
class Objection extends Disagreement {
  get heading() {
    return 'Bezwaar indienen';
  }

  content(request) {
    return html`
      ${this.about(request)}
      <p>
        Bent u het niet eens met de beslissing? Schrijf waarom. Een medewerker bekijkt uw aanvraag opnieuw; een mens beslist, geen computer. Er is geen
        laatste dag om bezwaar in te dienen.
      </p>
      <div class="notice"><p><strong>De beslissing was:</strong> ${request.explanation.text}</p></div>
      <form @submit=${(event) => this.object(event)}>
        ${this.field('text', 'Waarom bent u het niet eens?', area('', true, 8), 'Schrijf het in uw eigen woorden, in hoogstens 4000 tekens.')}
        <p>${this.submit('send', 'Dien bezwaar in')}</p>
      </form>
      <p>Hebt u een document dat het toont? <a href="#/recht/${request.request}/bewijs">Stuur dan ook een bewijs</a>.</p>
    `;
  }

  object(event) {
    const body = values(event.target);
    return this.send(event, () => this.api.post(`eligibility/v1/me/requests/${this.params.request}/objection`, body));
  }
}
customElements.define('citizen-objection', Objection);
