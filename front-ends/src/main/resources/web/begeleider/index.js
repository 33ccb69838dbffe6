import '../shared/page.css';
import { html } from 'lit';
import { App, literal } from '../shared/app.js';
import './account.js';
import './application.js';
import './booking.js';
import './bookings.js';
import './clawbacks.js';
import './complaints.js';
import './file.js';
import './home.js';
import './payouts.js';
import './profile.js';
import './register.js';
import './sanctions.js';
import './sessions.js';
import './statements.js';
import './vat.js';

class LoopbaanBegeleider extends App {
  name = 'Loopbaankrediet voor begeleiders';

  nav = [
    { path: '/', label: 'Overzicht' },
    { path: '/boekingen', label: 'Boekingen' },
    { path: '/gesprekken', label: 'Gesprekken' },
    { path: '/uitbetalingen', label: 'Uitbetalingen' },
    { path: '/profiel', label: 'Mijn profiel' },
    { path: '/dossier', label: 'Mijn dossier' },
  ];

  routes = [
    { path: '/', screen: literal`counsellor-home`, title: 'Overzicht' },
    { path: '/registreren', screen: literal`counsellor-register`, title: 'Gesprek registreren' },
    { path: '/aanvraag', screen: literal`counsellor-application`, title: 'Mijn aanvraag' },
    { path: '/boekingen', screen: literal`counsellor-bookings`, title: 'Boekingen' },
    { path: '/boekingen/:booking', screen: literal`counsellor-booking`, title: 'Boeking' },
    { path: '/boekingen/:booking/registreren', screen: literal`counsellor-register`, title: 'Gesprek registreren' },
    { path: '/gesprekken', screen: literal`counsellor-sessions`, title: 'Gesprekken' },
    { path: '/gesprekken/:session', screen: literal`counsellor-session`, title: 'Gesprek' },
    { path: '/uitbetalingen', screen: literal`counsellor-payouts`, title: 'Uitbetalingen' },
    { path: '/uitbetalingen/overzicht', screen: literal`counsellor-statements`, title: 'Betaaloverzicht' },
    { path: '/uitbetalingen/terugvorderingen', screen: literal`counsellor-clawbacks`, title: 'Terugvorderingen' },
    { path: '/uitbetalingen/terugvorderingen/:clawback', screen: literal`counsellor-clawback`, title: 'Terugvordering' },
    { path: '/uitbetalingen/:claim', screen: literal`counsellor-claim`, title: 'Aanvraag tot uitbetaling' },
    { path: '/profiel', screen: literal`counsellor-profile`, title: 'Mijn profiel in de zoekrobot' },
    { path: '/profiel/plaats', screen: literal`counsellor-capacity`, title: 'Vrije plaatsen' },
    { path: '/profiel/contact', screen: literal`counsellor-contact`, title: 'Contact' },
    { path: '/profiel/rekening', screen: literal`counsellor-account`, title: 'Rekening' },
    { path: '/profiel/btw', screen: literal`counsellor-vat`, title: 'Btw' },
    { path: '/dossier', screen: literal`counsellor-file`, title: 'Mijn dossier' },
    { path: '/dossier/maatregelen', screen: literal`counsellor-sanctions`, title: 'Waarschuwingen en maatregelen' },
    { path: '/dossier/maatregelen/:sanction', screen: literal`counsellor-sanction`, title: 'Maatregel' },
    { path: '/dossier/vernieuwing/:renewal', screen: literal`counsellor-renewal`, title: 'Bewijzen opnieuw tonen' },
    { path: '/dossier/klachten', screen: literal`counsellor-complaints`, title: 'Klachten' },
    { path: '/dossier/klachten/:complaint', screen: literal`counsellor-complaint`, title: 'Klacht' },
    { path: '/dossier/berichten', screen: literal`counsellor-messages`, title: 'Berichten' },
    { path: '/dossier/tevredenheid', screen: literal`counsellor-survey`, title: 'Wat burgers vinden' },
  ];

  welcome() {
    return html`<h1 tabindex="-1">${this.name}</h1>
      <p class="lead">Hier registreert u gesprekken, volgt u uw uitbetalingen en beheert u uw gegevens als loopbaanbegeleider.</p>
      <p>Bent u nog geen loopbaanbegeleider? Meld u aan voor uw onderneming en vraag uw registratie aan.</p>`;
  }
}
customElements.define('loopbaan-begeleider', LoopbaanBegeleider);
