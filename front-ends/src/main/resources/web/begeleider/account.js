import { html, nothing } from 'lit';
import { moment } from '../shared/format.js';
import { Paged } from '../shared/paged.js';
import { values } from '../shared/screen.js';
import { look } from './look.js';
import { CounsellorScreen, line, sections, waiting } from './parts.js';
import { PROFILE } from './profile.js';
import { tag } from './words.js';

/** The account that payouts go to: asked, confirmed, and valid a day later. */
class Account extends CounsellorScreen {
  static styles = look;

  get heading() {
    return 'Rekening';
  }

  async load() {
    this.changes ??= new Paged(this, 'provider-registry/v1/me/account-changes', 'changes', { limit: 20 });
    const [me] = await Promise.all([this.api.get('provider-registry/v1/me'), this.changes.load()]);
    return { open: me.todo.find((each) => each.step === 'CONFIRM_ACCOUNT_CHANGE')?.about };
  }

  above() {
    return sections('Mijn profiel', '/profiel/rekening', PROFILE);
  }

  content({ open }) {
    return html`<p>
        Een ander rekeningnummer vraagt u in twee stappen: u vraagt het, en u bevestigt het. Het geldt een dag na de bevestiging. Zo kan niemand
        het ongemerkt wijzigen.
      </p>
      ${this.changes.rows.length
        ? html`<h2>Gevraagde wijzigingen</h2>
            <ul class="rows">${this.changes.rows.map((each) => this.row(each, each.change === open))}</ul>
            ${this.changes.foot()}`
        : html`<p>U vroeg nog geen ander rekeningnummer. Wij betalen u op het nummer van uw aanvraag.</p>`}
      <h2>Ander rekeningnummer</h2>
      <form novalidate @submit=${(event) => this.change(event)}>
        ${line(this, 'iban', 'Rekeningnummer (IBAN)', {
          hint: 'De rekening moet op uw naam of die van uw onderneming staan. Wij vragen dat na bij de bank.',
          maxlength: 50,
        })}
        ${this.busy === 'account' ? waiting('Wij vragen bij de bank na op wiens naam de rekening staat.') : nothing}
        ${this.submit('account', 'Vraag dit rekeningnummer')}
      </form>`;
  }

  row(each, confirmable) {
    return html`<li class="card">
      <div class="head">
        <strong>Rekening die eindigt op ${each.iban.replace('…', '')}</strong>${each.nameCheck ? tag('nameMatch', each.nameCheck) : nothing}
      </div>
      <p>Gevraagd op ${moment(each.askedAt)}.</p>
      <p>${each.holdsFrom ? `Geldt vanaf ${moment(each.holdsFrom)}.` : confirmable ? 'Nog niet bevestigd.' : waits(each)}</p>
      ${confirmable ? html`<p>${this.button('confirm', 'Bevestig dit rekeningnummer', () => this.confirm(each.change))}</p>` : nothing}
    </li>`;
  }

  async change(event) {
    event.preventDefault();
    const form = event.target;
    const said = ({ blocked }) => `Uw vraag is ontvangen. ${blocked ? 'Een medewerker kijkt ze eerst na.' : 'Bevestig het nummer hieronder.'}`;
    const work = () => this.api.post('provider-registry/v1/me/account-changes', values(form));
    if (await this.act('account', work, said)) form.reset();
  }

  confirm(change) {
    const path = `provider-registry/v1/me/account-changes/${change}/confirmation`;
    return this.act('confirm', () => this.api.post(path, {}), 'Het rekeningnummer is bevestigd. Het geldt over een dag.');
  }
}
customElements.define('counsellor-account', Account);

const waits = (each) =>
  each.nameCheck === 'NO_MATCH'
    ? 'De bank zegt dat deze rekening op een andere naam staat. Een medewerker kijkt het na; daarna kunt u bevestigen.'
    : 'Niet bevestigd; er kwam een andere vraag in de plaats.';
