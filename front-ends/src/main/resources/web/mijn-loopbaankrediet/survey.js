import { css, html, nothing } from 'lit';
import { Screen } from '../shared/screen.js';
import { style } from '../shared/style.js';
import { moment } from '../shared/format.js';
import { area } from './parts.js';

const SCORES = Array.from({ length: 10 }, (_, index) => index + 1);

/** The questions after a block: first answered, and changed as long as the service lets. */
class Survey extends Screen {
  static styles = [
    style,
    css`
      .scores { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; }
      .scores label {
        align-items: center; border: 1px solid var(--line); border-radius: var(--radius); display: flex; font-weight: 400; gap: 0.35rem; margin: 0;
        min-height: 2.75rem; min-width: 3.4rem; padding: 0.25rem 0.6rem;
      }
      .scores input { height: 1.2rem; margin: 0; width: 1.2rem; }
      .scores label:has(:checked) { background: var(--blue-light); border-color: var(--blue); font-weight: 600; }
      fieldset { border-bottom: 1px solid var(--line-soft); padding-bottom: 1rem; }
    `,
  ];

  get heading() {
    return 'Wat vond u van de begeleiding?';
  }

  get path() {
    return `session-claims/v1/me/blocks/${this.params.booking}/survey`;
  }

  load() {
    return this.api.get(this.path);
  }

  content(survey) {
    const { given } = survey;
    return html`
      <p><a href="#/boekingen/${survey.booking}">Terug naar uw blok</a></p>
      ${given
        ? html`<p>
            U antwoordde op ${moment(given.answeredAt)}.
            ${survey.canAnswer && given.changeableBefore ? `U kunt uw antwoorden veranderen tot ${moment(given.changeableBefore)}.` : ''}
          </p>`
        : nothing}
      ${survey.canAnswer ? this.form(survey) : html`<div class="notice"><p>${survey.whyNot}</p></div>${given ? this.answers(survey) : nothing}`}
    `;
  }

  form({ scored, answered, open, given }) {
    return html`<p>
        Uw begeleider ziet niet wat u antwoordt, alleen het gemiddelde van meer mensen samen. Wat u zelf schrijft, kan een medewerker van de overheid
        lezen, zonder uw naam.
      </p>
      <form @submit=${(event) => this.answer(event, scored)}>
        <h2>Geef een cijfer van 1 tot 10</h2>
        <p class="hint">1 betekent: helemaal niet akkoord. 10 betekent: helemaal akkoord.</p>
        ${scored.map(
          (each, index) => html`<fieldset>
            <legend>${index + 1}. ${each.text}</legend>
            <div class="scores">
              ${SCORES.map((score) => radio(each.question, score, score, given?.scores[index] === score))}
            </div>
            ${this.wrong(`scores[${index}]`)}
          </fieldset>`,
        )}
        <fieldset>
          <legend>${answered.text}</legend>
          <div class="scores">
            ${radio(answered.question, true, 'Ja', given?.questionAnswered === true)}
            ${radio(answered.question, false, 'Nee', given?.questionAnswered === false)}
          </div>
        </fieldset>
        <h2>In uw eigen woorden</h2>
        <p class="hint">Dit hoeft niet. Schrijf geen namen of andere gegevens van mensen.</p>
        ${open.map((each) => this.field(each.question, each.text, area(given?.[each.question])))}
        <p>${this.submit('answer', given ? 'Bewaar mijn nieuwe antwoorden' : 'Verstuur mijn antwoorden')}</p>
      </form>`;
  }

  wrong(name) {
    const error = this.failed?.issue?.(name);
    return error ? html`<p class="error">${error}</p>` : nothing;
  }

  answers({ scored, answered, open, given }) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Uw antwoorden">
      <table>
        <caption>Uw antwoorden</caption>
        <thead><tr><th scope="col">Vraag</th><th scope="col">Uw antwoord</th></tr></thead>
        <tbody>
          ${scored.map((each, index) => html`<tr><th scope="row">${each.text}</th><td>${given.scores[index]}</td></tr>`)}
          <tr><th scope="row">${answered.text}</th><td>${given.questionAnswered ? 'Ja' : 'Nee'}</td></tr>
          ${open.map((each) => (given[each.question] ? html`<tr><th scope="row">${each.text}</th><td>${given[each.question]}</td></tr>` : nothing))}
        </tbody>
      </table>
    </div>`;
  }

  answer(event, scored) {
    event.preventDefault();
    const form = new FormData(event.target);
    const words = (name) => form.get(name)?.trim() || undefined;
    const body = {
      scores: scored.map((each) => Number(form.get(each.question))),
      questionAnswered: form.get('questionAnswered') === 'true',
      good: words('good'),
      better: words('better'),
      suggestions: words('suggestions'),
    };
    return this.act('answer', () => this.api.put(this.path, body), 'Dank u. Uw antwoorden zijn bewaard.');
  }
}
function radio(name, value, text, checked) {
  return html`<label><input type="radio" required name=${name} value=${value} ?checked=${checked} />${text}</label>`;
}

customElements.define('citizen-survey', Survey);
