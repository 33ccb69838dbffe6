/**
 * The stored events of several streams, as one story. Each stream comes page by page, so what is shown ends where the first unfinished
 * stream ends: nothing is ever missing in between.
 */
export class Histories {
  /** @param streams `{ service, stream, only(data) }`; without `only` everything in it counts */
  constructor(api, streams, asOf) {
    Object.assign(this, { api, asOf });
    this.streams = streams.map((stream) => ({ ...stream, facts: [], next: '' }));
  }

  async read(stream) {
    const answer = await this.api.get(`${stream.service}/v1/admin/history/${stream.stream}`, { asOf: this.asOf, after: stream.next });
    stream.facts = [...stream.facts, ...answer.facts];
    stream.next = answer.next;
    return stream;
  }

  async load() {
    await Promise.all(this.streams.map((stream) => this.read(stream)));
    return this;
  }

  /** Takes a further stream along, that turned up in another. */
  async add(stream) {
    this.streams.push(await this.read({ ...stream, facts: [], next: '' }));
  }

  get unfinished() {
    return this.streams.filter((stream) => stream.next);
  }

  async more() {
    const ends = this.unfinished.map((stream) => [stream, stream.facts.at(-1).at]).sort(([, one], [, other]) => one.localeCompare(other));
    await this.read(ends[0][0]);
  }

  /** `{ service, fact, at, data }`, oldest first. */
  get facts() {
    const until = this.unfinished.map((stream) => stream.facts.at(-1).at).sort()[0];
    return this.streams
      .flatMap(({ service, facts, only = () => true }) => facts.filter(({ data }) => only(data)).map((fact) => ({ ...fact, service })))
      .filter(({ at }) => !until || at <= until)
      .sort((one, other) => one.at.localeCompare(other.at));
  }
}
