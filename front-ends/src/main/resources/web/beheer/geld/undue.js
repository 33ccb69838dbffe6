import { html, nothing } from 'lit';
import { minutes, moment } from '../../shared/format.js';
import { dossier } from '../links.js';
import { table } from '../list.js';
import { tag, word } from '../words.js';
import { numberField, selectField } from './parts.js';

/** MR 4.7: hours and co-payment go back when the fault was not the citizen's. */
export function fault(screen, name, required = true) {
  const error = screen.failed?.issue?.(name);
  screen.labels[name] = 'Wat de burger terugkrijgt';
  return html`<fieldset aria-describedby=${error ? `${name}-error` : nothing}>
    <legend>Krijgt de burger de uren en de eigen bijdrage terug?</legend>
    <label class="choice"><input type="radio" name="hoursReturn" value="ja" ?required=${required} />Ja, het is niet de fout van de burger</label>
    <label class="choice"><input type="radio" name="hoursReturn" value="nee" />Nee</label>
    ${error ? html`<span class="error" id="${name}-error">${error}</span>` : nothing}
  </fieldset>`;
}

const FIELD = 'halfHours-';

/**
 * Which half hours of which sessions were undue, as fields of a form; nothing needs to be filled in.
 *
 * @param about the session that it is about, if it is about one
 */
export const undueFields = (screen, sessions, about) => html`<fieldset>
  <legend>Onterechte tijd (niet verplicht)</legend>
  <span class="hint">Vul dit alleen in als er tijd onterecht geregistreerd is. Wat daarvan betaald is, wordt teruggevorderd.</span>
  ${sessions.map((session) => numberField(screen, {
    id: `${FIELD}${session.session}`,
    label: `Sessie van ${moment(session.startedAt)}${session.session === about ? ', waarover de klacht gaat' : ''}: onterechte halve uren`,
    hint: html`${minutes(session.halfHours * 30)} geregistreerd ${session.status ? tag('session', session.status) : nothing}`,
    required: false,
  }))}
  ${selectField(screen, {
    id: 'undue.reasonCode', name: 'undueReason', label: 'Reden van de onterechte tijd', words: 'undueReason', any: 'Kies een reden', required: false,
  })}
  ${fault(screen, 'undue.hoursReturn', false)}
</fieldset>`;

/** What of it was filled in, for the body; undefined when nothing is undue. */
export function undue(words) {
  const sessions = Object.entries(words)
    .filter(([name]) => name.startsWith(FIELD))
    .map(([name, halfHours]) => ({ session: name.slice(FIELD.length), halfHours: Number(halfHours) }));
  if (!sessions.length) return undefined;
  return { sessions, hoursReturn: words.hoursReturn && words.hoursReturn === 'ja', reasonCode: words.undueReason };
}

/** What was found so. */
export const foundUndue = (found) => (found?.length
  ? table('Onterechte tijd', [
      { label: 'Boeking', cell: (each) => dossier('boeking', each.booking) },
      { label: 'Tijd', number: true, cell: (each) => minutes(each.halfHours * 30) },
      { label: 'Reden', cell: (each) => word('undueReason', each.reasonCode) },
      { label: 'Burger krijgt uren terug', cell: (each) => (each.hoursReturn ? 'ja' : 'nee') },
      { label: 'Betaling', cell: (each) => (each.claim ? 'aangerekend: wordt teruggevorderd als ze betaald is' : 'niet aangerekend: ingetrokken') },
    ], found)
  : nothing);
