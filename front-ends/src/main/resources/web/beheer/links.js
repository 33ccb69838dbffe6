import { html } from 'lit';
import { until } from 'lit/directives/until.js';

/** Enough of an id to tell two apart; the whole one stands in the address of a link. */
export const short = (id) => String(id ?? '').slice(0, 8);

/** Officers are known by a pseudonym. */
export const officer = (id) => (id ? `medewerker ${short(id)}` : '');

const names = new Map();

/** The id just before, so that a page of one row after it begins with this one: there is no other way from an id to a name. */
function before(id) {
  const number = (BigInt(`0x${id.replaceAll('-', '')}`) - 1n).toString(16).padStart(32, '0');
  return number.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The name of who is or was registered; nothing for somebody who is not yet. */
export function counsellorName(api, id) {
  if (!names.has(id)) {
    const asked = api.get('provider-registry/v1/counsellors', { after: before(id), limit: 1 }).then(
      ({ counsellors: [found] }) => (found?.counsellor === id ? found.name : undefined),
      () => void names.delete(id),
    );
    names.set(id, asked);
  }
  return names.get(id);
}

/** A link to a counsellor, with the name as soon as it is known. */
export function counsellor(api, id) {
  const shown = `begeleider ${short(id)}`;
  return id ? html`<a href="#/begeleiders/${id}">${until(counsellorName(api, id).then((name) => name ?? shown), shown)}</a>` : '';
}

/** A link to the history of something. */
export const dossier = (kind, id, label = `${kind} ${short(id)}`) => html`<a href="#/dossier/${kind}/${id}">${label}</a>`;

/** A document to save; `about` says which one, for who hears the link alone. */
export const saved = (address, about) => html`<a href=${address} download aria-label="Bewaar het document over ${about}">Bewaar</a>`;
