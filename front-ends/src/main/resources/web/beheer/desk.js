import { css, html, nothing } from 'lit';
import { Screen, values } from '../shared/screen.js';

/** A file with its commands. One form is open at a time; it stays as it was filled in until its command succeeds. */
export class Desk extends Screen {
  static properties = { task: { state: true } };
  static styles = [...Screen.styles, css`form.task { margin: 1rem 0; max-width: 46rem; }`];

  async open(task) {
    [this.task, this.failed, this.done] = [task, undefined, ''];
    await this.updateComplete;
    this.renderRoot.querySelector('form.task h2')?.focus();
  }

  /** Buttons that open a form, or do something at once (`go`). `why` says why something cannot be done. */
  tasks(all) {
    const opens = ({ task, label, kind = '' }) => html`<button type="button" class=${kind} aria-expanded=${this.task === task ? 'true' : 'false'}
      @click=${() => this.open(task)}>${label}</button>`;
    return html`<div class="row">
        ${all.filter(({ why }) => !why).map((one) => (one.go ? this.button(one.task, one.label, one.go, one.kind) : opens(one)))}
      </div>
      ${all.filter(({ why }) => why).map(({ label, why }) => html`<p class="soft">${label}: ${why}</p>`)}`;
  }

  /**
   * The form of a command; not there while another one is open.
   *
   * @param send what to do with the words of its fields, by name, and the form itself
   */
  form({ task, title, fields, submit, send, said }) {
    if (this.task !== task) return nothing;
    const go = async (event) => {
      event.preventDefault();
      const form = event.target;
      if (await this.act(task, () => send(values(form), form), said)) this.task = undefined;
    };
    return html`<form class="task card" @submit=${go}>
      <h2 tabindex="-1">${title}</h2>
      ${fields}
      <p class="row">
        ${this.submit(task, submit)}<button type="button" class="quiet" @click=${() => (this.task = undefined)}>Toch niet</button>
      </p>
    </form>`;
  }
}
