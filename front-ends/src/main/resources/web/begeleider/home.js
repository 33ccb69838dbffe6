import { html, nothing } from 'lit';
import { day, moment, money } from '../shared/format.js';
import { look } from './look.js';
import { CounsellorScreen } from './parts.js';
import { period } from './time.js';
import { tag, why, word } from './words.js';

const TODO = {
  SEND_DOCUMENTS: ['Stuur bewijzen in voor uw aanvraag', () => '/aanvraag'],
  SEND_RENEWAL: ['Toon uw bewijzen opnieuw', (about) => `/dossier/vernieuwing/${about}`],
  ANSWER_SANCTION: ['Antwoord op een aangekondigde maatregel', (about) => `/dossier/maatregelen/${about}`],
  CONFIRM_ACCOUNT_CHANGE: ['Bevestig uw ander rekeningnummer', () => '/profiel/rekening'],
};

/** How many of the newest claims are news, and how many of the rest are shown. */
const [RECENT, SHOWN] = [10, 3];

/** What waits, in one look, and the way to what a counsellor does most. */
class Home extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Overzicht';
  }

  async load() {
    const me = await this.api.get('provider-registry/v1/me');
    const missing = [];
    // one service that does not answer must not hide what the others say
    const part = (name, path, query) =>
      this.api.get(path, query).catch((problem) => {
        if (problem.detail === undefined) throw problem;
        if (problem.status !== 404) missing.push(name);
        return {};
      });
    const [blocks, claims, payouts, clawbacks, complaints, vat, application] = await Promise.all([
      part('uw boekingen', 'session-claims/v1/blocks', { status: 'OPEN', limit: 50 }),
      part('uw aanvragen', 'session-claims/v1/claims', { limit: 50 }),
      part('uw uitbetalingen', 'payout/v1/me/payouts', { limit: 20 }),
      part('uw terugvorderingen', 'payout/v1/me/clawbacks', { limit: 20 }),
      part('klachten', 'session-claims/v1/me/received-complaints', { status: 'FILED', limit: 20 }),
      part('uw btw-regeling', 'provider-registry/v1/me/vat-regime'),
      me.status === 'INCOMPLETE' ? part('uw aanvraag', 'provider-registry/v1/me/application') : undefined,
    ]);
    return {
      me,
      missing,
      vat,
      application,
      blocks: blocks.blocks ?? [],
      claims: claims.claims ?? [],
      payouts: payouts.payouts ?? [],
      clawbacks: clawbacks.clawbacks ?? [],
      complaints: complaints.complaints ?? [],
    };
  }

  /** Everything that waits for the counsellor, what has a last day first. */
  waits({ me, blocks, claims, payouts, clawbacks, complaints, vat }) {
    const waits = me.todo.map(({ step, about, until }) => {
      const [title, path] = TODO[step] ?? [step, () => '/dossier'];
      return { title, path: path(about), until };
    });
    for (const clawback of clawbacks.filter((each) => each.steps.includes('ANSWER'))) {
      waits.push({
        title: `Antwoord op een terugvordering van ${money(clawback.amountCents)}`,
        text: word('clawbackReason', clawback.reasonCode),
        path: `/uitbetalingen/terugvorderingen/${clawback.clawback}`,
        until: clawback.answerUntil,
      });
    }
    for (const clawback of clawbacks.filter((each) => each.repayment && each.leftCents)) {
      const { instalments, dueOn, reference } = clawback.repayment;
      waits.push({
        title: `Betaal ${money(clawback.leftCents)} terug`,
        text: instalments.length ? 'In schijven. Open dit om te zien wanneer u elke schijf betaalt.' : `Met de mededeling ${reference}.`,
        path: `/uitbetalingen/terugvorderingen/${clawback.clawback}`,
        until: instalments.length ? undefined : dueOn,
      });
    }
    for (const claim of claims.filter((each) => each.status === 'REFUSED' && !each.neverPaid?.length)) {
      waits.push({ title: 'Een aanvraag tot uitbetaling is geweigerd', text: why(claim), path: `/uitbetalingen/${claim.claim}` });
    }
    for (const payout of payouts.filter((each) => each.status === 'REJECTED')) {
      const title = `De bank weigerde een betaling van ${money(payout.totalCents)}`;
      waits.push({ title, text: 'Kijk na of uw rekeningnummer nog klopt.', path: '/profiel/rekening' });
    }
    for (const block of blocks.filter((each) => each.open.some((open) => open.what === 'SESSION'))) {
      for (const session of block.sessions.filter((each) => each.status === 'DISPUTED')) {
        waits.push({ title: 'De burger betwist een gesprek', text: period(session), path: `/gesprekken/${session.session}` });
      }
    }
    for (const complaint of complaints) {
      const path = `/dossier/klachten/${complaint.complaint}`;
      waits.push({ title: 'Antwoord op een klacht', text: `Ingediend op ${day(complaint.filedAt)}`, path });
    }
    if (vat.warnedPercent) {
      const title = vat.warnedPercent < 100 ? 'U nadert de btw-drempel' : 'U hebt de btw-drempel bereikt';
      waits.push({ title, text: 'Meld vanaf welke dag u btw-plichtig bent.', path: '/profiel/btw' });
    }
    for (const block of blocks) {
      for (const session of block.sessions.filter((each) => each.status === 'CONFIRMED' && !each.claim)) {
        waits.push({ title: 'Bevestigd, nog niet aangevraagd', text: period(session), path: `/gesprekken/${session.session}` });
      }
    }
    return waits.sort((one, other) => (one.until ?? '9').localeCompare(other.until ?? '9'));
  }

  content(data) {
    const { me, missing, blocks, claims, payouts } = data;
    const never = claims.slice(0, RECENT).filter((claim) => claim.neverPaid?.length);
    const asked = (payout) => {
      const claim = claims.find((each) => each.claim === payout.claim);
      return claim ? ` van ${day(claim.submittedAt)}` : '';
    };
    const waits = this.waits(data);
    const citizens = blocks.flatMap((block) => block.sessions.filter((session) => session.status === 'REGISTERED'));
    return html`
      ${me.status === 'INCOMPLETE' ? this.applying(data.application) : html`<p><a class="button large" href="#/registreren">Gesprek registreren</a></p>`}
      ${me.status === 'SUSPENDED'
        ? html`<div class="notice bad">
            U bent geschorst. Nieuwe gesprekken worden nu niet betaald. <a href="#/dossier/maatregelen">Lees waarom</a>
          </div>`
        : nothing}
      ${me.status === 'WITHDRAWN'
        ? html`<div class="notice warn">
            U bent niet meer geregistreerd${me.leftFrom ? ` sinds ${day(me.leftFrom)}` : ''}. <a href="#/dossier">Bekijk uw dossier</a>
          </div>`
        : nothing}
      ${missing.length
        ? html`<div class="notice warn" role="status">
            <p>Dit konden we nu niet ophalen: ${missing.join(', ')}.</p>
            <button type="button" class="quiet" @click=${() => this.refresh()}>Probeer opnieuw</button>
          </div>`
        : nothing}
      <h2>Dit wacht op u</h2>
      ${waits.length
        ? html`<ul class="rows">${waits.map(
            (each) => html`<li class="card">
              <div class="head">
                <a href="#${each.path}">${each.title}</a>
                ${each.until ? html`<span class="tag warn">tot en met ${day(each.until)}</span>` : nothing}
              </div>
              ${each.text ? html`<p>${each.text}</p>` : nothing}
            </li>`,
          )}</ul>`
        : html`<p>Er wacht niets op u. Wij tonen het hier zodra u iets moet doen.</p>`}
      ${citizens.length
        ? html`<h2>Dit wacht op de burger</h2>
            <ul class="rows">${citizens.slice(0, 5).map(
              (session) => html`<li class="card">
                <a href="#/gesprekken/${session.session}">Gesprek van ${period(session)}</a>
                <p>Zonder antwoord telt het als bevestigd op ${moment(session.answerBefore)}.</p>
              </li>`,
            )}</ul>
            ${citizens.length > 5 ? html`<p><a href="#/gesprekken?status=REGISTERED">Bekijk alle gesprekken die wachten</a></p>` : nothing}`
        : nothing}
      ${never.length
        ? html`<h2>Dit wordt niet betaald</h2>
            <ul class="rows">${never.slice(0, SHOWN).map(
              (claim) => html`<li class="card">
                <a href="#/uitbetalingen/${claim.claim}">Aanvraag van ${day(claim.submittedAt)}</a>
                <p>${why(claim)}</p>
              </li>`,
            )}</ul>`
        : nothing}
      ${payouts.length
        ? html`<h2>Laatste uitbetalingen</h2>
            <ul class="rows">${payouts.slice(0, SHOWN).map(
              (payout) => html`<li class="card"><div class="head">
                <a href="#/uitbetalingen/${payout.claim}">${payout.totalCents ? money(payout.totalCents) : 'Aanvraag'}${asked(payout)}</a>
                ${tag('payout', payout.status)}
              </div></li>`,
            )}</ul>
            <p><a href="#/uitbetalingen">Bekijk alle uitbetalingen</a></p>`
        : nothing}
      ${blocks.length ? html`<p><a href="#/boekingen?status=OPEN">Bekijk uw lopende boekingen</a></p>` : nothing}`;
  }

  applying({ status }) {
    const refused = status === 'REFUSED';
    return html`<div class="notice ${refused ? 'bad' : ''}">
      <p>${refused
        ? 'Uw aanvraag is geweigerd. U kunt lezen waarom, en opnieuw aanvragen.'
        : 'Uw aanvraag loopt nog. U kunt gesprekken registreren zodra u geregistreerd bent.'}</p>
      <p><a class="button" href="#/aanvraag">Bekijk uw aanvraag</a></p>
    </div>`;
  }
}
customElements.define('counsellor-home', Home);
