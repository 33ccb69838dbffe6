import { literal } from '../../shared/app.js';
import './citizen-search.js';
import './dossier.js';

export const nav = [
  { group: 'Dossiers', path: '/burger', label: 'Burger zoeken' },
  { group: 'Dossiers', path: '/dossier', label: 'Dossier zoeken' },
];

export const routes = [
  { path: '/burger', screen: literal`officer-citizen-search`, title: 'Burger zoeken' },
  { path: '/dossier', screen: literal`officer-find-dossier`, title: 'Dossier zoeken' },
  { path: '/dossier/:kind/:id', screen: literal`officer-dossier`, title: 'Geschiedenis' },
];
