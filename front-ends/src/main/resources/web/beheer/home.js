import { css, html } from 'lit';
import { until } from 'lit/directives/until.js';
import { Screen } from '../shared/screen.js';

const MOST = 100;
const SERVICES = ['eligibility', 'wallet', 'provider-registry', 'session-claims', 'payout'];
const of = (service) => (path, key, query) => ({ path: `${service}/v1/${path}`, key, query });
const [eligibility, wallet, registry, sessionClaims, payout] = SERVICES.map(of);
const work = (label, place, ...from) => ({ label, place, from });

/** What can wait for an officer, and where it is handled. */
const WORK = {
  'Recht op loopbaankrediet': [
    work('Bewijzen, bezwaren en verbeteringen', '/aanvragen?status=WAITING', eligibility('work-list', 'items', { status: 'WAITING' })),
    work(
      'Voorstellen die een tweede medewerker zoeken',
      '/aanvragen?status=SECOND_OFFICER',
      eligibility('work-list', 'items', { status: 'SECOND_OFFICER' }),
    ),
  ],
  Begeleiders: [
    work('Kandidaten die iets instuurden', '/kandidaten?status=SUBMITTED', registry('applications', 'applications', { status: 'SUBMITTED' })),
    work('Ingestuurde vernieuwingen', '/vernieuwingen?status=SENT', registry('renewals', 'renewals', { status: 'SENT' })),
    work('Aangekondigde sancties', '/sancties?status=OPEN', registry('sanctions', 'sanctions', { status: 'OPEN' })),
    work('Beantwoorde sancties', '/sancties?status=ANSWERED', registry('sanctions', 'sanctions', { status: 'ANSWERED' })),
    work('Rekeningnummers op een andere naam', '/rekeningen?blocked=true', registry('account-changes', 'changes', { blocked: true })),
    work('Begeleiders bij de btw-drempel', '/btw?open=true', registry('vat-warnings', 'warnings', { open: true })),
  ],
  Geld: [
    work('Werklijst van betalingen', '/geld/werklijst', payout('work-list', 'items')),
    work('Betaalbestanden die wachten op vrijgave', '/geld/batches?status=WAITING', payout('batches', 'batches', { status: 'WAITING' })),
    work('Tegengehouden betaalbestanden', '/geld/batches?status=HELD', payout('batches', 'batches', { status: 'HELD' })),
    work('Onbetaalde rekeningen van derdebetalers', '/derdebetalers/rekeningen?status=OPEN', wallet('sponsor-bills', 'bills', { status: 'OPEN' })),
  ],
  Toezicht: [
    work('Open klachten', '/klachten', sessionClaims('complaints', 'complaints', { status: 'OPEN' })),
    work('Steekproeven en signalen', '/toezicht', sessionClaims('reviews', 'reviews', { status: 'OPEN' })),
  ],
  Techniek: [work('Vastgelopen berichten', '/wachtrij-fouten', ...SERVICES.map(of).map((service) => service('admin/dead-letters', 'deadLetters')))],
};

/** The beginning of the day: what waits, and how much of it. */
class Home extends Screen {
  static styles = [
    ...Screen.styles,
    css`
      ul.work { list-style: none; max-width: 44rem; padding: 0; }
      ul.work li { border-bottom: 1px solid var(--line-soft); display: flex; gap: 1rem; justify-content: space-between; padding: 0.5rem 0; }
      ul.work .count { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
      ul.work .waits { font-weight: 600; }
    `,
  ];

  get heading() {
    return 'Wat wacht er?';
  }

  /** The lists have no total of their own, so a page of them is counted. */
  async count(lists) {
    try {
      const pages = await Promise.all(lists.map(({ path, query }) => this.api.get(path, { ...query, limit: MOST })));
      const waiting = pages.reduce((sum, page, index) => sum + page[lists[index].key].length, 0);
      const more = pages.some(({ next }) => next);
      return html`<span class="count ${waiting ? 'waits' : 'soft'}">${waiting}${more ? ' of meer' : ''}</span>`;
    } catch (problem) {
      if (problem.detail === undefined) throw problem;
      return html`<span class="count">niet bekend nu</span>`;
    }
  }

  async load() {
    const counted = (lists) => lists.map((one) => ({ ...one, waiting: this.count(one.from) }));
    return Object.entries(WORK).map(([title, lists]) => ({ title, lists: counted(lists) }));
  }

  content(groups) {
    return html`${groups.map(({ title, lists }) => html`<h2>${title}</h2>
        <ul class="work">
          ${lists.map(({ label, place, waiting }) => html`<li>
            <a href="#${place}">${label}</a>${until(waiting, html`<span class="count soft">…</span>`)}
          </li>`)}
        </ul>`)}
      <p>${this.button('count', 'Tel opnieuw', () => this.refresh(true), 'quiet')}</p>`;
  }
}
customElements.define('officer-home', Home);
