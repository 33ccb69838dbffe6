import { html } from 'lit';
import '../../shared/chart.js';
import { day, money, number } from '../../shared/format.js';
import { Screen } from '../../shared/screen.js';
import { table } from '../list.js';
import { count, dayChoice, facts, filters, looks, shortMoney } from './parts.js';

const MONTH = new Intl.DateTimeFormat('nl-BE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT_MONTH = new Intl.DateTimeFormat('nl-BE', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const SHORT_DAY = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const AT = { day: (on) => SHORT_DAY.format(new Date(on)), month: (on) => SHORT_MONTH.format(new Date(on)) };

/** The budget of a year: how it stands, how it went, and what is still to be paid. */
class Budget extends Screen {
  static styles = looks;

  get heading() {
    return this.data?.year ? `Begroting ${this.data.year}` : 'Begroting';
  }

  async load({ jaar, dag, per = 'month' }) {
    // the year of the services, which is not always that of this computer
    const year = jaar ?? (await this.api.get('payout/v1/reconciliation')).on.slice(0, 4);
    const path = `payout/v1/budgets/${encodeURIComponent(year)}`;
    const [budget, course, projection] = await Promise.all([
      this.api.get(path, { asOf: dag }), this.api.get(`${path}/course`, { by: per }), dag ? null : this.api.get(`${path}/projection`),
    ]);
    return { year, path, by: per, on: dag, budget, course, projection };
  }

  above() {
    const { jaar, dag, per } = this.params;
    return html`${filters(this, '/geld/begroting', html`
        <div class="field"><label for="by-jaar">Jaar</label><input id="by-jaar" name="jaar" inputmode="numeric" pattern="20[0-9]{2}" maxlength="4" .value=${jaar ?? this.data?.year ?? ''} /></div>
        ${dayChoice('dag', 'Stand op het einde van', dag)}
        <div class="field"><label for="by-per">Verloop</label><select id="by-per" name="per">
          <option value="" ?selected=${per !== 'day'}>Per maand</option><option value="day" ?selected=${per === 'day'}>Per dag</option>
        </select></div>`)}`;
  }

  content({ year, on, budget, course, projection }) {
    return html`${this.standing(budget, on)}
      <h2>Hoe het jaar verliep</h2>
      ${this.burnDown(course)}
      <h2>Wat er betaald is en nog betaald moet worden</h2>
      ${this.spending(course, projection)}
      ${this.button('csv', 'Bewaar het verloop als CSV', () => this.save(year), 'quiet')}
      ${projection ? this.forecast(projection) : html`<p class="soft">De verwachting gaat altijd uit van vandaag. Kies geen dag om ze te zien.</p>`}`;
  }

  standing(budget, on) {
    const part = (name, cents, hint) => html`<li class="card"><h3>${name}</h3><p class="sum">${money(cents)}</p><p class="soft">${hint}</p></li>`;
    return html`<h2>${on ? `Stand op ${day(on)}` : 'Stand nu'}</h2>
      <ul class="grid">
        ${part('Budget', budget.totalCents, 'van het hele jaar')}
        ${part('Vastgelegd', budget.committedCents, 'voor boekingen die nog niet uitbetaald zijn')}
        ${part('Vereffend', budget.settledCents, 'het aandeel van de overheid in wat uitbetaald is')}
        ${part('Over', budget.leftCents, 'voor nieuwe boekingen')}
      </ul>
      ${facts([
        ['Wachtrij', `${count(budget.queue, 'boeking wacht', 'boekingen wachten')} op budget`],
        ['Verschuldigd boven wat vastgelegd is', budget.owedCents ? `${money(budget.owedCents)}, gaat voor op de wachtrij` : undefined],
        ['Quotum van deze maand', budget.quotaBlocks === undefined ? (on ? undefined : 'Er geldt geen quotum') : `${number(budget.quotaUsed)} van ${number(budget.quotaBlocks)} blokken gebruikt`],
        ['Jaar', budget.closed ? 'Afgesloten: wat openstond, ging naar het volgende jaar' : 'Open'],
      ])}`;
  }

  burnDown({ by, points }) {
    return html`<lk-chart title="Wat er over is van het budget"
      .names=${['Over', 'Budget']} .show=${money} .mark=${shortMoney}
      .points=${points.map((point) => ({ at: AT[by](point.on), place: Date.parse(point.on), values: [point.leftCents, point.totalCents] }))}></lk-chart>`;
  }

  /** The forecast goes on from what is settled, with what the service expects in each month. */
  spending({ by, points }, projection) {
    const drawn = points.map((point) => ({ at: AT[by](point.on), place: Date.parse(point.on), values: [point.settledCents, point.committedCents, undefined] }));
    const names = ['Vereffend', 'Vastgelegd'];
    if (drawn.length && projection?.months.length) {
      names.push('Vereffend, verwacht');
      let expected = points.at(-1).settledCents;
      drawn.at(-1).values[2] = expected;
      for (const { month, cents } of projection.months) {
        expected += cents;
        drawn.push({ at: `eind ${AT.month(`${month}-01`)}`, place: Math.max(drawn.at(-1).place, lastOf(month)), values: [undefined, undefined, expected] });
      }
    }
    for (const point of drawn) point.values.length = names.length;
    return html`<lk-chart title="Vereffend, vastgelegd en verwacht" .names=${names} .show=${money} .mark=${shortMoney} .points=${drawn}></lk-chart>`;
  }

  forecast(projection) {
    return html`<h2>Verwachte betalingen</h2>
      ${facts([
        ['Nog te betalen', money(projection.toPayCents)],
        ['Waarvan dit jaar', money(projection.thisYearCents)],
        ['Van boeking tot uitbetaling', count(projection.delayDays, 'dag', 'dagen')],
      ])}
      <p>${projection.explanation}</p>
      ${projection.months.length
        ? table('Verwachte betalingen per maand', [
            { label: 'Maand', cell: (each) => MONTH.format(new Date(`${each.month}-01`)) },
            { label: 'Bedrag', number: true, cell: (each) => money(each.cents) },
            { label: 'Boekingen', number: true, cell: (each) => number(each.bookings) },
          ], projection.months)
        : html`<p>Er moet niets meer betaald worden: alle vastgelegde boekingen zijn vereffend.</p>`}`;
  }

  /** The figures as the service writes them. */
  save(year) {
    return this.act('csv', async () => {
      const { path, by } = this.data;
      const file = URL.createObjectURL(await this.api.file(`${path}/course?by=${by}`, 'text/csv'));
      const link = document.createElement('a');
      [link.href, link.download] = [file, `begroting-${year}.csv`];
      link.click();
      setTimeout(() => URL.revokeObjectURL(file), 60_000);
    }, 'Het bestand is bewaard bij uw downloads.');
  }
}
customElements.define('officer-budget', Budget);

/** Last day of a month, as a moment. */
function lastOf(month) {
  const [year, number] = month.split('-').map(Number);
  return Date.UTC(year, number, 0);
}
