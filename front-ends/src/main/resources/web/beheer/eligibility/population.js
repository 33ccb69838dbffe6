import { html } from 'lit';
import { input, select } from '../fields.js';
import { REGIONS } from './found.js';
import { periodFields, periods } from './periods.js';

const check = (name, label) => html`<label class="choice"><input type="checkbox" name=${name} />${label}</label>`;

/**
 * The fields for one group of people who are alike.
 *
 * @param group from 0
 * @param many how many periods they have
 */
export function groupFields(screen, group, many, again) {
  const id = (name) => `group${group}-${name}`;
  return html`<fieldset class="card group">
    <legend>Groep ${group + 1}</legend>
    <div class="grid">
      ${input(screen, id('people'), 'Aantal mensen', { type: 'number', min: 1, max: 1_000_000 })}
      ${select(screen, id('region'), 'Wonen in', 'region', { codes: REGIONS })}
      ${select(screen, id('education'), 'Opleiding', 'education', { any: 'Niet bekend', optional: true })}
      ${input(screen, id('cheques'), 'Gebruikte cheques', { type: 'number', min: 0, max: 1000, optional: true })}
    </div>
    ${check(id('works'), 'Werken in Vlaanderen of Brussel')} ${check(id('unrecognised'), 'Een buitenlands diploma dat niet erkend is')}
    ${check(id('outplacement'), 'Volgen outplacement')}
    ${periodFields(screen, { whose: `group${group}`, label: ` bij groep ${group + 1}`, many, again })}
  </fieldset>`;
}

/** One group in the words of a form, as the service wants it. */
export function group(words, index, many) {
  const word = (name) => words[`group${index}-${name}`];
  return {
    people: Number(word('people')),
    region: word('region'),
    worksInFlandersOrBrussels: word('works') === 'on',
    education: word('education'),
    diplomaRecognised: word('unrecognised') === 'on' ? false : undefined,
    chequesUsed: Number(word('cheques') ?? 0),
    outplacement: word('outplacement') === 'on',
    periods: periods(words, `group${index}`, many),
  };
}
