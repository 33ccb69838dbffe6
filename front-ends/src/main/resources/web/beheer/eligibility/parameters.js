import { html, nothing } from 'lit';
import { day, money, number } from '../../shared/format.js';
import { ListScreen } from '../list.js';
import { word } from '../words.js';

/** A figure with its unit. */
export const amount = (value, unit) => (unit === 'EURO_CENTS' ? money(value) : `${number(value)} ${word('unit', unit)}`);

const UNUSED = html`<span class="tag">Niet in gebruik</span>`;

/** The figures on which decisions rest, each with where it comes from and when it holds. They change by decree, not here. */
class Parameters extends ListScreen {
  place = '/parameters';
  source = { path: 'eligibility/v1/parameters', key: 'parameters' };
  filters = [{ name: 'on', label: 'Zoals ze gelden op', type: 'date' }];
  caption = 'Cijfers van de regelingen';
  empty = 'Op deze dag gold geen regeling. Kies een andere dag, of laat de dag leeg voor alle cijfers.';
  columns = [
    { label: 'Cijfer', cell: ({ key, switchedOn }) => html`${word('parameter', key)} ${switchedOn ? nothing : UNUSED}` },
    { label: 'Waarde', number: true, cell: ({ value, unit }) => amount(value, unit) },
    { label: 'Van', cell: ({ firstDay }) => day(firstDay) },
    { label: 'Tot en met', cell: ({ lastDay }) => (lastDay ? day(lastDay) : 'loopt nog') },
    { label: 'Opnieuw te bekijken', cell: ({ nextReview }) => day(nextReview) },
    { label: 'Bron', cell: ({ source }) => source },
  ];

  get heading() {
    return 'Parameters';
  }

  intro() {
    return html`<p class="lead">
        Deze cijfers komen uit besluiten en gelden vanaf hun eerste dag. Wilt u zien wat andere cijfers zouden doen?
        <a href="#/wat-als">Reken het uit</a>.
      </p>
      <p class="soft">
        Bronnen: BVR is het besluit van de Vlaamse Regering, CN de conceptnota Loopbaankrediet, MR het monitoringrapport, VR het voorstel van
        resolutie, OP het opiniestuk, D een beslissing van het project.
      </p>`;
  }
}
customElements.define('officer-parameters', Parameters);
