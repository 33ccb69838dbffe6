import { html } from 'lit';
import { input, select } from '../fields.js';
import { periodFields, periods } from './periods.js';

export const REGIONS = ['FLANDERS', 'BRUSSELS', 'WALLONIA', 'EEA', 'OTHER'];

/**
 * The fields for what an officer found: periods on top of those of the sources, and other values instead of theirs. What is left as it is,
 * stays as the sources say.
 *
 * @param many how many periods are asked
 * @param again called with another number of periods
 */
export function foundFields(screen, many, again) {
  const instead = { any: 'Zoals de bronnen zeggen', optional: true };
  return html`<fieldset>
      <legend>Periodes die u erkent</legend>
      ${periodFields(screen, { whose: 'found', label: '', many, again })}
    </fieldset>
    ${select(screen, 'education', 'Opleiding', 'education', instead)}
    ${select(screen, 'region', 'Woont in', 'region', { ...instead, codes: REGIONS })}
    ${select(screen, 'worksInFlandersOrBrussels', 'Werkt in Vlaanderen of Brussel', 'answer', instead)}
    ${input(screen, 'chequesUsed', 'Gebruikte loopbaancheques', {
      type: 'number', min: 0, max: 1000, optional: true, hint: 'Laat leeg als de bronnen juist zijn.',
    })}
    ${select(screen, 'outplacement', 'Volgt outplacement', 'answer', instead)}`;
}

const flag = (value) => (value === undefined ? undefined : value === 'true');

/** The findings in the words of a form, as the service wants them. */
export function found(words, many) {
  return {
    periods: many ? periods(words, 'found', many) : undefined,
    education: words.education,
    region: words.region,
    worksInFlandersOrBrussels: flag(words.worksInFlandersOrBrussels),
    chequesUsed: words.chequesUsed === undefined ? undefined : Number(words.chequesUsed),
    outplacement: flag(words.outplacement),
  };
}
