import { LitElement, html, nothing } from 'lit';
import { style } from './style.js';
import './problem.js';

/**
 * One screen: fetches what it shows, shows that it is busy, what went wrong and what to do then. A screen says its `heading`, what to
 * `load(params)`, and how the loaded `data` looks in `content(data)`.
 */
export class Screen extends LitElement {
  static properties = {
    api: { attribute: false },
    params: { attribute: false },
    data: { state: true },
    loading: { state: true },
    problem: { state: true },
    busy: { state: true },
    failed: { state: true },
    done: { state: true },
  };

  static styles = [style];

  constructor() {
    super();
    this.params = {};
    this.loading = true;
    this.busy = '';
    this.done = '';
    this.labels = {};
  }

  get heading() {
    return '';
  }

  async load() {
    return {};
  }

  /** What stands above the content, also while it is fetched or when that failed: filters, a way back. */
  above() {
    return nothing;
  }

  content() {
    return nothing;
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  updated(changed) {
    if (changed.has('params') && changed.get('params') !== undefined) {
      [this.done, this.failed] = ['', undefined];
      this.refresh();
    }
    if (changed.has('done') || changed.has('failed')) {
      const said = this.renderRoot.querySelector('.said');
      if (said && (this.done || this.failed)) said.focus();
    }
  }

  /** @param quietly leaves what is shown in its place meanwhile */
  async refresh(quietly = false) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    if (!quietly) this.loading = true;
    try {
      const data = await this.load(this.params);
      if (turn === this.turn) [this.data, this.problem] = [data, undefined];
    } catch (problem) {
      if (turn !== this.turn) return;
      if (problem.detail === undefined) throw problem;
      this.problem = problem;
    } finally {
      if (turn === this.turn) this.loading = false;
    }
  }

  /**
   * Does what a button says: once at a time, tells how it went, and shows what is new.
   *
   * @param name of the button, for {@link Screen#button}
   * @param said afterwards; a function gets what the work answered
   */
  async act(name, work, said = 'Dat is gebeurd.') {
    if (this.busy) return false;
    [this.busy, this.failed, this.done] = [name, undefined, ''];
    try {
      const answer = await work();
      await this.refresh(true);
      this.done = typeof said === 'function' ? said(answer) : said;
      return true;
    } catch (problem) {
      if (problem.detail === undefined) throw problem;
      this.failed = problem;
      return false;
    } finally {
      this.busy = '';
    }
  }

  button(name, label, action, kind = '') {
    const now = this.busy === name;
    return html`<button type="button" class=${kind} aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.busy || action()}>
      ${now ? 'Even geduld …' : label}
    </button>`;
  }

  /** The submit button of a form. */
  submit(name, label) {
    return html`<button type="submit" aria-disabled=${this.busy ? 'true' : nothing}>${this.busy === name ? 'Even geduld …' : label}</button>`;
  }

  /** A labelled input with its hint and what a service said is wrong with it. `input` gets id, aria-describedby and aria-invalid to use. */
  field(name, label, input, hint) {
    const error = this.failed?.issue?.(name);
    this.labels[name] = label;
    return html`<div class="field">
      <label for=${name}>${label}</label>
      ${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : nothing}
      ${input({ id: name, describedBy: [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || nothing, invalid: error ? 'true' : nothing })}
      ${error ? html`<span class="error" id="${name}-error">${error}</span>` : nothing}
    </div>`;
  }

  render() {
    return html`
      <h1 tabindex="-1">${this.heading}</h1>
      <div aria-live="polite">
        ${this.done ? html`<div class="notice good said" tabindex="-1">${this.done}</div>` : nothing}
      </div>
      ${this.failed ? html`<lk-problem class="said" tabindex="-1" .problem=${this.failed} .labels=${this.labels}></lk-problem>` : nothing}
      ${this.above()}
      ${this.loading
        ? html`<p role="status" class="soft">Even geduld, we halen de gegevens op …</p>`
        : this.problem
          ? html`<lk-problem .problem=${this.problem} .again=${() => this.refresh()}></lk-problem>`
          : this.content(this.data)}
    `;
  }
}

/** The words of a form by the names of its fields; what is empty is left out. */
export function values(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '').map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]));
}
