import { css, html, nothing } from 'lit';
import { moment } from '../../shared/format.js';
import { Screen, values } from '../../shared/screen.js';
import '../../shared/timeline.js';
import { SERVICES, tell } from '../events.js';
import { counsellor, dossier, short } from '../links.js';
import { beside, dayForm } from '../list.js';
import { Histories } from './histories.js';

const about = (name, id) => (data) => data[name] === id;

/** What can be looked into: which streams tell its story. A stream that another one names is found in `via`. */
const KINDS = {
  burger: {
    title: 'Burger',
    streams: (id) => [['eligibility', id], ['wallet', id], ['session-claims', `citizen-${id}`]],
  },
  boeking: {
    title: 'Boeking',
    streams: (id) => [['session-claims', id], ['payout', id]],
    via: (facts, id) => {
      const wallet = facts.map(({ data }) => data.wallet).find(Boolean);
      return wallet && { service: 'wallet', stream: wallet, only: about('booking', id) };
    },
  },
  begeleider: {
    title: 'Begeleider',
    streams: (id) => [['provider-registry', id], ...['wallet', 'session-claims', 'payout'].map((service) => [service, `counsellor-${id}`])],
  },
  derdebetaler: { title: 'Derdebetaler', streams: (id) => [['wallet', `sponsor-${id}`], ['payout', `sponsor-${id}`]] },
  terugvordering: { title: 'Terugvorderingen van een uitbetaling', streams: (id) => [['payout', `clawbacks-${id}`]] },
  betaalbestand: { title: 'Betaalbestand', streams: (id) => [['payout', `batch-${id}`]] },
  klacht: { title: 'Klacht', streams: (id) => [['session-claims', id]] },
  nazicht: { title: 'Nazicht van een begeleider', streams: (id) => [['session-claims', id]] },
  budget: { title: 'Budget van een jaar', streams: (id) => [['payout', `budget-${id}`]] },
};

/** Where the other things that an event names can be seen; the names of its members say what they are. */
const SEEN = {
  citizen: 'burger', wallet: 'burger', booking: 'boeking', counsellor: 'begeleider', sponsor: 'derdebetaler', batch: 'betaalbestand',
  complaint: 'klacht',
};

/** The other things that an event names, as `{ kind, id, link }`. */
function named(api, { service, data }, here) {
  const history = (kind, id) =>
    kind === 'begeleider' ? html`${counsellor(api, id)} (${dossier(kind, id, 'geschiedenis')})` : dossier(kind, id);
  const found = Object.entries(SEEN)
    .filter(([name, kind]) => data[name] && `${kind}/${data[name]}` !== here)
    .map(([name, kind]) => ({ kind, id: data[name], link: history(kind, data[name]) }));
  const elsewhere = (kind, id, place, label = short(id)) => found.push({ kind, id, link: html`<a href="#/${place}">${kind} ${label}</a>` });
  if (data.request) elsewhere('aanvraag', data.request, `aanvragen/${data.request}`);
  if (data.application) elsewhere('kandidatuur', data.application, `kandidaten/${data.application}`);
  if (data.bill) elsewhere('rekening', data.bill, `derdebetalers/rekeningen/${data.bill}`);
  if (service === 'provider-registry') {
    const { counsellor: whose, sanction, renewal, change } = data;
    if (sanction) elsewhere('sanctie', sanction, `begeleiders/${whose}/sancties/${sanction}`);
    if (renewal) elsewhere('vernieuwing', renewal, `begeleiders/${whose}/vernieuwingen/${renewal}`);
    if (change) elsewhere('rekeningnummer', change, `rekeningen/${change}`);
  }
  // a review of eligibility-service or payout-service is something else
  if (service === 'session-claims' && data.review) elsewhere('nazicht', data.review, `toezicht/${data.review}`);
  if (service === 'payout' && data.clawback) elsewhere('terugvordering', data.clawback, `geld/terugvorderingen/${data.clawback}`);
  if (data.endToEndId) elsewhere('betaling', data.endToEndId, `geld/betalingen/${data.endToEndId}`, data.endToEndId);
  return found;
}

/** What a whole story names: what there is one of (`once`, for above it), and the kinds of which there are more (`several`, for at each step). */
function sort(all) {
  const kinds = new Map();
  for (const { kind, id, link } of all) kinds.set(kind, (kinds.get(kind) ?? new Map()).set(id, link));
  const entries = [...kinds];
  return {
    once: entries.filter(([, ids]) => ids.size === 1).map(([, ids]) => [...ids.values()][0]),
    several: new Set(entries.filter(([, ids]) => ids.size > 1).map(([kind]) => kind)),
  };
}

const dotted = (links) => links.map((link, index) => html`${index ? ' · ' : ''}${link}`);

/** Everything that is stored about an event, for who has to know exactly. */
function stored({ fact, data }) {
  return html`<dl>
    <dt>Gebeurtenis</dt><dd>${fact}</dd>
    ${Object.entries(data).map(([name, value]) => html`<dt>${name}</dt><dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>`)}
  </dl>`;
}

/** The story of a citizen's credit, a counsellor, a booking with its claims, …: everything that was decided, from the events. */
class Dossier extends Screen {
  static properties = { exactly: { state: true } };
  static styles = [
    ...Screen.styles,
    beside,
    css`
      /* the reference of a payment is one word of 32 letters */
      p { overflow-wrap: anywhere; }
    `,
  ];

  get kind() {
    return KINDS[this.params.kind];
  }

  get heading() {
    return `Geschiedenis: ${this.kind ? this.kind.title.toLowerCase() : (SERVICES[this.params.kind] ?? '')} ${short(this.params.id)}`;
  }

  async load({ kind, id, op }) {
    const streams = this.kind ? this.kind.streams(id).map(([service, stream]) => ({ service, stream })) : [{ service: kind, stream: id }];
    const histories = await new Histories(this.api, streams, op).load();
    const further = this.kind?.via?.(histories.facts, id);
    if (further) await histories.add(further);
    return histories;
  }

  async more() {
    this.busy = 'more';
    try {
      await this.data.more();
    } catch (problem) {
      this.failed = problem;
    } finally {
      this.busy = '';
    }
  }

  item(fact, links) {
    const { title, kind, unknown } = tell(fact.service, fact);
    return {
      at: `${moment(fact.at)} · ${SERVICES[fact.service] ?? fact.service}`,
      title,
      kind,
      text: html`${links.length ? html`<p>${dotted(links)}</p>` : nothing}${unknown || this.exactly ? stored(fact) : nothing}`,
    };
  }

  entry({ kind, id }) {
    if (kind === 'begeleider') return html`<p>Meer over ${counsellor(this.api, id)}: registratie, sancties en btw.</p>`;
    if (kind === 'derdebetaler') return html`<p><a href="#/derdebetalers/${id}">Overeenkomst, codes en rekeningen</a></p>`;
    return nothing;
  }

  content(histories) {
    const { kind, id, op } = this.params;
    const told = histories.facts.map((fact) => [fact, named(this.api, fact, `${kind}/${id}`)]);
    const { once, several } = sort(told.flatMap(([, found]) => found));
    const items = told.map(([fact, found]) => this.item(fact, found.filter((one) => several.has(one.kind)).map(({ link }) => link)));
    const more = histories.unfinished.length > 0;
    return html`<p class="lead">Alles wat beslist en gebeurd is, in volgorde. Wie hier kijkt, wordt genoteerd.</p>
      <p class="soft">Kenmerk: ${id}</p>
      ${once.length ? html`<p>Hoort bij: ${dotted(once)}</p>` : nothing}
      ${this.entry(this.params)}
      ${dayForm({ place: `/dossier/${kind}/${id}`, label: 'Zoals het was op', day: op })}
      <label class="choice">
        <input type="checkbox" .checked=${this.exactly ?? false} @change=${(event) => (this.exactly = event.target.checked)} />
        Toon bij elke stap alles wat bewaard is
      </label>
      ${items.length
        ? html`<lk-timeline label="Geschiedenis" .items=${items}></lk-timeline>
            <p class="soft" role="status">${items.length === 1 ? '1 stap' : `${items.length} stappen`}${more ? ' tot nu toe' : ''}</p>
            ${more ? this.button('more', 'Toon meer', () => this.more(), 'quiet') : nothing}`
        : html`<div class="card">
            <p>Hier is nog niets gebeurd${op ? ' op die dag' : ''}, of het kenmerk klopt niet.</p>
            <p><a href="#/dossier">Zoek een ander dossier</a></p>
          </div>`}`;
  }
}
customElements.define('officer-dossier', Dossier);

const CHOICES = Object.entries(KINDS).map(([kind, { title }]) => [kind, title]);

/** The way in for who has a reference: from a letter, a bank statement, another screen. */
class FindDossier extends Screen {
  static properties = { wrong: { state: true } };

  get heading() {
    return 'Dossier zoeken';
  }

  find(event) {
    event.preventDefault();
    const { kind, id = '' } = values(event.target);
    this.wrong = /^[0-9A-Za-z-]{1,64}$/.test(id) ? '' : 'Geef het kenmerk: cijfers, letters en streepjes.';
    if (!this.wrong) location.hash = `#/dossier/${kind}/${id}`;
  }

  content() {
    return html`<p class="lead">Een dossier vertelt in volgorde wat er gebeurde en wie wat besliste.</p>
      <ul>
        <li><a href="#/burger">Zoek een burger met het rijksregisternummer</a></li>
        <li><a href="#/begeleiders">Zoek een begeleider met de naam</a></li>
        <li><a href="#/geld/betalingen">Zoek een betaling van het rekeninguittreksel</a></li>
        <li><a href="#/derdebetalers">Bekijk de derdebetalers</a></li>
      </ul>
      <h2>Met een kenmerk</h2>
      <p>Sessies, aanrekeningen en uitbetalingen staan in de geschiedenis van hun boeking.</p>
      <form @submit=${this.find} novalidate>
        <div class="field">
          <label for="kind">Wat zoekt u?</label>
          <select id="kind" name="kind">${CHOICES.map(([kind, title]) => html`<option value=${kind}>${title}</option>`)}</select>
        </div>
        <div class="field">
          <label for="id">Kenmerk</label>
          <span class="hint" id="id-hint">Het volledige kenmerk, zoals het op elk scherm staat. Voor een budget is dat het jaar.</span>
          <input id="id" name="id" autocomplete="off" spellcheck="false" aria-describedby="id-hint${this.wrong ? ' id-error' : ''}"
            aria-invalid=${this.wrong ? 'true' : nothing} />
          ${this.wrong ? html`<span class="error" id="id-error">${this.wrong}</span>` : nothing}
        </div>
        <button type="submit">Toon de geschiedenis</button>
      </form>`;
  }
}
customElements.define('officer-find-dossier', FindDossier);
