import { html, nothing } from 'lit';
import { day, moment, money, number } from '../shared/format.js';
import { tag } from './parts.js';
import { EVIDENCE, REQUEST, REVIEW } from './words.js';
import '../shared/timeline.js';

const NEWEST = 12;

/** A decision on the right with its explanation, on the screen that shows it; `past` when it is shown as it was on another day. */
export function decision(screen, request, past = false) {
  const { explanation, review } = request;
  const kind = { ENTITLED: 'good', REFUSED: 'bad', PENDING: '' }[request.status];
  return html`
    <div class="notice ${kind}">
      <p>${tag(REQUEST, request.status)}</p>
      <p><strong>${explanation.text}</strong></p>
      <p class="soft">Aangevraagd op ${day(request.requestedOn)}${request.decidedAt ? `, beslist op ${moment(request.decidedAt)}` : ''}.</p>
    </div>
    ${review
      ? html`<div class="notice ${review.status === 'DECIDED' ? '' : 'warn'}"><p><strong>${REVIEW[review.status]}</strong></p><p>${review.text}</p></div>`
      : nothing}
    ${past ? nothing : options(request)} ${experience(request)} ${career(screen, request)} ${sources(request)}
    ${sent(screen, request)} ${decided(request)}
  `;
}

/** The addresses of what can be done here; the rest is told in words. */
function link(code, request) {
  const target = { SEND_EVIDENCE: 'bewijs', OBJECT: 'bezwaar' }[code];
  if (target) return `#/recht/${request.request}/${target}`;
  return { BOOK: '#/begeleiders' }[code];
}

const LABEL = { SEND_EVIDENCE: 'Stuur een bewijs', OBJECT: 'Dien bezwaar in', BOOK: 'Zoek een begeleider' };

function options(request) {
  const all = request.alternatives.length
    ? request.alternatives
    : request.explanation.options.map((option) => ({ code: option.action, text: option.text }));
  if (!all.length) return nothing;
  return html`<h2>Wat u nu kunt doen</h2>
    <ul class="grid">
      ${all.map(
        (each) => html`<li class="card">
          ${each.title ? html`<h3>${each.title}</h3>` : nothing}
          <p>${each.text}</p>
          ${link(each.code, request) ? html`<p><a class="button quiet" href=${link(each.code, request)}>${LABEL[each.code]}</a></p>` : nothing}
        </li>`,
      )}
    </ul>
    ${request.status === 'REFUSED' ? html`<p><a href="#/mogelijkheden">Bekijk alles wat u wel kunt gebruiken voor uw loopbaan</a></p>` : nothing}`;
}

function experience({ workedDays, requiredDays }) {
  if (!requiredDays) return nothing;
  return html`<h2>Uw werkervaring</h2>
    <p id="days">${number(workedDays)} dagen tellen mee. ${number(requiredDays)} dagen zijn nodig.</p>
    <p><progress max=${requiredDays} value=${workedDays} aria-labelledby="days"></progress></p>`;
}

function years({ from, to }) {
  const [first, last] = [from.slice(0, 4), to?.slice(0, 4) ?? 'nu'];
  return first === last ? first : `${first} tot ${last}`;
}

/** What counted, oldest first, with the day on which it was enough in its place. */
function career(screen, request) {
  const { periods, experienceReachedOn } = request.explanation;
  if (!periods.length) return nothing;
  const items = periods.map((period) => ({
    first: period.from,
    at: years(period),
    title: period.text,
    text: period.countedDays < period.totalDays && period.countedDays ? `Samen met wat ervoor kwam: ${number(period.totalDays)} dagen.` : undefined,
    kind: period.countedDays ? 'good' : '',
  }));
  if (experienceReachedOn) {
    const title = `Op deze dag haalde u de ${number(request.requiredDays)} dagen die nodig zijn.`;
    items.push({ first: experienceReachedOn, at: day(experienceReachedOn), title, kind: 'good' });
    items.sort((a, b) => a.first.localeCompare(b.first));
  }
  items.push({
    at: day(request.requestedOn),
    title: `Uw aanvraag: ${number(request.workedDays)} dagen tellen mee.`,
    kind: request.workedDays >= request.requiredDays ? 'good' : 'bad',
  });
  if (request.reachedOn) {
    items.push({ at: day(request.reachedOn), title: 'Als uw huidige job doorloopt, haalt u hier de dagen die nodig zijn.', kind: 'warn' });
  }
  const hidden = screen.whole ? 0 : Math.max(0, items.length - NEWEST);
  return html`<h2>Wat er meetelde</h2>
    ${hidden
      ? html`<p>
          <button type="button" class="quiet" @click=${() => ((screen.whole = true), screen.requestUpdate())}>
            Toon ook ${hidden === 1 ? 'de oudste periode' : `de ${hidden} oudste periodes`}
          </button>
        </p>`
      : nothing}
    <lk-timeline label="Wat er meetelde, de oudste periode eerst" .items=${items.slice(hidden)}></lk-timeline>`;
}

function sources({ explanation }) {
  if (!explanation.sources.length) return nothing;
  return html`<details>
    <summary>Aan wie we het vroegen</summary>
    <ul>${explanation.sources.map((source) => html`<li>${source.text} <span class="soft">Gevraagd op ${moment(source.askedAt)}.</span></li>`)}</ul>
  </details>`;
}

function sent(screen, request) {
  if (!request.evidence.length && !request.objections.length) return nothing;
  return html`<h2>Wat u ons stuurde</h2>
    <ul class="plain stack">
      ${request.objections.map(
        (objection) => html`<li class="card">
          <p><strong>Bezwaar</strong> van ${moment(objection.filedAt)}</p>
          ${objection.text ? html`<p>${objection.text}</p>` : nothing}
        </li>`,
      )}
      ${request.evidence.map(
        (evidence) => html`<li class="card">
          <p><strong>Bewijs: ${EVIDENCE[evidence.kind] ?? evidence.kind}</strong>, ingestuurd op ${moment(evidence.sentAt)}</p>
          ${evidence.from || evidence.to
            ? html`<p>Gaat over ${evidence.from ? day(evidence.from) : '…'} tot en met ${evidence.to ? day(evidence.to) : 'nu'}.</p>`
            : nothing}
          <p>${screen.button(`file-${evidence.evidence}`, 'Bewaar dit bestand', () => save(screen, request, evidence), 'quiet')}</p>
        </li>`,
      )}
    </ul>`;
}

async function save(screen, request, evidence) {
  const name = `file-${evidence.evidence}`;
  await screen.act(
    name,
    async () => {
      const file = await screen.api.file(`eligibility/v1/me/requests/${request.request}/evidence/${evidence.evidence}`, '*/*');
      const address = URL.createObjectURL(file);
      const download = `bewijs-${evidence.sentAt.slice(0, 10)}.${file.type.split('/').pop()}`;
      Object.assign(document.createElement('a'), { href: address, download }).click();
      URL.revokeObjectURL(address);
    },
    'Het bestand staat bij uw downloads.',
  );
}

function decided({ reviews, revisions }) {
  const all = [
    ...reviews.map((each) => ({ at: each.decidedAt, text: each.text, reason: each.reason, who: each.officer, second: each.confirmedBy })),
    ...revisions.map((each) => ({ at: each.revisedAt, text: each.text })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (!all.length) return nothing;
  return html`<h2>Wat er daarna beslist is</h2>
    <lk-timeline
      label="Wat er daarna beslist is"
      .items=${all.map((each) => ({
        at: moment(each.at),
        title: each.text,
        text: html`${each.reason ? html`Reden: ${each.reason}<br />` : nothing}
          ${each.who ? html`Medewerker ${each.who}${each.second ? `, nagekeken door medewerker ${each.second}` : ''}` : nothing}`,
      }))}
    ></lk-timeline>`;
}
