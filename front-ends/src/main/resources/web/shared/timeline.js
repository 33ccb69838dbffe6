import { LitElement, css, html, nothing } from 'lit';
import { style } from './style.js';

/** What happened, in order: `items` of `{ at, title, text, kind }`, with kind good, warn or bad where it matters. */
class TimeLine extends LitElement {
  static properties = { items: { attribute: false }, label: {} };
  static styles = [
    style,
    css`
      ol { border-left: 3px solid var(--line-soft); list-style: none; margin: 0 0 1rem 0.4rem; max-width: none; padding: 0; }
      li { padding: 0 0 1rem 1.25rem; position: relative; }
      li::before { background: var(--blue); border: 3px solid #fff; border-radius: 50%; content: ''; height: 1.1rem; left: -0.62rem; position: absolute; top: 0.15rem; width: 1.1rem; }
      li.good::before { background: var(--good); }
      li.warn::before { background: var(--warn); }
      li.bad::before { background: var(--bad); }
      .at { color: var(--ink-soft); display: block; font-size: 0.95rem; }
      .title { display: block; font-weight: 600; overflow-wrap: anywhere; }
      .text { overflow-wrap: anywhere; }
    `,
  ];

  render() {
    return html`<ol aria-label=${this.label ?? 'Wat er gebeurde'}>
      ${(this.items ?? []).map(
        (item) => html`<li class=${item.kind ?? ''}>
          <span class="at">${item.at}</span><span class="title">${item.title}</span>${item.text ? html`<div class="text">${item.text}</div>` : nothing}
        </li>`,
      )}
    </ol>`;
  }
}
customElements.define('lk-timeline', TimeLine);
