import { LitElement, css, html } from 'lit';
import { style } from './style.js';

/** A question that must be answered before anything else: `await ask(screen, { title, text, yes, bad })` is true or false. */
class Question extends LitElement {
  static properties = { question: { attribute: false } };
  static styles = [
    style,
    css`
      dialog { border: 1px solid var(--line); border-radius: var(--radius); color: inherit; max-width: min(34rem, 92vw); padding: 1.25rem; }
      h2 { margin-top: 0; }
      dialog::backdrop { background: rgb(0 0 0 / 45%); }
    `,
  ];

  firstUpdated() {
    const dialog = this.renderRoot.querySelector('dialog');
    dialog.addEventListener('close', () => {
      this.dispatchEvent(new CustomEvent('answered', { detail: dialog.returnValue === 'yes' }));
      this.remove();
    });
    dialog.showModal();
  }

  close(answer) {
    this.renderRoot.querySelector('dialog').close(answer);
  }

  render() {
    const { title, text, yes, no = 'Toch niet', bad } = this.question;
    return html`<dialog aria-labelledby="title">
      <h2 id="title" tabindex="-1">${title}</h2>
      <div>${text}</div>
      <p class="row">
        <button type="button" class=${bad ? 'bad' : ''} @click=${() => this.close('yes')}>${yes}</button>
        <button type="button" class="quiet" @click=${() => this.close('no')}>${no}</button>
      </p>
    </dialog>`;
  }
}
customElements.define('lk-question', Question);

export function ask(screen, question) {
  const element = document.createElement('lk-question');
  element.question = question;
  screen.renderRoot.append(element);
  return new Promise((resolve) => element.addEventListener('answered', (event) => resolve(event.detail)));
}
