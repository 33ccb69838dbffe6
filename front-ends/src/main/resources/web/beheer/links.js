import { html } from 'lit';
import { until } from 'lit/directives/until.js';

/** Enough of an id to tell two apart; the whole one stands in the address of a link. */
export const short = (id) => String(id ?? '').slice(0, 8);

/** Officers are known by a pseudonym. */
export const officer = (id) => (id ? `medewerker ${short(id)}` : '');

const names = new Map();

/** The name of who has a dossier; nothing when it is not kept any more, or cannot be asked now. */
export function counsellorName(api, id) {
  if (!names.has(id)) {
    const asked = api.get(`provider-registry/v1/counsellors/${id}`).then(
      ({ name }) => name,
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
