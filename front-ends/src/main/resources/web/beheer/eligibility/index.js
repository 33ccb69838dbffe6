import { literal } from '../../shared/app.js';
import './cheques.js';
import './parameters.js';
import './request.js';
import './what-if.js';
import './work-list.js';

export const nav = [
  { group: 'Recht', path: '/aanvragen', label: 'Werklijst aanvragen' },
  { group: 'Recht', path: '/cheques', label: 'Loopbaancheques' },
  { group: 'Instellingen', path: '/parameters', label: 'Parameters' },
  { group: 'Instellingen', path: '/wat-als', label: 'Wat als' },
];

export const routes = [
  { path: '/aanvragen', screen: literal`officer-requests`, title: 'Werklijst aanvragen' },
  { path: '/aanvragen/:request', screen: literal`officer-request`, title: 'Aanvraag' },
  { path: '/cheques', screen: literal`officer-cheques`, title: 'Loopbaancheques' },
  { path: '/cheques/:id', screen: literal`officer-cheque-import`, title: 'Bestand van VDAB' },
  { path: '/parameters', screen: literal`officer-parameters`, title: 'Parameters' },
  { path: '/wat-als', screen: literal`officer-what-if`, title: 'Wat als' },
];
