import { html, nothing } from 'lit';

/** A list that is fetched page by page (`after` and `next`), for a screen that shows it. */
export class Paged {
  /** @param key the member of the answer that holds the rows */
  constructor(screen, path, key, query = {}) {
    Object.assign(this, { screen, path, key, query, rows: [], next: undefined });
  }

  /** The first page. */
  async load(query = this.query) {
    this.query = query;
    const answer = await this.screen.api.get(this.path, query);
    [this.rows, this.next] = [answer[this.key] ?? [], answer.next];
    return this.rows;
  }

  async more() {
    const answer = await this.screen.api.get(this.path, { ...this.query, after: this.next });
    this.rows = [...this.rows, ...(answer[this.key] ?? [])];
    this.next = answer.next;
  }

  /** How many are shown, and the button for more. */
  foot() {
    return html`<p class="soft" role="status">${this.rows.length === 1 ? '1 regel' : `${this.rows.length} regels`}${this.next ? ' tot nu toe' : ''}</p>
      ${this.next
        ? this.screen.button(`more-${this.path}`, 'Toon meer', async () => {
            this.screen.busy = `more-${this.path}`;
            try {
              await this.more();
            } catch (problem) {
              this.screen.failed = problem;
            } finally {
              this.screen.busy = '';
            }
          }, 'quiet')
        : nothing}`;
  }
}
