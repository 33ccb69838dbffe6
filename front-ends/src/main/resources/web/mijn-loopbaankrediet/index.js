import '../shared/page.css';
import { html } from 'lit';
import { App, literal } from '../shared/app.js';
import './wallet.js';
import './right.js';
import './evidence.js';
import './portfolio.js';
import './directory.js';
import './book.js';
import './bookings.js';
import './booking.js';
import './sessions.js';
import './survey.js';
import './complaints.js';
import './messages.js';
import './data.js';
import './history.js';
import './certificates.js';

/** The citizen's front end: a page of its own, and an element for Mijn Burgerprofiel (`base`, `embedded`, `send`). */
class MijnLoopbaankrediet extends App {
  name = 'Mijn loopbaankrediet';

  nav = [
    { path: '/', label: 'Mijn portefeuille' },
    { path: '/recht', label: 'Mijn recht' },
    { path: '/begeleiders', label: 'Een begeleider zoeken', open: true },
    { path: '/gesprekken', label: 'Mijn gesprekken' },
    { path: '/berichten', label: 'Berichten' },
    { path: '/gegevens', label: 'Mijn gegevens' },
  ];

  routes = [
    { path: '/', screen: literal`citizen-wallet`, title: 'Mijn portefeuille' },
    { path: '/recht', screen: literal`citizen-right`, title: 'Mijn recht' },
    { path: '/recht/:request', screen: literal`citizen-request`, title: 'Mijn aanvraag' },
    { path: '/recht/:request/bewijs', screen: literal`citizen-evidence`, title: 'Een bewijs sturen' },
    { path: '/recht/:request/bezwaar', screen: literal`citizen-objection`, title: 'Bezwaar indienen' },
    { path: '/mogelijkheden', screen: literal`citizen-portfolio`, title: 'Wat u kunt gebruiken voor uw loopbaan' },
    { path: '/begeleiders', screen: literal`citizen-directory`, title: 'Een begeleider zoeken', open: true },
    { path: '/boeken/:counsellor', screen: literal`citizen-book`, title: 'Een blok boeken' },
    { path: '/boekingen', screen: literal`citizen-bookings`, title: 'Mijn boekingen' },
    { path: '/boekingen/:booking', screen: literal`citizen-booking`, title: 'Mijn blok' },
    { path: '/boekingen/:booking/vragen', screen: literal`citizen-survey`, title: 'Wat vond u van de begeleiding?' },
    { path: '/gesprekken', screen: literal`citizen-sessions`, title: 'Mijn gesprekken' },
    { path: '/gesprekken/:session', screen: literal`citizen-session`, title: 'Een gesprek' },
    { path: '/klachten', screen: literal`citizen-complaints`, title: 'Mijn klachten' },
    { path: '/klachten/nieuw', screen: literal`citizen-new-complaint`, title: 'Een klacht indienen' },
    { path: '/klachten/:complaint', screen: literal`citizen-complaint`, title: 'Mijn klacht' },
    { path: '/berichten', screen: literal`citizen-messages`, title: 'Berichten' },
    { path: '/gegevens', screen: literal`citizen-data`, title: 'Mijn gegevens' },
    { path: '/gegevens/geschiedenis', screen: literal`citizen-history`, title: 'Alles wat ooit over mij beslist is' },
    { path: '/gegevens/inzage', screen: literal`citizen-looks`, title: 'Wie mijn gegevens bekeek' },
    { path: '/gegevens/attesten', screen: literal`citizen-certificates`, title: 'Mijn attesten' },
  ];

  welcome() {
    return html`<h1 tabindex="-1">Mijn loopbaankrediet</h1>
      <p class="lead">
        Vastgelopen in uw job, of gewoon toe aan iets anders? Met het loopbaankrediet praat u erover met een erkende loopbaanbegeleider.
      </p>
      <p>
        Wie genoeg werkervaring heeft, krijgt uren loopbaanbegeleiding voor de hele loopbaan. U neemt ze op in blokken van 2 uur, waar en bij wie u
        zelf wilt. De overheid betaalt het grootste deel; u betaalt een kleine eigen bijdrage per uur.
      </p>
      <h2>Zo werkt het</h2>
      <ol>
        <li>Meld u aan en vraag na of u recht hebt. U hoeft niets op te sturen.</li>
        <li>Kies zelf een begeleider, in uw buurt of online, en boek een blok.</li>
        <li>Betaal uw eigen bijdrage, en maak uw afspraak.</li>
      </ol>
      <p><a href="#/begeleiders">Bekijk eerst wie u kan begeleiden</a>: daarvoor hoeft u zich niet aan te melden.</p>`;
  }
}
customElements.define('mijn-loopbaankrediet', MijnLoopbaankrediet);
