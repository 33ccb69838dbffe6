import { html } from 'lit';
import { moment } from '../../shared/format.js';
import { saved } from '../links.js';
import { table } from '../list.js';
import { word } from '../words.js';

/** Reasons that speak against a counsellor, and in favour; the registry refuses the others for such a decision. */
export const AGAINST = [
  'CONDITIONS_NOT_MET', 'PROOF_NOT_ACCEPTED', 'HOURS_NOT_DELIVERED', 'NO_COOPERATION', 'FOUNDED_COMPLAINTS', 'POOR_QUALITY', 'OTHER',
];
export const IN_FAVOUR = ['NOT_PROVEN', 'REMEDIED', 'OTHER'];

/** Documents that were sent, to save and read. */
export function documents(screen, path, sent) {
  if (!sent.length) return html`<p>Er zijn nog geen documenten ingestuurd.</p>`;
  return table('Ingestuurde documenten', [
    { label: 'Bewijs', cell: ({ kind }) => word('proof', kind) },
    { label: 'Ontvangen', cell: ({ receivedAt }) => moment(receivedAt) },
    { label: 'Bestand', cell: ({ document, kind }) => saved(screen.api.address(`${path}/documents/${document}`), word('proof', kind)) },
  ], sent);
}
