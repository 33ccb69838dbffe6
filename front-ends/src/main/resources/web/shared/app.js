import { LitElement, css, html, nothing } from 'lit';
import { html as staticHtml, literal } from 'lit/static-html.js';
import { Api } from './api.js';
import { style } from './style.js';

export { literal };

/**
 * The frame of a front end: header, who is logged in, navigation, and the screen that the address asks for (`#/boekingen/…?status=…`).
 * A front end gives its `name`, its `nav` and its `routes`: `{ path: '/blokken/:blok', screen: literal`lk-blok`, title, open }`; open needs no login.
 */
export class App extends LitElement {
  static properties = {
    base: {},
    embedded: { type: Boolean },
    send: { attribute: false },
    who: { state: true },
    place: { state: true },
    ended: { state: true },
    menu: { state: true },
  };

  static styles = [
    style,
    css`
      :host { background: var(--ground); min-height: 100vh; }
      :host([embedded]) { min-height: 0; }
      header { border-bottom: 1px solid var(--line-soft); }
      .bar { background: var(--yellow); display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: center; min-height: 2.75rem; padding: 0.25rem max(1rem, (100vw - 72rem) / 2); }
      .bar strong { font-size: 1.05rem; }
      .bar .who { margin-left: auto; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; }
      .bar .link, .bar a { color: var(--ink); }
      nav { padding: 0 max(1rem, (100vw - 72rem) / 2); }
      nav ul { display: flex; flex-wrap: wrap; list-style: none; margin: 0; max-width: none; padding: 0; }
      nav a { border-bottom: 4px solid transparent; color: var(--ink); display: block; padding: 0.7rem 0.9rem 0.5rem; text-decoration: none; }
      nav a:hover { border-color: var(--line); }
      nav a[aria-current] { border-color: var(--blue); color: var(--blue-dark); font-weight: 600; }
      .toggle { display: none; }
      main { margin: 0 auto; max-width: 74rem; padding: 1.5rem 1rem 3rem; }
      :host([embedded]) main { padding: 0; }
      :host([embedded]) nav { margin: 0 0 1rem; padding: 0; }
      .skip { background: var(--ground); left: 0.5rem; padding: 0.5rem 1rem; position: absolute; top: -4rem; z-index: 2; }
      .skip:focus { top: 0.5rem; }
      footer { border-top: 1px solid var(--line-soft); color: var(--ink-soft); padding: 1rem max(1rem, (100vw - 72rem) / 2); }
      @media (max-width: 48rem) {
        .toggle { display: block; margin: 0.5rem 0; width: 100%; }
        nav ul { display: none; flex-direction: column; padding: 0 0 0.5rem; }
        nav ul.open { display: flex; }
        nav a { border-bottom: 0; border-left: 4px solid transparent; padding: 0.6rem 0.75rem; }
      }
    `,
  ];

  name = '';
  nav = [];
  routes = [];

  connectedCallback() {
    super.connectedCallback();
    this.base ??= location.pathname.replace(/\/[^/]*$/, '');
    this.api = new Api(`${this.base}/api`, this.send);
    this.api.addEventListener('session-ended', () => (this.ended = true));
    this.onPlace = () => this.go();
    addEventListener('hashchange', this.onPlace);
    this.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.onPlace);
  }

  async start() {
    if (this.send) {
      this.who = {};
    } else {
      try {
        const answer = await fetch(`${this.base}/wie`, { headers: { Accept: 'application/json' } });
        this.who = answer.status === 200 ? await answer.json() : null;
      } catch {
        this.who = null;
      }
    }
    this.go(false);
  }

  /** Shows the screen of the address; a person who follows a link hears and sees where they are. */
  async go(moved = true) {
    const [path, query] = (location.hash.slice(1) || '/').split('?');
    const found = this.routes.map((route) => [route, match(route.path, path)]).find(([, params]) => params);
    this.place = found ? { route: found[0], params: { ...Object.fromEntries(new URLSearchParams(query)), ...found[1] }, path } : { path };
    this.menu = false;
    if (!this.embedded) document.title = `${this.place.route?.title ?? 'Niet gevonden'} · ${this.name}`;
    await this.updateComplete;
    if (moved) {
      scrollTo(0, 0);
      const screen = this.renderRoot.querySelector('#screen > *');
      await screen?.updateComplete;
      (screen?.renderRoot ?? this.renderRoot).querySelector('h1')?.focus();
    }
  }

  get loginAddress() {
    return `${this.base}/aanmelden?naar=${encodeURIComponent(location.hash || '#/')}`;
  }

  async logout() {
    await fetch(`${this.base}/afmelden`, { method: 'POST' });
    location.hash = '';
    location.reload();
  }

  /** What somebody sees who is not logged in. */
  welcome() {
    return html`<h1 tabindex="-1">${this.name}</h1><p class="lead">Meld u aan om verder te gaan.</p>`;
  }

  screen() {
    const { route, params } = this.place;
    if (!route) return html`<h1 tabindex="-1">Deze pagina bestaat niet</h1><p><a href="#/">Ga naar het begin</a></p>`;
    if (!this.who && !route.open) return html`${this.welcome()}<p><a class="button" href=${this.loginAddress}>Aanmelden</a></p>`;
    return staticHtml`<${route.screen} .api=${this.api} .params=${params} .who=${this.who}></${route.screen}>`;
  }

  current(path) {
    const here = this.place?.path ?? '/';
    return path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`);
  }

  links() {
    const items = this.nav.filter((item) => this.who || item.open);
    if (!items.length) return nothing;
    return html`<nav aria-label="Hoofdmenu">
      <button class="toggle quiet" type="button" aria-expanded=${this.menu ? 'true' : 'false'} @click=${() => (this.menu = !this.menu)}>Menu</button>
      <ul class=${this.menu ? 'open' : ''}>
        ${items.map(
          (item) => html`<li><a href="#${item.path}" aria-current=${this.current(item.path) ? 'page' : nothing}>${item.label}</a></li>`,
        )}
      </ul>
    </nav>`;
  }

  render() {
    if (!this.place) return html`<main><p role="status">Even geduld …</p></main>`;
    const content = html`${this.ended
        ? html`<div class="notice warn" role="alert"><p>U bent niet meer aangemeld.</p><p><a class="button" href=${this.loginAddress}>Meld opnieuw aan</a></p></div>`
        : nothing}
      ${this.place.path === '/aanmelden-mislukt'
        ? html`<div class="notice bad" role="alert">Aanmelden is niet gelukt. Probeer het opnieuw.</div>${this.welcome()}<p><a class="button" href="${this.base}/aanmelden">Aanmelden</a></p>`
        : html`<div id="screen">${this.screen()}</div>`}`;
    if (this.embedded) return html`<main>${this.links()}${content}</main>`;
    return html`
      <header>
        <button type="button" class="skip quiet" @click=${() => this.renderRoot.querySelector('main').focus()}>Naar de inhoud</button>
        <div class="bar">
          <strong>${this.name}</strong>
          <span class="who">
            ${this.who
              ? html`${this.who.name ? html`<span>${this.who.name}</span>` : nothing}<button type="button" class="link" @click=${() => this.logout()}>Afmelden</button>`
              : html`<a href=${this.loginAddress}>Aanmelden</a>`}
          </span>
        </div>
        ${this.links()}
      </header>
      <main id="main" tabindex="-1">${content}</main>
      <footer>Loopbaankrediet, een dienst van de Vlaamse overheid</footer>
    `;
  }
}

/** The named parts of a path, or null when it is another one. */
function match(pattern, path) {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(given[index]);
    else if (part !== given[index]) return null;
  }
  return params;
}
