import { html } from 'lit';
import { day, moment, money } from '../../shared/format.js';
import { counsellor } from '../links.js';
import { ListScreen } from '../list.js';

/** Who nears or reaches the VAT threshold while exempt. */
class VatWarnings extends ListScreen {
  place = '/btw';
  source = { path: 'provider-registry/v1/vat-warnings', key: 'warnings' };
  initial = { open: 'true' };
  filters = [
    { name: 'open', label: 'Nog zonder btw', words: 'onlyThose' },
    { name: 'percent', label: 'Deel van de drempel', words: 'thresholdPercent' },
  ];
  caption = 'Begeleiders bij de btw-drempel, de oudste waarschuwing eerst';
  empty = 'Er zijn geen begeleiders bij de btw-drempel met deze keuze.';
  columns = [
    { label: 'Begeleider', cell: (row) => counsellor(this.api, row.counsellor) },
    { label: 'Jaar', cell: ({ year }) => year },
    { label: 'Bereikt', number: true, cell: ({ percent }) => `${percent} %` },
    { label: 'Uitbetaald', number: true, cell: ({ turnoverCents }) => money(turnoverCents) },
    { label: 'Drempel', number: true, cell: ({ thresholdCents }) => money(thresholdCents) },
    { label: 'Gewaarschuwd', cell: ({ warnedAt }) => moment(warnedAt) },
    { label: 'Met btw vanaf', cell: ({ liableFrom }) => (liableFrom ? day(liableFrom) : 'nog niet gemeld') },
  ];

  get heading() {
    return 'Btw-drempel';
  }

  intro() {
    return html`<p>
      Alleen wat wij uitbetalen is hier bekend, niet wat de begeleider elders verdient. De regeling verandert pas als de begeleider of een
      medewerker dat meldt.
    </p>`;
  }
}
customElements.define('officer-vat', VatWarnings);
