import { LitElement, css, html, nothing, svg } from 'lit';
import { style } from '../shared/style.js';
import { hours } from '../shared/format.js';

const [CELL, HEIGHT, GAP, EDGE] = [44, 56, 14, 3];
const HALVES_IN_BLOCK = 4;

/** The hours of a wallet as blocks: used ones full with a tick, reserved ones striped, those that are left open; the same in words below. */
class Hours extends LitElement {
  static properties = { wallet: { attribute: false } };
  static styles = [
    style,
    css`
      svg { display: block; height: auto; }
      .blocks { margin: 0 0 0.75rem; max-width: 100%; }
      .frame { fill: none; stroke: var(--blue-dark); stroke-width: 2.5; }
      .used { fill: var(--blue-dark); }
      .reserved { fill: var(--blue-light); }
      .stripe { stroke: var(--blue); stroke-width: 3; }
      .available { fill: #fff; }
      .tick { fill: none; stroke: #fff; stroke-width: 4; }
      .middle { stroke: var(--line); stroke-dasharray: 3 3; }
      ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; padding: 0; }
      li { align-items: center; display: flex; gap: 0.5rem; }
      li svg { flex: none; height: 1.4rem; width: 1.1rem; }
    `,
  ];

  render() {
    const { granted, reserved, used, available } = this.wallet;
    const halves = ['used', 'reserved', 'available'].flatMap((kind) => Array(Math.round(this.wallet[kind] * 2)).fill(kind));
    const blocks = Math.ceil(halves.length / HALVES_IN_BLOCK);
    const width = blocks * (2 * CELL + GAP) - GAP + 2 * EDGE;
    return html`${blocks
        ? html`<svg class="blocks" viewBox="0 0 ${width} ${HEIGHT + 2 * EDGE}" width=${width} role="img"
            aria-label="${hours(granted)} in blokken van 2 uur: ${hours(used)} gebruikt, ${hours(reserved)} gereserveerd, ${hours(available)} over">
            ${Array.from({ length: blocks }, (_, index) => this.block(halves.slice(index * HALVES_IN_BLOCK, (index + 1) * HALVES_IN_BLOCK), index))}
          </svg>`
        : nothing}
      <ul>
        ${this.key('available', `${hours(available)} over`)} ${this.key('reserved', `${hours(reserved)} gereserveerd`)}
        ${this.key('used', `${hours(used)} gebruikt`)}
      </ul>`;
  }

  block(halves, index) {
    const left = EDGE + index * (2 * CELL + GAP);
    const width = (halves.length * CELL) / 2;
    const ticks = [0, 2].filter((place) => halves[place] === 'used' && halves[place + 1] === 'used');
    return svg`${halves.map((kind, place) => half(kind, left + (place * CELL) / 2, CELL / 2, HEIGHT))}
      ${ticks.map((place) => svg`<path class="tick" d="M${left + ((place + 1) * CELL) / 2 - 9} ${EDGE + HEIGHT / 2} l6 7 l12 -14" />`)}
      ${halves.length > 2 ? svg`<line class="middle" x1=${left + CELL} x2=${left + CELL} y1=${EDGE} y2=${EDGE + HEIGHT} />` : nothing}
      <rect class="frame" x=${left} y=${EDGE} width=${width} height=${HEIGHT} rx="4" />`;
  }

  key(kind, text) {
    return html`<li>
      <svg viewBox="0 0 28 ${HEIGHT / 2 + 2 * EDGE}" aria-hidden="true">
        ${half(kind, EDGE, 22, HEIGHT / 2)}<rect class="frame" x=${EDGE} y=${EDGE} width="22" height=${HEIGHT / 2} rx="3" />
      </svg>
      <span>${text}</span>
    </li>`;
  }
}

/** Half an hour, or a sample of it for the key. */
function half(kind, x, width, height) {
  return svg`<rect class=${kind} x=${x} y=${EDGE} width=${width} height=${height} />
    ${kind === 'reserved'
      ? [0.25, 0.75].map((part) => {
          const middle = EDGE + height * part;
          return svg`<line class="stripe" x1=${x + 2} x2=${x + width - 2} y1=${middle + 5} y2=${middle - 5} />`;
        })
      : nothing}`;
}

customElements.define('citizen-hours', Hours);
