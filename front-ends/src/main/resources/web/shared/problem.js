import { LitElement, html, nothing } from 'lit';
import { style } from './style.js';

/** What went wrong, with which field, and what to do next. */
class ProblemNotice extends LitElement {
  static properties = { problem: { attribute: false }, again: { attribute: false }, labels: { attribute: false } };
  static styles = [style];

  render() {
    const { problem } = this;
    if (!problem) return nothing;
    return html`<div class="notice bad" role="alert">
      <p><strong>${problem.detail}</strong></p>
      ${problem.issues.length ? html`<ul>${problem.issues.map((issue) => html`<li>${this.labels?.[issue.name] ? `${this.labels[issue.name]}: ` : ''}${issue.detail}</li>`)}</ul>` : nothing}
      ${problem.retryAfter ? html`<p>Probeer het over ${problem.retryAfter} seconden opnieuw.</p>` : nothing}
      ${this.again ? html`<button type="button" class="quiet" @click=${this.again}>Probeer opnieuw</button>` : nothing}
    </div>`;
  }
}
customElements.define('lk-problem', ProblemNotice);
