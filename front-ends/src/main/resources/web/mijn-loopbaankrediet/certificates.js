import { html, nothing } from 'lit';
import { Screen } from '../shared/screen.js';
import { day, hours } from '../shared/format.js';
import { language } from './words.js';

const LANGUAGES = ['nl', 'fr', 'de', 'en'];

const EMPTY = 'U hebt nog geen attesten. Als u een blok begeleiding gevolgd hebt, vindt u hier het bewijs.';

/** The attestations of guidance, in a language of choice. */
class Certificates extends Screen {
  get heading() {
    return 'Mijn attesten';
  }

  async load({ blad = '0', taal = 'nl' }) {
    const page = await this.hal(`wallet/v1/certificates?limit=20&page=${encodeURIComponent(blad)}`);
    const listed = page._embedded.certificates;
    const inLanguage = (each) => this.hal(`wallet/v1/certificates/${each.id}?language=${encodeURIComponent(taal)}`);
    page.shown = taal === 'nl' ? listed : await Promise.all(listed.map(inLanguage));
    return page;
  }

  /** These answers have one form only. */
  hal(path) {
    return this.api.call('GET', path, undefined, { Accept: 'application/hal+json' });
  }

  content({ shown, page }) {
    const { blad = '0', taal = 'nl' } = this.params;
    const here = `#/gegevens/attesten?taal=${taal}`;
    return html`
      <p><a href="#/gegevens">Terug naar mijn gegevens</a></p>
      ${shown.length
        ? html`<nav aria-label="Taal van de attesten"><ul class="plain row">
              ${LANGUAGES.map(
                (code) => html`<li>
                  ${code === taal
                    ? html`<strong aria-current="true">${language(code)}</strong>`
                    : html`<a href="#/gegevens/attesten?taal=${code}">${language(code)}</a>`}
                </li>`,
              )}
            </ul></nav>
            <ul class="grid">
              ${shown.map(
                (each) => html`<li class="card" lang=${each.language}>
                  <h2>${each.title}</h2>
                  <p>${hours(each.hours)}</p>
                  <p lang="nl">Geboekt op ${day(each.bookedAt)}</p>
                  <p class="soft" lang="nl">Nummer ${each.id}</p>
                </li>`,
              )}
            </ul>
            ${page.totalPages > 1
              ? html`<p class="row">
                  ${page.number > 0 ? html`<a href="${here}&blad=${page.number - 1}">Vorige bladzijde</a>` : nothing}
                  <span>Bladzijde ${page.number + 1} van ${page.totalPages}</span>
                  ${page.number + 1 < page.totalPages ? html`<a href="${here}&blad=${page.number + 1}">Volgende bladzijde</a>` : nothing}
                </p>`
              : nothing}`
        : html`<p>${blad === '0' ? EMPTY : 'Op deze bladzijde staat niets.'}</p>`}
    `;
  }
}
customElements.define('citizen-certificates', Certificates);
