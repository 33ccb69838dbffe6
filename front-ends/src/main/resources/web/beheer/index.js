import { css, html, nothing } from 'lit';
import '../shared/page.css';
import { App, literal } from '../shared/app.js';
import * as dossier from './dossier/index.js';
import * as eligibility from './eligibility/index.js';
import * as geld from './geld/index.js';
import './home.js';
import * as registry from './registry/index.js';
import * as sponsors from './sponsors/index.js';

const PARTS = [eligibility, registry, dossier, geld, sponsors];

/** In the order of the menu. A group without screens is not shown: policy monitoring has its place beside supervision. */
const GROUPS = ['Recht', 'Begeleiders', 'Derdebetalers', 'Dossiers', 'Geld', 'Toezicht', 'Beleid', 'Instellingen'];

/** The back office: work lists, dossiers, money, supervision and settings, for officers. */
class LoopbaanBeheer extends App {
  static properties = { part: { state: true } };
  static styles = [
    ...App.styles,
    css`
      nav.part { background: var(--ground-soft); display: flow-root; border-top: 1px solid var(--line-soft); }
      nav.part a { font-size: 0.95rem; padding: 0.45rem 0.75rem 0.3rem; }
    `,
  ];

  name = 'Loopbaankrediet beheer';
  nav = PARTS.flatMap((part) => part.nav);
  routes = [{ path: '/', screen: literal`officer-home`, title: 'Overzicht' }, ...PARTS.flatMap((part) => part.routes)];

  go(moved) {
    this.part = false;
    return super.go(moved);
  }

  links() {
    if (!this.who) return nothing;
    const all = GROUPS.map((label) => ({ label, items: this.nav.filter((item) => item.group === label) }));
    const groups = all.filter(({ items }) => items.length);
    // the longest path wins, so that what lies under another screen is not taken for it
    const here = this.nav.filter(({ path }) => this.current(path)).sort((one, other) => other.path.length - one.path.length)[0];
    const group = groups.find(({ label }) => label === here?.group);
    const link = (path, label, current) => html`<li><a href="#${path}" aria-current=${current || nothing}>${label}</a></li>`;
    return html`<nav aria-label="Hoofdmenu">
        ${this.toggle('Menu', this.menu, () => (this.menu = !this.menu))}
        <ul class=${this.menu ? 'open' : ''}>
          ${link('/', 'Overzicht', this.current('/') && 'page')}
          ${groups.map(({ label, items }) => link(items[0].path, label, label === group?.label && 'true'))}
        </ul>
      </nav>
      ${group
        ? html`<nav class="part" aria-label=${group.label}>
            ${this.toggle(`Meer in ${group.label.toLowerCase()}`, this.part, () => (this.part = !this.part))}
            <ul class=${this.part ? 'open' : ''}>${group.items.map((item) => link(item.path, item.label, item === here && 'page'))}</ul>
          </nav>`
        : nothing}`;
  }

  toggle(label, open, change) {
    return html`<button class="toggle quiet" type="button" aria-expanded=${open ? 'true' : 'false'} @click=${change}>${label}</button>`;
  }
}
customElements.define('loopbaan-beheer', LoopbaanBeheer);
