import { literal } from '../../shared/app.js';
import './accounts.js';
import './applications.js';
import './counsellors.js';
import './diplomas.js';
import './new-counsellor.js';
import './renewals.js';
import './sanctions.js';
import './vat.js';

export const nav = [
  { group: 'Begeleiders', path: '/begeleiders', label: 'Begeleiders' },
  { group: 'Begeleiders', path: '/kandidaten', label: 'Kandidaten' },
  { group: 'Begeleiders', path: '/vernieuwingen', label: 'Vernieuwingen' },
  { group: 'Begeleiders', path: '/sancties', label: 'Sancties' },
  { group: 'Begeleiders', path: '/rekeningen', label: 'Rekeningnummers' },
  { group: 'Begeleiders', path: '/btw', label: 'Btw-drempel' },
  { group: 'Instellingen', path: '/diplomas', label: 'Diplomalijsten' },
];

export const routes = [
  { path: '/begeleiders', screen: literal`officer-counsellors`, title: 'Begeleiders' },
  { path: '/begeleiders/nieuw', screen: literal`officer-new-counsellor`, title: 'Begeleider invoeren' },
  { path: '/begeleiders/:counsellor', screen: literal`officer-counsellor`, title: 'Begeleider' },
  { path: '/begeleiders/:counsellor/sancties/:sanction', screen: literal`officer-sanction`, title: 'Sanctie' },
  { path: '/begeleiders/:counsellor/vernieuwingen/:renewal', screen: literal`officer-renewal`, title: 'Vernieuwing' },
  { path: '/kandidaten', screen: literal`officer-applications`, title: 'Kandidaten' },
  { path: '/kandidaten/:application', screen: literal`officer-application`, title: 'Aanvraag van een kandidaat' },
  { path: '/vernieuwingen', screen: literal`officer-renewals`, title: 'Vernieuwingen' },
  { path: '/sancties', screen: literal`officer-sanctions`, title: 'Sancties' },
  { path: '/rekeningen', screen: literal`officer-account-changes`, title: 'Rekeningnummers' },
  { path: '/rekeningen/:change', screen: literal`officer-account-change`, title: 'Rekeningnummer' },
  { path: '/btw', screen: literal`officer-vat`, title: 'Btw-drempel' },
  { path: '/diplomas', screen: literal`officer-diplomas`, title: 'Diplomalijsten' },
];
