import { moment } from '../shared/format.js';

/** What the codes of the services are called on a screen, with the kind of tag where it matters. */
export const BOOKING = {
  RESERVED: ['Gereserveerd'],
  QUEUED: ['In de wachtrij', 'warn'],
  AWAITING_PAYMENT: ['Wacht op uw betaling', 'warn'],
  BOOKED: ['Geboekt', 'good'],
  LAPSED: ['Vervallen'],
  CANCELLED: ['Geannuleerd'],
  USED: ['Gebruikt'],
};

/** What is used up but came back whole is not called used. */
export const bookingWords = ({ status, hours, returned = 0, restored = 0 }) =>
  status === 'USED' && returned + restored >= hours ? ['Teruggegeven'] : (BOOKING[status] ?? [status]);

export const REQUEST = { PENDING: ['In behandeling', 'warn'], ENTITLED: ['U hebt recht', 'good'], REFUSED: ['Geen recht', 'bad'] };

export const SESSION = {
  REGISTERED: ['Wacht op uw antwoord', 'warn'],
  CONFIRMED: ['Bevestigd', 'good'],
  DISPUTED: ['Betwist', 'bad'],
  WITHDRAWN: ['Ingetrokken door uw begeleider'],
  CANCELLED: ['Geannuleerd'],
};

export const BLOCK = { OPEN: ['Begeleiding loopt', 'good'], COMPLETED: ['Begeleiding afgerond'], CANCELLED: ['Geannuleerd'] };

export const COMPLAINT = { FILED: ['Ontvangen', 'warn'], ANSWERED: ['Uw begeleider antwoordde', 'warn'], DECIDED: ['Beslist', 'good'] };

export const COMPLAINT_KIND = { RIGHT: 'Een klacht over mijn recht', GUIDANCE: 'Een klacht over de begeleiding' };

export const OUTCOME = {
  FOUNDED: 'Uw klacht is gegrond.',
  PARTLY_FOUNDED: 'Uw klacht is gedeeltelijk gegrond.',
  UNFOUNDED: 'Uw klacht is niet gegrond.',
};

export const INCENTIVE = {
  NOT_REQUESTED: ['Nog niet aangevraagd'],
  PENDING: ['In behandeling', 'warn'],
  ENTITLED: ['U hebt recht', 'good'],
  REFUSED: ['Geen recht', 'bad'],
  NOT_KNOWN_HERE: ['Elders aan te vragen'],
};

export const REVIEW = {
  WAITING: 'Een medewerker bekijkt uw aanvraag',
  SECOND_OFFICER: 'Een tweede medewerker kijkt na',
  DECIDED: 'Een medewerker besliste',
};

export const EVIDENCE = {
  FOREIGN_WORK: 'Werk in het buitenland',
  NOTICE_PERIOD: 'Een opzegperiode',
  LEAVE: 'Verlof',
  EDUCATION: 'Mijn opleiding',
  RESIDENCE: 'Waar ik woon',
  OTHER: 'Iets anders',
};

export const LOOK = {
  IDENTITY: 'Keek wie u bent',
  DOSSIER: 'Keek naar uw aanvraag, met wat u instuurde en wat erover beslist is',
  EVIDENCE: 'Opende een bewijs dat u instuurde',
  COMPLAINT: 'Las uw klacht en wat erover gezegd is',
  HISTORY: 'Keek naar alles wat ooit over u beslist is',
  wallet: { HISTORY: 'Keek naar alles wat met uw uren en boekingen gebeurde' },
  'session-claims': {
    DOSSIER: 'Keek naar de gesprekken van een boeking, voor een nazicht',
    HISTORY: 'Keek naar alles wat met uw gesprekken of een klacht gebeurde',
  },
};

export const THEME = {
  JOB_TARGET: 'Welke job bij mij past',
  LABOUR_MARKET_EXPLORATION: 'De arbeidsmarkt verkennen',
  QUALITIES: 'Mijn sterke kanten',
  WORKABLE_WORK: 'Werkbaar werk',
  GROWTH_AND_CHALLENGE: 'Groei en uitdaging',
  MEANING: 'Zingeving',
  MOTIVES: 'Wat mij drijft',
  WORK_LIFE_BALANCE: 'Werk en privé in evenwicht',
  RELATIONS_AT_WORK: 'Relaties op het werk',
  LEADERSHIP: 'Leidinggeven',
  OTHER: 'Iets anders',
};

export const MODE = { FACE_TO_FACE: 'Ter plaatse', ONLINE: 'Online', WALKING: 'Al wandelend' };

export const TARGET_GROUP = {
  AGE_50_PLUS: '50-plussers',
  LOW_SKILLED: 'Mensen die kortgeschoold zijn',
  MIGRATION_BACKGROUND: 'Mensen met een migratieachtergrond',
  WORK_DISABILITY: 'Mensen met een arbeidsbeperking',
};

const LANGUAGES = new Intl.DisplayNames(['nl'], { type: 'language' });

/** `nl` is Nederlands. */
export const language = (code) => LANGUAGES.of(code);

/** The words of many codes, as part of a sentence. */
export const words = (codes, table) => (codes ?? []).map((code) => table[code] ?? code).join(', ');

const TIME = new Intl.DateTimeFormat('nl-BE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels' });

/** When a session was: 4 maart 2027 om 14:00 tot 15:00. */
export const span = (session) => `${moment(session.startedAt)} tot ${TIME.format(new Date(session.endedAt))}`;
