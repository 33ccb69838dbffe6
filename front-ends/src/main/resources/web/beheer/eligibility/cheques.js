import { html, nothing } from 'lit';
import { moment, number } from '../../shared/format.js';
import { Paged } from '../../shared/paged.js';
import { Screen, values } from '../../shared/screen.js';
import { select } from '../fields.js';
import { officer, short } from '../links.js';
import { listed } from '../list.js';
import { tag, word } from '../words.js';

const SOON = 2_000;
const FAILURES = {
  NO_ANSWER: 'VDAB gaf geen antwoord. Probeer het later opnieuw.',
  TOO_SLOW: 'VDAB was te traag. Probeer het later opnieuw.',
  LOST: 'Het lezen is onderweg gestopt. Start het opnieuw; geen cheque telt dubbel.',
  INTERNAL: 'Er ging bij ons iets mis. Start het lezen opnieuw.',
};
const unusable = (code) => `Het bestand is niet ingelezen (${code}). Vraag VDAB om een goed bestand en start het lezen opnieuw.`;

const IMPORTS = [
  { label: 'Bestand', cell: ({ id, file }) => html`<a href="#/cheques/${id}">${word('chequeFile', file)}</a>` },
  { label: 'Stand', cell: ({ state }) => tag('importState', state) },
  { label: 'Begonnen', cell: ({ startedAt }) => moment(startedAt) },
  { label: 'Door', cell: (one) => officer(one.officer) },
  { label: 'Gelezen', number: true, cell: ({ linesRead }) => number(linesRead) },
  { label: 'Geweigerd', number: true, cell: ({ refused }) => number(refused) },
];
const REFUSED = [
  { label: 'Regel', cell: ({ line }) => number(line) },
  { label: 'Wat', cell: ({ problem }) => word('lineProblem', problem) },
  { label: 'Wat er niet klopt', cell: ({ text }) => text },
];

/** Files of VDAB with cheques of the old scheme: have one read, see how it went, and take the list of what is paid back. */
class Cheques extends Screen {
  get heading() {
    return 'Loopbaancheques van VDAB';
  }

  async load() {
    const imports = new Paged(this, 'eligibility/v1/used-cheques/imports', 'imports');
    await imports.load();
    return imports;
  }

  async start(event) {
    event.preventDefault();
    const { file } = values(event.target);
    await this.act('start', async () => {
      const { id } = await this.api.post('eligibility/v1/used-cheques/imports', { file });
      location.hash = `#/cheques/${id}`;
    }, '');
  }

  content(imports) {
    return html`<p class="lead">
        VDAB zet twee bestanden klaar: de cheques die gebruikt zijn, en die gekocht en niet gebruikt zijn. U mag een bestand vaker laten lezen:
        geen cheque telt dubbel.
      </p>
      <form @submit=${this.start}>
        ${select(this, 'file', 'Welk bestand?', 'chequeFile')}
        ${this.submit('start', 'Lees het bestand')}
      </form>
      <h2>Gelezen bestanden</h2>
      ${listed(imports, 'Gelezen bestanden, het nieuwste eerst', IMPORTS, 'Er is nog geen bestand gelezen. Kies hierboven een bestand.')}
      <h2>Terug te betalen cheques</h2>
      <p>
        De lijst met wat burgers terugkrijgen voor cheques die ze kochten en niet gebruikten. Ze bevat persoonsgegevens: bewaar ze veilig en niet
        langer dan nodig.
      </p>
      <p><a class="button quiet" href=${this.api.address('eligibility/v1/used-cheques/refunds')} download>Bewaar de lijst als CSV</a></p>`;
  }
}
customElements.define('officer-cheques', Cheques);

/** How one file is read: while it goes on the screen asks again and again. */
class ChequeImport extends Screen {
  get heading() {
    return `Bestand ${short(this.params.id)}`;
  }

  async load({ id }) {
    clearTimeout(this.soon);
    const path = `eligibility/v1/used-cheques/imports/${id}`;
    const read = await this.api.get(path);
    const errors = new Paged(this, `${path}/errors`, 'errors');
    if (read.state !== 'RUNNING') await errors.load();
    else if (this.isConnected) this.soon = setTimeout(() => this.refresh(true), SOON);
    return { read, errors };
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.soon);
  }

  content({ read, errors }) {
    const running = read.state === 'RUNNING';
    return html`<p><a href="#/cheques">Alle bestanden</a></p>
      <p>${tag('importState', read.state)} ${word('chequeFile', read.file)}</p>
      ${running ? html`<label for="progress">We lezen het bestand. Dit scherm volgt vanzelf.</label><progress id="progress"></progress>` : nothing}
      ${read.failure ? html`<div class="notice bad"><p>${FAILURES[read.failure] ?? unusable(read.failure)}</p></div>` : nothing}
      <div role="status">
        <dl>
          <dt>Begonnen</dt><dd>${moment(read.startedAt)}, ${officer(read.officer)}</dd>
          ${read.finishedAt ? html`<dt>Klaar</dt><dd>${moment(read.finishedAt)}</dd>` : nothing}
          <dt>Regels gelezen</dt><dd>${number(read.linesRead)}</dd>
          <dt>Aanvaard</dt><dd>${number(read.accepted)}</dd>
          <dt>Geweigerd</dt><dd>${number(read.refused)}</dd>
          <dt>Nieuw of veranderd</dt><dd>${number(read.added)}</dd>
          <dt>Verdwenen</dt><dd>${number(read.removed)}</dd>
        </dl>
      </div>
      ${running
        ? nothing
        : html`<h2>Geweigerde regels</h2>
            ${listed(errors, 'Geweigerde regels, in de volgorde van het bestand', REFUSED, 'Geen enkele regel is geweigerd.')}`}`;
  }
}
customElements.define('officer-cheque-import', ChequeImport);
