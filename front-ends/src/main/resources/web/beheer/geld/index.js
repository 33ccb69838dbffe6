import { literal } from '../../shared/app.js';
import './batches.js';
import './budget.js';
import './clawbacks.js';
import './complaints.js';
import './dead-letters.js';
import './inspection.js';
import './ledger.js';
import './payments.js';
import './reconciliation.js';
import './reviews.js';
import './surveys.js';
import './work-list.js';

/** Screens of payouts, complaints, supervision and dead letters; the back office takes their routes and links into its own. */
export const routes = [
  { path: '/geld/begroting', screen: literal`officer-budget`, title: 'Begroting' },
  { path: '/geld/batches', screen: literal`officer-batches`, title: 'Betaalbestanden' },
  { path: '/geld/batches/:batch', screen: literal`officer-batch`, title: 'Betaalbestand' },
  { path: '/geld/werklijst', screen: literal`officer-payment-work`, title: 'Werklijst van de betalingen' },
  { path: '/geld/betalingen', screen: literal`officer-payments`, title: 'Betaling zoeken' },
  { path: '/geld/betalingen/:endToEndId', screen: literal`officer-payment`, title: 'Betaling' },
  { path: '/geld/afstemming', screen: literal`officer-reconciliation`, title: 'Afstemming met de bank' },
  { path: '/geld/terugvorderingen', screen: literal`officer-clawbacks`, title: 'Terugvorderingen' },
  { path: '/geld/terugvorderingen/:clawback', screen: literal`officer-clawback`, title: 'Terugvordering' },
  { path: '/geld/grootboek', screen: literal`officer-ledger`, title: 'Grootboek' },
  { path: '/klachten', screen: literal`officer-complaints`, title: 'Klachten' },
  { path: '/klachten/:complaint', screen: literal`officer-complaint`, title: 'Klacht' },
  { path: '/toezicht', screen: literal`officer-reviews`, title: 'Nazicht van begeleiders' },
  { path: '/toezicht/steekproef', screen: literal`officer-draw`, title: 'Steekproef trekken' },
  { path: '/toezicht/:review', screen: literal`officer-review`, title: 'Nazicht' },
  { path: '/toezicht/:review/:booking', screen: literal`officer-inspection`, title: 'Dossier nakijken' },
  { path: '/tevredenheid', screen: literal`officer-surveys`, title: 'Tevredenheid' },
  { path: '/tevredenheid/:counsellor', screen: literal`officer-surveys`, title: 'Tevredenheid' },
  { path: '/wachtrij-fouten', screen: literal`officer-dead-letters`, title: 'Vastgelopen berichten' },
];

export const nav = [
  { path: '/geld/begroting', label: 'Begroting', group: 'Geld' },
  { path: '/geld/batches', label: 'Betaalbestanden', group: 'Geld' },
  { path: '/geld/werklijst', label: 'Werklijst', group: 'Geld' },
  { path: '/geld/betalingen', label: 'Betaling zoeken', group: 'Geld' },
  { path: '/geld/afstemming', label: 'Afstemming', group: 'Geld' },
  { path: '/geld/terugvorderingen', label: 'Terugvorderingen', group: 'Geld' },
  { path: '/geld/grootboek', label: 'Grootboek', group: 'Geld' },
  { path: '/klachten', label: 'Klachten', group: 'Toezicht' },
  { path: '/toezicht', label: 'Nazicht', group: 'Toezicht' },
  { path: '/tevredenheid', label: 'Tevredenheid', group: 'Toezicht' },
  { path: '/wachtrij-fouten', label: 'Vastgelopen berichten', group: 'Instellingen' },
];
