import { html, nothing } from 'lit';
import { day, hours, money, number } from '../../shared/format.js';
import { list, word } from '../words.js';

const yes = (value) => (value ? 'Ja' : 'Nee');

/** Hours and price of a right. */
export const price = ({ hours: granted, coPaymentPerHourCents }) => `${hours(granted)}, tegen ${money(coPaymentPerHourCents)} per uur`;

export const experience = ({ workedDays, requiredDays, reachedOn }) =>
  `${number(workedDays)} van ${number(requiredDays)} dagen${reachedOn ? `, bereikt op ${day(reachedOn)}` : ''}`;

const period = ({ kind, from, to }) => `${word('periodKind', kind)}, van ${day(from)}${to ? ` tot en met ${day(to)}` : ', loopt nog'}`;

/** What the rules say when something else is taken as true, and what that changes for the citizen. */
export const outlook = (seen) => html`<dl>
    <dt>Uitkomst</dt><dd>${seen.entitled ? `Recht op ${price(seen)}` : 'Geen recht'}</dd>
    ${seen.failed?.length ? html`<dt>Niet voldaan</dt><dd>${list('condition', seen.failed)}</dd>` : nothing}
    <dt>Werkervaring</dt><dd>${experience(seen)}</dd>
    <dt>Regels</dt><dd>${seen.ruleVersion}</dd>
  </dl>
  <ul>${seen.consequences.map((text) => html`<li>${text}</li>`)}</ul>`;

/** What an officer found beside the sources; nothing when they found nothing. */
export function findings(found) {
  const lines = [
    ...(found.periods ?? []).map((one) => ['Erkende periode', period(one)]),
    found.education && ['Opleiding', word('education', found.education)],
    found.region && ['Woont in', word('region', found.region)],
    typeof found.worksInFlandersOrBrussels === 'boolean' && ['Werkt in Vlaanderen of Brussel', yes(found.worksInFlandersOrBrussels)],
    Number.isInteger(found.chequesUsed) && ['Gebruikte cheques', number(found.chequesUsed)],
    typeof found.outplacement === 'boolean' && ['Volgt outplacement', yes(found.outplacement)],
  ].filter(Boolean);
  return lines.length ? html`<dl>${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>` : nothing;
}

/** What the sources said, beside the periods. */
export const facts = (said) => html`<dl>
  <dt>Woont in</dt><dd>${word('region', said.region)}</dd>
  <dt>Werkt in Vlaanderen of Brussel</dt><dd>${yes(said.worksInFlandersOrBrussels)}</dd>
  <dt>Opleiding blijkt uit</dt><dd>${word('educationBasis', said.educationBasis)}</dd>
  <dt>Gebruikte cheques</dt><dd>${number(said.chequesUsed)}</dd>
  <dt>Volgt outplacement</dt><dd>${yes(said.outplacement)}</dd>
</dl>`;
