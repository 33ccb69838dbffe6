/** What went wrong with a call: the problem document (RFC 9457) that a service answered, or our own words when there was no answer. */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body?.detail ?? words(status));
    this.status = status;
    this.type = (body?.type ?? '').split(':').pop();
    this.detail = this.message;
    this.issues = body?.issues ?? [];
    this.data = body ?? {};
    this.retryAfter = retryAfter;
  }

  /** Whether the same may be tried again without changing anything. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** What is wrong with one field, by its name in the body. */
  issue(name) {
    return this.issues.find((issue) => issue.name === name)?.detail;
  }
}

function words(status) {
  if (status === 0) return 'Er is geen verbinding. Controleer uw internet en probeer het opnieuw.';
  if (status === 401) return 'U bent niet meer aangemeld. Meld u opnieuw aan; wat u intussen invulde, blijft staan.';
  if (status === 403) return 'U hebt geen toegang tot deze gegevens.';
  if (status === 404) return 'Dit bestaat niet, of niet meer.';
  if (status === 413) return 'Dit bestand is te groot: hoogstens 5 MB.';
  return 'Er ging bij ons iets mis. Probeer het over een minuut opnieuw.';
}

const PATIENCE = 30_000;
const PATIENCE_WITH_FILE = 120_000;

/**
 * Calls the public APIs: `api.get('wallet/v1/me')`. A host page may give its own `send` (as `fetch`), which adds a token;
 * otherwise the session's cookie is enough.
 */
export class Api extends EventTarget {
  constructor(base, send = (url, options) => fetch(url, options)) {
    super();
    this.base = base.replace(/\/$/, '');
    this.send = send;
    this.unanswered = new Map();
  }

  get(path, query) {
    const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== '');
    const tail = new URLSearchParams(asked).toString();
    return this.call('GET', tail ? `${path}?${tail}` : path);
  }

  /** @param key the same for a repeat of the same wish; by default that is the same call again after one that got no answer */
  post(path, body, key) {
    return this.wish('POST', path, body, key);
  }

  put(path, body, key) {
    return this.wish('PUT', path, body, key);
  }

  /** What did not arrive, or of which the answer was lost, may be asked again and still happens once. */
  async wish(method, path, body, key) {
    const same = key ?? (body instanceof Blob || body instanceof FormData ? undefined : `${method} ${path} ${JSON.stringify(body)}`);
    const used = key ?? this.unanswered.get(same) ?? crypto.randomUUID();
    this.unanswered.delete(same);
    try {
      return await this.call(method, path, body, { 'Idempotency-Key': used });
    } catch (problem) {
      if ((problem.passing || problem.type === 'still-in-the-works') && same) this.unanswered.set(same, used);
      throw problem;
    }
  }

  /** A file as a Blob, in a form that must be asked for: `application/pdf`. */
  file(path, type) {
    return this.call('GET', path, undefined, { Accept: type });
  }

  /** Address of something to open or to save: a PDF, a CSV. */
  address(path) {
    return `${this.base}/${path}`;
  }

  async call(method, path, body, headers = {}) {
    const form = body instanceof FormData || body instanceof Blob;
    const options = { method, headers: { Accept: 'application/json', 'Accept-Language': 'nl', ...headers }, signal: AbortSignal.timeout(form ? PATIENCE_WITH_FILE : PATIENCE) };
    if (body !== undefined) {
      options.body = form ? body : JSON.stringify(body);
      if (!form) options.headers['Content-Type'] = 'application/json';
    }
    let answer;
    try {
      answer = await this.send(this.address(path), options);
    } catch {
      throw new Problem(0);
    }
    const json = /json/.test(answer.headers.get('Content-Type') ?? '');
    const content = answer.status === 204 ? null : json ? await answer.json() : headers.Accept ? await answer.blob() : await answer.text();
    if (answer.ok) return content;
    if (answer.status === 401) this.dispatchEvent(new Event('session-ended'));
    throw new Problem(answer.status, json ? content : undefined, Number(answer.headers.get('Retry-After')) || undefined);
  }
}
