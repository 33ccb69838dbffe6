import { css, html, nothing } from 'lit';
import { money, number } from '../../shared/format.js';
import { Screen, values } from '../../shared/screen.js';
import { beside, dayForm, table } from '../list.js';
import { smalls, tag, word } from '../words.js';
import { price } from './outlook.js';
import { amount } from './parameters.js';
import { group, groupFields } from './population.js';

const CENTS = 100;
const COSTS = [
  ['Mensen met recht', number, 'entitledPeople'],
  ['Uren', number, 'hours'],
  ['De overheid betaalt', money, 'governmentCents'],
  ['De burgers betalen', money, 'coPaymentCents'],
];
const NO_DAY = 'Kies eerst een dag. Daarna kunt u de cijfers van die dag veranderen.';
const NO_SCHEME = 'Op die dag gold geen regeling. Kies een andere dag.';
const right = (side) => (side.hours ? price(side) : `Geen recht: ${smalls('condition', side.failed)}`);

/** Other figures tried on a made-up population: who gains, who loses, what a year costs. Nothing is kept and nothing changes. */
class WhatIf extends Screen {
  static properties = { groups: { state: true }, outcome: { state: true } };
  static styles = [...Screen.styles, beside, css`td input { min-width: 8rem; } fieldset.group { margin: 0 0 1rem; }`];

  constructor() {
    super();
    /** How many periods each group has. */
    this.groups = [1];
  }

  get heading() {
    return 'Wat als de regels anders waren?';
  }

  async load({ op }) {
    this.outcome = undefined;
    return op ? (await this.api.get('eligibility/v1/parameters', { on: op })).parameters : null;
  }

  async reckon(event) {
    event.preventDefault();
    const words = values(event.target);
    const whole = ({ key, unit }) => Math.round(Number(words[key]) * (unit === 'EURO_CENTS' ? CENTS : 1));
    const changes = Object.fromEntries(this.data.filter(({ key }) => words[key] !== undefined).map((figure) => [figure.key, whole(figure)]));
    const population = this.groups.map((periods, index) => group(words, index, periods));
    [this.busy, this.failed, this.outcome] = ['reckon', undefined, undefined];
    try {
      const question = { on: this.params.op, changes, reEntrants: words.reEntrants === 'on', population };
      this.outcome = await this.api.post('eligibility/v1/what-if', question);
      await this.updateComplete;
      this.renderRoot.querySelector('#outcome')?.focus();
    } catch (problem) {
      this.failed = problem;
    } finally {
      this.busy = '';
    }
  }

  content(figures) {
    return html`<p class="lead">Probeer andere cijfers uit op een verzonnen groep mensen. Er wordt niets bewaard en er verandert niets.</p>
      ${dayForm({ place: '/wat-als', label: 'Regels van welke dag?', day: this.params.op, submit: 'Neem deze dag', required: true })}
      ${figures?.length ? this.question(figures) : html`<div class="card"><p>${this.params.op ? NO_SCHEME : NO_DAY}</p></div>`}
      ${this.outcome ? this.answer(this.outcome) : nothing}`;
  }

  question(figures) {
    const periods = (index, many) => (this.groups = this.groups.map((old, at) => (at === index ? many : old)));
    return html`<form @submit=${this.reckon}>
      <h2>Cijfers</h2>
      <p>Vul alleen in wat u wilt veranderen.</p>
      ${table('Cijfers van die dag', [
        { label: 'Cijfer', cell: ({ key }) => html`<label for=${key}>${word('parameter', key)}</label>` },
        { label: 'Nu', number: true, cell: ({ value, unit }) => amount(value, unit) },
        { label: 'Anders', cell: ({ key, unit }) => this.other(key, unit) },
      ], figures)}
      <label class="choice"><input type="checkbox" name="reEntrants" />Met de regels voor herintreders</label>
      <h2>Mensen</h2>
      <p>Elke groep bestaat uit mensen die op elkaar lijken. De volgorde is die van aankomst in één jaar.</p>
      ${this.groups.map((many, index) => groupFields(this, index, many, (other) => periods(index, other)))}
      <p class="row">
        <button type="button" class="quiet" @click=${() => (this.groups = [...this.groups, 1])}>Voeg een groep toe</button>
        ${this.groups.length > 1
          ? html`<button type="button" class="quiet" @click=${() => (this.groups = this.groups.slice(0, -1))}>Neem de laatste groep weg</button>`
          : nothing}
      </p>
      <p>${this.submit('reckon', 'Reken uit')}</p>
      <div role="status">
        ${this.busy === 'reckon' ? html`<label for="progress">We rekenen alle groepen na …</label><progress id="progress"></progress>` : nothing}
      </div>
    </form>`;
  }

  other(key, unit) {
    const euro = unit === 'EURO_CENTS';
    const error = this.failed?.issue?.(`changes.${key}`);
    return html`<input type="number" id=${key} name=${key} min="0" step=${euro ? '0.01' : '1'}
        placeholder=${euro ? 'euro' : word('unit', unit)} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${key}-error` : nothing} />
      ${error ? html`<span class="error" id="${key}-error">${error}</span>` : nothing}`;
  }

  answer(outcome) {
    const figure = (key, value) => amount(value, this.data.find((one) => one.key === key)?.unit);
    return html`<section id="outcome" tabindex="-1" aria-labelledby="answer">
      <h2 id="answer">Wat er zou gebeuren</h2>
      <dl>
        <dt>Winnen</dt><dd>${number(outcome.gaining)} mensen</dd>
        <dt>Verliezen</dt><dd>${number(outcome.losing)} mensen</dd>
        <dt>Merken niets</dt><dd>${number(outcome.same)} mensen</dd>
        <dt>Verschil voor de overheid</dt><dd>${money(outcome.extraCents)} per jaar</dd>
        <dt>Blijft over van het budget</dt><dd>${money(outcome.leftOfBudgetCents) || 'die dag geen budget per jaar'}</dd>
      </dl>
      ${outcome.changes.length
        ? table('Wat u veranderde', [
            { label: 'Cijfer', cell: ({ key }) => word('parameter', key) },
            { label: 'Nu', number: true, cell: ({ key, before }) => figure(key, before) },
            { label: 'Anders', number: true, cell: ({ key, after }) => figure(key, after) },
          ], outcome.changes)
        : nothing}
      ${table('Wat een jaar kost', [
        { label: 'Per jaar', cell: ([label]) => label },
        { label: 'Nu', number: true, cell: ([, show, name]) => show(outcome.before[name]) },
        { label: 'Anders', number: true, cell: ([, show, name]) => show(outcome.after[name]) },
      ], COSTS)}
      ${table('Per groep', [
        { label: 'Groep', cell: ({ group: which }) => `Groep ${which}` },
        { label: 'Mensen', number: true, cell: ({ people }) => number(people) },
        { label: 'Gevolg', cell: ({ effect }) => tag('effect', effect) },
        { label: 'Nu', cell: ({ before }) => right(before) },
        { label: 'Anders', cell: ({ after }) => right(after) },
      ], outcome.groups)}
    </section>`;
  }
}
customElements.define('officer-what-if', WhatIf);
