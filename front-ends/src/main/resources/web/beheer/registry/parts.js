import { html } from 'lit';
import { moment } from '../../shared/format.js';
import { saved } from '../links.js';
import { table } from '../list.js';
import { word } from '../words.js';

let rules;

/** Which reasons the registry takes for a decision: `against`, `inFavour`, `renewal`; asked once. */
export async function reasons(api) {
  rules ??= api.get('provider-registry/v1/rules').catch((problem) => {
    rules = undefined;
    throw problem;
  });
  return (await rules).reasons;
}

/** Documents that were sent, to save and read. */
export function documents(screen, path, sent) {
  if (!sent.length) return html`<p>Er zijn nog geen documenten ingestuurd.</p>`;
  return table('Ingestuurde documenten', [
    { label: 'Bewijs', cell: ({ kind }) => word('proof', kind) },
    { label: 'Ontvangen', cell: ({ receivedAt }) => moment(receivedAt) },
    { label: 'Bestand', cell: ({ document, kind }) => saved(screen.api.address(`${path}/documents/${document}`), word('proof', kind)) },
  ], sent);
}
