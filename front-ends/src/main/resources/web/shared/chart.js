import { LitElement, css, html, nothing, svg } from 'lit';
import { style } from './style.js';

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [640, 260, 76, 34, 14];
/** Room for the name of a point, and up to how many points each gets a dot. */
const [NAME, DOTS] = [100, 24];
const DASHES = ['', '7 4', '2 4', '14 4 2 4'];
/** The mark of each line, the next one smaller: one that lies over another leaves it to be seen. */
const MARKS = ['M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z', 'M-.6-.6H.6V.6H-.6z', 'M0-.6L.55.4H-.55z', 'M0-.45L.4 0L0 .45L-.4 0z'];
const COLOURS = ['#0055cc', '#b3122f', '#0b6e3a', '#333332'];

/** About four steps of 1, 2, 2.5 or 5 times a power of ten, up to the first that is high enough. */
function scale(most) {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= most / 4 && Number.isInteger(each));
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

/**
 * Lines over time as a picture, the same figures as a table, and as a CSV file to take along.
 * `points`: `[{ at, values: [..], place }]`, where a line has no value at a point that is undefined, and `place` says how far along a point
 * stands (without it all are equally far apart); `names`: of the lines; `show`: how a value is written, `mark` how on the axis.
 */
class Chart extends LitElement {
  static properties = { title: {}, names: { attribute: false }, points: { attribute: false }, show: { attribute: false }, mark: { attribute: false }, file: {} };
  static styles = [
    style,
    css`
      svg { display: block; height: auto; max-width: 46rem; min-width: 32rem; width: 100%; }
      text { fill: var(--ink); font-size: 13px; }
      figure { margin: 0 0 1rem; }
      .key { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; }
      .key svg { display: inline-block; height: 0.8rem; margin-right: 0.4rem; min-width: 0; width: 2.2rem; }
    `,
  ];

  render() {
    const points = this.points ?? [];
    if (!points.length) return html`<p class="soft">Nog geen cijfers voor deze periode.</p>`;
    const show = this.show ?? String;
    const mark = this.mark ?? show;
    const most = Math.max(1, ...points.flatMap((point) => point.values).filter((value) => value !== undefined));
    const place = (index) => points[index].place ?? index;
    const [from, to] = [place(0), place(points.length - 1)];
    const x = (index) => LEFT + (to === from ? 0.5 : (place(index) - from) / (to - from)) * (WIDTH - LEFT - 12);
    const marks = scale(most);
    const y = (value) => TOP + (1 - value / marks.at(-1)) * (HEIGHT - TOP - BOTTOM);
    const dot = (line, left, top, size) =>
      svg`<path d=${MARKS[line]} transform="translate(${left} ${top}) scale(${size})" fill=${COLOURS[line]} stroke="#fff" stroke-width="0.15" />`;
    const named = [];
    for (const index of points.keys()) if (!named.length || x(index) - x(named.at(-1)) >= NAME) named.push(index);
    const known = (line) => [...points.keys()].filter((index) => points[index].values[line] !== undefined);
    return html`<figure>
        <div class="scroll" tabindex="0" role="region" aria-label="Grafiek: ${this.title}">
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${this.title}. De tabel eronder heeft dezelfde cijfers.">
          ${marks.map((value) => svg`<line x1=${LEFT} x2=${WIDTH - 12} y1=${y(value)} y2=${y(value)} stroke="#d6dade" /><text x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${mark(value)}</text>`)}
          ${named.map((index) => svg`<text x=${x(index)} y=${HEIGHT - 10} text-anchor=${index === 0 && to !== from ? 'start' : WIDTH - x(index) < NAME / 2 ? 'end' : 'middle'}>${points[index].at}</text>`)}
          ${this.names.map((_, line) => svg`<polyline fill="none" stroke=${COLOURS[line]} stroke-width="2.5" stroke-dasharray=${DASHES[line]} points=${known(line).map((index) => `${x(index)},${y(points[index].values[line])}`).join(' ')} />`)}
          ${points.length > DOTS ? nothing : this.names.map((_, line) => known(line).map((index) => dot(line, x(index), y(points[index].values[line]), points.length === 1 ? 10 : 6)))}
        </svg>
        </div>
        <figcaption>
          <ul class="key">
            ${this.names.map((name, line) => html`<li><svg viewBox="0 0 36 12" aria-hidden="true"><line x1="0" x2="36" y1="6" y2="6" stroke=${COLOURS[line]} stroke-width="3" stroke-dasharray=${DASHES[line]} />${points.length > DOTS ? nothing : dot(line, 18, 6, 6)}</svg>${name}</li>`)}
          </ul>
        </figcaption>
      </figure>
      <details>
        <summary>Toon de cijfers als tabel</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${this.title}>
          <table>
            <caption>${this.title}</caption>
            <thead><tr><th scope="col">Wanneer</th>${this.names.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
            <tbody>${points.map((point) => html`<tr><th scope="row">${point.at}</th>${point.values.map((value) => html`<td class="number">${value === undefined ? '' : show(value)}</td>`)}</tr>`)}</tbody>
          </table>
        </div>
      </details>
      ${this.file ? html`<p><a class="button quiet" href=${this.file} download>Bewaar als CSV</a></p>` : nothing}`;
  }
}
customElements.define('lk-chart', Chart);
