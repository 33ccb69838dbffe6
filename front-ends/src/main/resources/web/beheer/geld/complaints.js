import { html, nothing } from 'lit';
import { moment } from '../../shared/format.js';
import '../../shared/timeline.js';
import { Desk } from '../desk.js';
import { counsellor, dossier, officer } from '../links.js';
import { ListScreen } from '../list.js';
import { reason } from '../reason.js';
import { tag, word } from '../words.js';
import { facts, looks, selectField, story, written } from './parts.js';
import { foundUndue, undue, undueFields } from './undue.js';

/** Complaints of citizens, oldest first, as they are to be worked on. */
class Complaints extends ListScreen {
  static styles = looks;

  place = '/klachten';
  source = { path: 'session-claims/v1/complaints', key: 'complaints' };
  initial = { status: 'OPEN' };
  filters = [
    { name: 'status', label: 'Status', words: 'complaint' }, { name: 'kind', label: 'Soort', words: 'complaintKind' },
    { name: 'outcome', label: 'Uitkomst', words: 'complaintOutcome' }, { name: 'counsellor', label: 'Kenmerk van de begeleider', type: 'text' },
  ];
  caption = 'Klachten, de oudste eerst';
  empty = 'Er zijn geen klachten met deze keuze. Een klacht over het recht of over de begeleiding komt hier zodra een burger ze indient.';
  columns = [
    { label: 'Ingediend', cell: (each) => html`<a href="#/klachten/${each.complaint}">${moment(each.filedAt)}</a>` },
    { label: 'Soort', cell: (each) => word('complaintKind', each.kind) },
    { label: 'Status', cell: (each) => tag('complaint', each.status) },
    { label: 'Uitkomst', cell: (each) => word('complaintOutcome', each.decision?.outcome) },
    { label: 'Begeleider', cell: (each) => counsellor(this.api, each.counsellor) },
    { label: 'Antwoord', cell: (each) => moment(each.answeredAt) },
  ];

  get heading() {
    return 'Klachten';
  }
}
customElements.define('officer-complaints', Complaints);

/** One complaint, the counsellor's answer, and the judgement. */
class Complaint extends Desk {
  static styles = looks;

  get heading() {
    return this.data ? `Klacht van ${moment(this.data.filedAt)}` : 'Klacht';
  }

  get path() {
    return `session-claims/v1/complaints/${this.params.complaint}`;
  }

  async load({ complaint }) {
    const [found, happened] = await Promise.all([this.api.get(this.path), story(this.api, 'session-claims', complaint)]);
    return { ...found, happened, sessions: found.booking && found.actions.includes('DECIDE') ? await this.sessionsOf(found.booking) : [] };
  }

  /** What was registered in the block: no list of an officer has it, the events do. */
  async sessionsOf(booking) {
    const { facts: all } = await this.api.get(`session-claims/v1/admin/history/${booking}`, { limit: 100 });
    return all.filter(({ fact }) => fact === 'SessionRegistered').map(({ data }) => data);
  }

  content(it) {
    return html`<p>${tag('complaint', it.status)}</p>
      ${facts([
        ['Soort', word('complaintKind', it.kind)],
        ['Burger', it.wallet && dossier('burger', it.wallet)],
        ['Boeking', it.booking && dossier('boeking', it.booking)],
        ['Begeleider', counsellor(this.api, it.counsellor)],
      ])}
      <h2>Wat de burger schreef</h2>
      ${it.written ? written(it.written) : html`<p class="soft">De tekst is gewist: de bewaartermijn is voorbij.</p>`}
      <h2>Antwoord van de begeleider</h2>
      ${it.answer ? written(it.answer) : html`<p>${unanswered(it)}</p>`}
      ${it.decision ? this.decided(it.decision) : nothing}
      ${it.actions.includes('DECIDE')
        ? html`<h2>Wat u nu kunt doen</h2>${this.tasks([{ task: 'decide', label: 'Beoordeel de klacht' }])}${this.judge(it)}`
        : nothing}
      <h2>Wat er gebeurde</h2>
      <lk-timeline .items=${it.happened}></lk-timeline>`;
  }

  decided(decision) {
    return html`<h2>Beslissing</h2>
      ${facts([
        ['Uitkomst', word('complaintOutcome', decision.outcome)],
        ['Reden', word('complaintReason', decision.reasonCode)],
        ['Beslist', `op ${moment(decision.decidedAt)} door ${officer(decision.officer)}`],
      ])}
      ${written(decision.reason)}
      ${foundUndue(decision.undue)}`;
  }

  judge(it) {
    const both = it.kind === 'GUIDANCE';
    return this.form({
      task: 'decide', title: 'Beoordeel de klacht', submit: 'Neem de beslissing', said: `De beslissing is genomen. ${both ? 'Burger en begeleider zien' : 'De burger ziet'} de beslissing bij de klacht.`,
      fields: html`${selectField(this, { id: 'outcome', label: 'Uitkomst', words: 'complaintOutcome', any: 'Kies een uitkomst' })}
        ${reason(this, { words: 'complaintReason', label: 'Motivering', hint: `${both ? 'Burger en begeleider lezen' : 'De burger leest'} dit.` })}
        ${it.sessions.length ? undueFields(this, it.sessions, it.session) : nothing}`,
      send: (words) => {
        const { outcome, reasonCode, reason: why } = words;
        return this.api.post(`${this.path}/decision`, { outcome, reasonCode, reason: why, undue: undue(words) });
      },
    });
  }
}
customElements.define('officer-complaint', Complaint);

function unanswered(it) {
  if (it.kind !== 'GUIDANCE') return 'Een klacht over het recht gaat niet naar een begeleider.';
  return it.decision ? 'De begeleider heeft niet geantwoord.' : 'De begeleider heeft nog niet geantwoord. U kunt ook zonder antwoord beslissen.';
}
