import { Screen } from '../shared/screen.js';

const EVERY = 3_000;
const TIMES = 20;

/** A screen that looks again by itself while something is on its way: every three seconds, for a minute. Who comes back to it starts anew. */
export class Watching extends Screen {
  static properties = { looks: { state: true } };

  /** Whether the shown data will change by itself. */
  waiting() {
    return false;
  }

  get watching() {
    return !this.loading && !this.problem && this.waiting(this.data) && this.looks < TIMES;
  }

  /** Whether it was looked at long enough. */
  get givenUp() {
    return !this.loading && !this.problem && this.waiting(this.data) && this.looks >= TIMES;
  }

  connectedCallback() {
    this.looks = 0;
    this.onBack = () => document.hidden || this.watch();
    document.addEventListener('visibilitychange', this.onBack);
    addEventListener('pageshow', this.onBack);
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.onBack);
    removeEventListener('pageshow', this.onBack);
    clearTimeout(this.timer);
  }

  async refresh(quietly) {
    await super.refresh(quietly);
    this.watch();
  }

  watch() {
    this.looks = 0;
    this.later();
  }

  later() {
    clearTimeout(this.timer);
    if (this.isConnected && this.watching) this.timer = setTimeout(() => this.look(), EVERY);
  }

  async look() {
    this.looks += 1;
    const turn = this.turn;
    if (!document.hidden && !this.busy) {
      try {
        const data = await this.load(this.params);
        if (turn === this.turn && !this.busy) this.data = data;
      } catch (problem) {
        if (problem.detail === undefined) throw problem;
        if (!problem.passing) this.problem = problem;
      }
    }
    this.later();
  }
}
