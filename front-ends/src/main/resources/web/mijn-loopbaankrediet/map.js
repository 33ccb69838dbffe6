import { LitElement, css, html, nothing, svg } from 'lit';
import { style } from '../shared/style.js';
import { BRUSSELS, FLANDERS, VOEREN } from './outline.js';
import { municipality } from './municipalities.js';

const [WEST, EAST, SOUTH, NORTH, WIDTH] = [2.5, 5.96, 50.64, 51.55, 640];
/** A degree of longitude is that much shorter than one of latitude here. */
const NARROW = Math.cos((51.1 * Math.PI) / 180);
const SCALE = WIDTH / ((EAST - WEST) * NARROW);
const HEIGHT = Math.round((NORTH - SOUTH) * SCALE);
const [RADIUS, LETTERS] = [13, 13];

/** To recognise where one is. */
const CITIES = ['Brugge', 'Gent', 'Antwerpen', 'Brussel', 'Leuven', 'Hasselt'];

const x = (longitude) => (longitude - WEST) * NARROW * SCALE;
const y = (latitude) => (NORTH - latitude) * SCALE;
const shape = (points) => points.map(([longitude, latitude]) => `${x(longitude).toFixed(1)},${y(latitude).toFixed(1)}`).join(' ');

/**
 * Where the counsellors of the list are: a drawing of our own, with the number that each has in the list. Places that would lie over one another
 * are one square with how many they are. Pressing one says who is there; `chosen` then tells the screen which of the list was asked for.
 * `entries`: as the directory gives them; `near`: the name of the place from where was searched.
 */
class Places extends LitElement {
  static properties = { entries: { attribute: false }, near: {}, open: { state: true }, unit: { state: true } };
  static styles = [
    style,
    css`
      svg { background: #eaf3f8; border: 1px solid var(--line-soft); display: block; height: auto; width: 100%; }
      .land { fill: #fff; stroke: var(--line); stroke-width: 1.5; }
      .city { fill: var(--ground-soft); stroke: var(--line); }
      g[role='button'] { cursor: pointer; }
      g[role='button']:focus-visible { outline: none; }
      .mark { fill: var(--blue); stroke: #fff; stroke-width: 1.5; }
      g[role='button']:hover .mark, g[aria-expanded='true'] .mark { fill: var(--blue-dark); }
      g[role='button']:focus-visible .mark { stroke: var(--ink); stroke-width: 4; }
      .mark + text { fill: #fff; font-weight: 700; text-anchor: middle; }
      .name { fill: var(--ink-soft); text-anchor: middle; }
      .near { fill: none; stroke: var(--bad); stroke-width: 3; }
      .who { background: var(--ground-soft); margin: 0; padding: 0.75rem 1rem; }
      .who ul { margin: 0; }
    `,
  ];

  constructor() {
    super();
    this.unit = 1;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes = new ResizeObserver(([entry]) => (this.unit = WIDTH / Math.max(200, entry.contentRect.width)));
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  willUpdate(changed) {
    if (changed.has('entries')) this.open = undefined;
  }

  /** The places of the list on the drawing, those that would touch together. */
  spots() {
    const spots = [];
    for (const [index, entry] of this.entries.entries()) {
      for (const place of entry.places) {
        const where = municipality(place);
        if (!where) continue;
        const point = { x: x(where.longitude), y: y(where.latitude) };
        let spot = spots.find((each) => Math.hypot(each.x - point.x, each.y - point.y) < 2 * RADIUS * this.unit);
        if (!spot) spots.push((spot = { ...point, id: `${spots.length}`, names: new Set(), found: new Map() }));
        spot.names.add(where.name);
        spot.found.set(index + 1, entry);
      }
    }
    return spots;
  }

  render() {
    const spots = this.spots();
    const from = this.near && municipality({ municipality: this.near });
    const open = spots.find((spot) => spot.id === this.open);
    return html`
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="Kaart van Vlaanderen en Brussel met de begeleiders van de lijst">
        <polygon class="land" points=${shape(FLANDERS)} /><polygon class="land" points=${shape(VOEREN)} />
        <polygon class="city" points=${shape(BRUSSELS)} />
        ${CITIES.map((name) => this.city(name))}
        ${from
          ? svg`<circle class="near" cx=${x(from.longitude)} cy=${y(from.latitude)} r=${(RADIUS + 5) * this.unit}><title>${this.near}</title></circle>`
          : nothing}
        ${spots.map((spot) => this.mark(spot))}
      </svg>
      <div class="who" role="status">
        ${open
          ? html`<p><strong>${[...open.names].join(', ')}</strong></p>
              <ul>
                ${[...open.found].map(
                  ([number, entry]) => html`<li>
                    <button type="button" class="link" @click=${() => this.choose(entry)}>${number}. ${entry.name}</button>
                  </li>`,
                )}
              </ul>`
          : html`Een cirkel heeft het nummer uit de lijst. Een vierkant met 3× staat voor drie begeleiders dicht bij elkaar. Kies er een om te zien wie
              het is.`}
      </div>
    `;
  }

  city(name) {
    const { longitude, latitude } = municipality({ municipality: name });
    const below = y(latitude) + (RADIUS + 12) * this.unit;
    return svg`<text class="name" x=${x(longitude)} y=${below} font-size=${11 * this.unit} aria-hidden="true">${name}</text>`;
  }

  mark(spot) {
    const [count, size] = [spot.found.size, RADIUS * this.unit];
    const [[number, { name }]] = spot.found;
    const places = [...spot.names].join(', ');
    const press = () => (this.open = this.open === spot.id ? undefined : spot.id);
    return svg`<g role="button" tabindex="0" aria-label=${count > 1 ? `${count} begeleiders bij ${places}` : `Nummer ${number}, ${name}, ${places}`}
        aria-expanded=${this.open === spot.id ? 'true' : 'false'} @click=${press}
        @keydown=${(event) => ['Enter', ' '].includes(event.key) && (event.preventDefault(), press())}>
      ${count > 1
        ? svg`<rect class="mark" x=${spot.x - size} y=${spot.y - size} width=${2 * size} height=${2 * size} />`
        : svg`<circle class="mark" cx=${spot.x} cy=${spot.y} r=${size} />`}
      <text x=${spot.x} y=${spot.y + 4.5 * this.unit} font-size=${LETTERS * this.unit} aria-hidden="true">${count > 1 ? `${count}×` : number}</text>
    </g>`;
  }

  choose(entry) {
    this.dispatchEvent(new CustomEvent('chosen', { detail: entry.counsellor }));
  }
}
customElements.define('citizen-map', Places);
