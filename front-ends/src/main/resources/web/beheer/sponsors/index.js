import { literal } from '../../shared/app.js';
import './bills.js';
import './sponsors.js';

export const nav = [
  { group: 'Derdebetalers', path: '/derdebetalers', label: 'Overeenkomsten' },
  { group: 'Derdebetalers', path: '/derdebetalers/rekeningen', label: 'Rekeningen' },
];

export const routes = [
  { path: '/derdebetalers', screen: literal`officer-sponsors`, title: 'Derdebetalers' },
  { path: '/derdebetalers/nieuw', screen: literal`officer-new-sponsor`, title: 'Overeenkomst noteren' },
  { path: '/derdebetalers/rekeningen', screen: literal`officer-bills`, title: 'Rekeningen van derdebetalers' },
  { path: '/derdebetalers/:sponsor', screen: literal`officer-sponsor`, title: 'Derdebetaler' },
  { path: '/derdebetalers/rekeningen/:bill', screen: literal`officer-bill`, title: 'Rekening van een derdebetaler' },
];
