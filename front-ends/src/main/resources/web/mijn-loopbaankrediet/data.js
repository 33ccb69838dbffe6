import { html, nothing } from 'lit';
import { Screen, values } from '../shared/screen.js';
import { Paged } from '../shared/paged.js';
import { moment } from '../shared/format.js';
import { LOOK } from './words.js';
import '../shared/timeline.js';

/** How the citizen is reached, and the ways to everything that is kept. */
class Data extends Screen {
  get heading() {
    return 'Mijn gegevens';
  }

  load() {
    return this.api.get('eligibility/v1/me/contact');
  }

  content(contact) {
    return html`
      <h2>Hoe we u bereiken</h2>
      <form @submit=${(event) => this.save(event)}>
        ${this.field(
          'email',
          'E-mailadres',
          ({ id, describedBy, invalid }) => html`<input type="email" id=${id} name=${id} maxlength="254" autocomplete="email"
            .value=${contact.email ?? ''} aria-describedby=${describedBy} aria-invalid=${invalid} />`,
          'Dit hoeft niet. Laat het leeg als u geen e-mail wilt.',
        )}
        <label class="choice">
          <input type="checkbox" name="notify" .checked=${contact.notify} /> Ik wil bericht krijgen als er iets gebeurt met mijn loopbaankrediet
        </label>
        <p>${this.submit('save', 'Bewaar')}</p>
      </form>
      <h2>Wat we over u bewaren</h2>
      <ul class="grid">
        ${this.way('geschiedenis', 'Alles wat ooit over u beslist is', 'Uw aanvragen, boekingen, gesprekken en klachten op een tijdlijn. Ook hoe het vroeger stond.')}
        ${this.way('inzage', 'Wie uw gegevens bekeek', 'Elke keer dat een medewerker van de overheid naar uw dossier keek.')}
        ${this.way('attesten', 'Uw attesten', 'Een bewijs van de begeleiding die u volgde, om te tonen waar u wilt.')}
      </ul>
      <p class="soft">Uw naam en adres komen van de overheid en passen we hier niet aan. Klopt er iets niet? Meld het bij uw gemeente.</p>
    `;
  }

  way(path, title, text) {
    return html`<li class="card"><h3><a href="#/gegevens/${path}">${title}</a></h3><p>${text}</p></li>`;
  }

  save(event) {
    event.preventDefault();
    const { email, notify } = values(event.target);
    return this.act('save', () => this.api.put('eligibility/v1/me/contact', { email, notify: notify === 'on' }), 'Uw keuze is bewaard.');
  }
}
customElements.define('citizen-data', Data);

/** The services that keep something about a citizen, and note who looks at it. */
const KEEPERS = ['eligibility', 'wallet', 'session-claims'];

/** Who of the government looked at the file: what each service noted, as one story. */
class Looks extends Screen {
  get heading() {
    return 'Wie mijn gegevens bekeek';
  }

  async load() {
    const lists = KEEPERS.map((service) => new Paged(this, `${service}/v1/me/looks`, 'looks', { limit: 50 }));
    try {
      await Promise.all(lists.map((list) => list.load()));
    } catch (problem) {
      if (problem.type !== 'citizen-unknown') throw problem; // who never asked anything has no file to look at
    }
    return lists;
  }

  content(lists) {
    const noted = lists.flatMap((list, keeper) => list.rows.map((each) => ({ ...each, what: LOOK[KEEPERS[keeper]]?.[each.what] ?? LOOK[each.what] ?? each.what })));
    // not past where a service has more to tell: the order would be wrong
    const until = lists.filter((list) => list.next).map((list) => list.rows.at(-1).at).sort().at(-1) ?? '';
    const ordered = noted.filter((each) => each.at >= until).sort((one, other) => other.at.localeCompare(one.at));
    // one screen of an officer asks several times: what reads the same is told once
    const same = (one, other) => other && one.what === other.what && one.officer === other.officer && moment(one.at) === moment(other.at);
    const rows = ordered.filter((each, index) => !ordered.slice(0, index).some((earlier) => same(each, earlier)));
    return html`
      <p><a href="#/gegevens">Terug naar mijn gegevens</a></p>
      <p>
        Hier staat elke keer dat een medewerker naar uw dossier keek. U ziet een code in plaats van de naam van de medewerker; wij weten wie het was.
      </p>
      ${rows.length
        ? html`<h2>Het laatste eerst</h2>
            <lk-timeline
              label="Wie uw gegevens bekeek"
              .items=${rows.map((each) => ({ at: moment(each.at), title: each.what, text: `Medewerker ${each.officer}` }))}
            ></lk-timeline>
            <p class="soft" role="status">${rows.length === 1 ? '1 regel' : `${rows.length} regels`}${until ? ' tot nu toe' : ''}</p>
            ${until ? this.button('more', 'Toon meer', () => this.more(lists), 'quiet') : nothing}`
        : html`<p>Nog niemand keek naar uw dossier.</p>`}
    `;
  }

  async more(lists) {
    this.busy = 'more';
    try {
      await Promise.all(lists.filter((list) => list.next).map((list) => list.more()));
    } catch (problem) {
      this.failed = problem;
    } finally {
      this.busy = '';
    }
  }
}
customElements.define('citizen-looks', Looks);
