import { css, html, nothing } from 'lit';
import { moment, number } from '../../shared/format.js';
import { Paged } from '../../shared/paged.js';
import { Screen } from '../../shared/screen.js';
import '../../shared/problem.js';
import { SERVICES } from '../events.js';
import { table } from '../list.js';
import { count, looks } from './parts.js';

/** Why a message waits, in words; the exact cause stands beside it for who has to find it. */
function why(cause) {
  if (cause.startsWith('NotYet')) return 'Het bericht kwam te vroeg: iets anders moet eerst gebeuren.';
  if (cause.startsWith('an earlier message')) return 'Een eerder bericht over hetzelfde wacht nog.';
  return 'Het bericht kon niet verwerkt worden.';
}

/** What could not be handled yet in each of the services, and the way to try it again. */
class DeadLetters extends Screen {
  static styles = [looks, css`table code { overflow-wrap: anywhere; }`];

  queues = Object.keys(SERVICES).map((service) => ({ service, list: new Paged(this, `${service}/v1/admin/dead-letters`, 'deadLetters') }));

  columns = [
    { label: 'Wie het verwerkt', cell: (letter) => html`<code>${letter.processor}</code>` },
    { label: 'Waarover', cell: (letter) => html`<code>${letter.key}</code>` },
    { label: 'Waarom het wacht', cell: (letter) => html`${why(letter.cause)}<br /><small><code>${letter.cause}</code></small>` },
    { label: 'Pogingen', number: true, cell: (letter) => number(letter.attempts) },
    { label: 'Sinds', cell: (letter) => moment(letter.enqueuedAt) },
    { label: 'Volgende poging', cell: (letter) => moment(letter.nextAttemptAt) },
    { label: 'Bericht', cell: (letter) => html`<code>${letter.messageId}</code>` },
  ];

  get heading() {
    return 'Vastgelopen berichten';
  }

  /** One service that does not answer must not hide the others. */
  async load() {
    await Promise.all(this.queues.map(async (queue) => {
      try {
        await queue.list.load();
        queue.problem = undefined;
      } catch (problem) {
        if (problem.detail === undefined) throw problem;
        queue.problem = problem;
      }
    }));
    return {};
  }

  content() {
    return html`<p>De diensten sturen elkaar berichten. Wat niet verwerkt kan worden, wacht hier en wordt telkens opnieuw geprobeerd, met steeds langere pauzes, op den duur om de tien minuten. Er gaat niets verloren. Kijk waarom iets lang wacht: meestal is er een storing, of een fout die iemand moet herstellen.</p>
      ${this.queues.map((queue) => this.queue(queue))}`;
  }

  queue({ service, list, problem }) {
    const name = SERVICES[service];
    if (problem) return html`<h2>${name}</h2><lk-problem .problem=${problem} .again=${() => this.refresh(true)}></lk-problem>`;
    if (!list.rows.length) return html`<h2>${name}</h2><p><span class="tag good">Niets vastgelopen</span></p>`;
    return html`<h2>${name} <span class="tag warn">${number(list.rows.length)}${list.next ? ' of meer' : ''}</span></h2>
      <p>${this.button(`replay-${service}`, `Probeer alles opnieuw: ${name}`, () => this.replay(service), 'quiet')}</p>
      ${this.busy === `replay-${service}` ? html`<div role="status"><p>Wij proberen elk bericht opnieuw.</p><progress aria-label="Bezig"></progress></div>` : nothing}
      ${table(`Vastgelopen berichten: ${name}`, this.columns, list.rows)}
      ${list.foot()}`;
  }

  replay(service) {
    return this.act(`replay-${service}`, () => this.api.post(`${service}/v1/admin/dead-letters/replay`, {}), ({ handled }) => {
      const said = handled ? `${count(handled, 'bericht is', 'berichten zijn')} nu verwerkt.` : 'Geen bericht kon nu verwerkt worden.';
      const { list, problem } = this.queues.find((queue) => queue.service === service);
      return `${SERVICES[service]}: ${said}${list.rows.length && !problem ? ' Wat er nog staat, wacht nog altijd.' : ''}`;
    });
  }
}
customElements.define('officer-dead-letters', DeadLetters);
