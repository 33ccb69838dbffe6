import { html } from 'lit';
import { moment } from '../../shared/format.js';
import { ListScreen } from '../list.js';
import { dossier, officer, short } from '../links.js';
import { tag, word } from '../words.js';

/** Evidence, objections and revisions; what waits longest comes first. */
class WorkList extends ListScreen {
  place = '/aanvragen';
  source = { path: 'eligibility/v1/work-list', key: 'items' };
  initial = { status: 'WAITING' };
  filters = [
    { name: 'status', label: 'Stand', words: 'workStatus' },
    { name: 'kind', label: 'Soort', words: 'workKind' },
  ];
  caption = 'Bewijzen, bezwaren en verbeteringen, de oudste eerst';
  empty = 'Er wacht niets met deze keuze. Hier komt wat burgers insturen: bewijzen en bezwaren, en wat een bron later verbetert.';
  columns = [
    { label: 'Aanvraag', cell: ({ request }) => html`<a href="#/aanvragen/${request}">${short(request)}</a>` },
    { label: 'Soort', cell: ({ kind }) => word('workKind', kind) },
    { label: 'Stand', cell: ({ status }) => tag('workStatus', status) },
    { label: 'Sinds', cell: ({ since }) => moment(since) },
    { label: 'Burger', cell: ({ citizen }) => dossier('burger', citizen, short(citizen)) },
    { label: 'Beslist of voorgesteld', cell: (item) => html`${item.decidedAt ? moment(item.decidedAt) : ''} ${officer(item.officer)}` },
  ];

  get heading() {
    return 'Werklijst aanvragen';
  }
}
customElements.define('officer-requests', WorkList);
