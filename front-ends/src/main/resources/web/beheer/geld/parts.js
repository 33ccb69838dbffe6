import { css, html, nothing } from 'lit';
import { moment, number } from '../../shared/format.js';
import { values } from '../../shared/screen.js';
import { style } from '../../shared/style.js';
import { tell } from '../events.js';
import { officer } from '../links.js';
import { beside } from '../list.js';
import { options } from '../words.js';

/** What these screens have beside the common style. */
export const looks = [style, beside, css`
  .sum { font-size: 1.4rem; font-weight: 600; margin: 0; }
  .written { border-left: 4px solid var(--line-soft); margin: 0 0 1rem; max-width: 70ch; overflow-wrap: anywhere; padding: 0.25rem 0 0.25rem 1rem; white-space: pre-wrap; }
  .error { color: var(--bad); display: block; font-weight: 600; }
  code { overflow-wrap: anywhere; }
  table code { overflow-wrap: normal; }
  .field input[type='number'] { max-width: 9rem; }
  fieldset.pair { display: flex; flex-wrap: wrap; gap: 0 1rem; }
  fieldset.pair .field { flex: 1 1 12rem; max-width: 22rem; }
  legend { font-size: 1.1rem; }
  form.task { margin: 1rem 0; }
`];

/** Names and values, without those that are not there. */
export const facts = (pairs) => html`<dl>
  ${pairs.filter(([, value]) => value !== undefined && value !== null && value !== '').map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
</dl>`;

/** A choice among the words of one kind. */
export const selectField = (screen, { id, name = id, label, words, any, required = true }) =>
  screen.field(id, label, ({ describedBy, invalid }) => html`<select id=${id} name=${name} ?required=${required}
    aria-describedby=${describedBy} aria-invalid=${invalid}>${options(words, undefined, any)}</select>`);

export const numberField = (screen, { id, name = id, label, hint, min = 1, max = 100, value = '', required = true }) =>
  screen.field(id, label, ({ describedBy, invalid }) => html`<input id=${id} name=${name} type="number" min=${min} max=${max} value=${value}
    ?required=${required} aria-describedby=${describedBy} aria-invalid=${invalid} />`, hint);

export const dateField = (screen, { id, name = id, label }) =>
  screen.field(id, label, ({ describedBy, invalid }) => html`<input id=${id} name=${name} type="date" required
    aria-describedby=${describedBy} aria-invalid=${invalid} />`);

/** For {@link cents}. */
export const amountField = (screen, { id, name = id }) =>
  screen.field(id, 'Bedrag in euro', ({ describedBy, invalid }) => html`<input id=${id} name=${name} inputmode="decimal" autocomplete="off" required
    pattern="[0-9. ]+(,[0-9]{1,2})?" title="Bijvoorbeeld 45 of 45,50" aria-describedby=${describedBy} aria-invalid=${invalid} />`);

/** `1 betaling`, `2 betalingen`. */
export const count = (of, one, more) => `${number(of)} ${of === 1 ? one : more}`;

/** What people wrote, as they wrote it. */
export const written = (text) => (text ? html`<div class="written">${text}</div>` : nothing);

/** Who did it: an officer by a pseudonym, or what a complaint or a review found. */
export const who = (id) => (id === 'session-claims-service' ? 'een klacht of een nazicht' : officer(id));

export const payment = (endToEndId) => html`<a href="#/geld/betalingen/${endToEndId}"><code>${endToEndId}</code></a>`;

/** What was decided about something, as items of a time line; `mine` when others stand in the same stream. */
export async function story(api, service, stream, mine = () => true) {
  const { facts } = await api.get(`${service}/v1/admin/history/${stream}`, { limit: 100 });
  return facts.filter(({ data }) => mine(data)).map((fact) => ({ at: moment(fact.at), ...tell(service, fact) }));
}

/** Euro as somebody types it, as whole cents; undefined when it is no amount. */
export function cents(typed) {
  const [, whole, part = ''] = /^([0-9]{1,7})(?:[.,]([0-9]{1,2}))?$/.exec((typed ?? '').replace(/[\s€]|\.(?=\d{3}(?:\D|$))/g, '')) ?? [];
  return whole === undefined ? undefined : Number(whole + part.padEnd(2, '0'));
}

const MILLIONS = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR', notation: 'compact', maximumFractionDigits: 1 });
const EUROS = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
/** For the axis of a chart: € 2,5 mln., or whole euros. */
export const shortMoney = (amount) => (Math.abs(amount) >= 1e8 ? MILLIONS : EUROS).format(amount / 100);

/** A form that asks for something else to be shown; it goes into the address, so that it can be kept and sent to a colleague. */
export function filters(screen, path, inputs) {
  const show = (event) => {
    event.preventDefault();
    const hash = `#${path}?${new URLSearchParams(values(event.target))}`;
    if (hash === location.hash) screen.refresh();
    else location.hash = hash;
  };
  return html`<form class="beside" role="search" aria-label="Kies wat u ziet" @submit=${show}>${inputs}<button class="quiet" type="submit">Toon</button></form>`;
}

export const dayChoice = (name, label, chosen) =>
  html`<div class="field"><label for="by-${name}">${label}</label><input id="by-${name}" name=${name} type="date" .value=${chosen ?? ''} /></div>`;
