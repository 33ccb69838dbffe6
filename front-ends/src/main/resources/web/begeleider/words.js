import { html } from 'lit';
import { hours } from '../shared/format.js';

// What the codes of the services are called here. A status with a mood is `[words, mood]`: good, warn or bad.

const DIPLOMA = 'Diploma op de ministeriële lijst';
const EXPERIENCE = 'Drie jaar relevante ervaring';
const MANAGEMENT = 'Ordelijk financieel beheer';
const HEALTH = 'Gezonde financiële toestand';

export const WORDS = {
  theme: {
    JOB_TARGET: 'Jobdoelwit', LABOUR_MARKET_EXPLORATION: 'Verkenning van de arbeidsmarkt', QUALITIES: 'Kwaliteiten',
    WORKABLE_WORK: 'Werkbaar werk',
    GROWTH_AND_CHALLENGE: 'Groei en uitdaging', MEANING: 'Zingeving', MOTIVES: 'Drijfveren',
    WORK_LIFE_BALANCE: 'Balans tussen werk en leven',
    RELATIONS_AT_WORK: 'Relaties op het werk', LEADERSHIP: 'Leidinggeven', OTHER: 'Andere',
  },
  mode: { FACE_TO_FACE: 'Ter plaatse', ONLINE: 'Online', WALKING: 'Wandelend' },
  targetGroup: {
    AGE_50_PLUS: '50 jaar of ouder', LOW_SKILLED: 'Kortgeschoold', MIGRATION_BACKGROUND: 'Met een migratieachtergrond',
    WORK_DISABILITY: 'Met een arbeidsbeperking',
  },

  // registration
  regime: { true: 'Ik ben btw-plichtig', false: 'Ik ben vrijgesteld als kleine onderneming' },
  counsellor: {
    INCOMPLETE: ['Nog niet geregistreerd', 'warn'], REGISTERED: ['Geregistreerd', 'good'], SUSPENDED: ['Geschorst', 'bad'],
    WITHDRAWN: ['Niet meer geregistreerd', 'bad'],
  },
  route: {
    R1: 'Route 1: al loopbaanbegeleider voor 2024', R2: 'Route 2: gestart in 2024 of 2025', R3: 'Route 3: nieuw als loopbaanbegeleider',
  },
  application: {
    SUBMITTED: ['Ingediend', 'warn'], MORE_ASKED: ['Wij vragen u nog iets', 'warn'], APPROVED: ['Goedgekeurd', 'good'],
    REFUSED: ['Geweigerd', 'bad'],
  },
  proof: {
    EQUIVALENCE: 'Gelijkstelling van VDAB', QUALIFICATION: 'Beroepskwalificatie loopbaanbegeleider', LISTED_DIPLOMA: DIPLOMA,
    EXPERIENCE_3_YEARS: EXPERIENCE,
    FINANCIAL_MANAGEMENT: MANAGEMENT, FINANCIAL_HEALTH: HEALTH,
  },
  requirement: {
    ACTIVE_ENTERPRISE: 'Een actieve onderneming in de Kruispuntbank van Ondernemingen',
    EQUIVALENCE_OR_QUALIFICATION: 'Gelijkstelling van VDAB, of de beroepskwalificatie loopbaanbegeleider',
    QUALIFICATION: 'Beroepskwalificatie loopbaanbegeleider', LISTED_DIPLOMA: DIPLOMA, EXPERIENCE_3_YEARS: EXPERIENCE,
    FINANCIAL_MANAGEMENT: MANAGEMENT, FINANCIAL_HEALTH: HEALTH,
  },
  enterprise: {
    WAITING: ['Wij zoeken uw onderneming op', 'warn'], ACTIVE: ['Actief in de Kruispuntbank', 'good'],
    STOPPED: ['Stopgezet volgens de Kruispuntbank', 'bad'],
    UNKNOWN: ['Niet gevonden in de Kruispuntbank', 'bad'],
  },
  nameMatch: {
    MATCH: ['Op uw naam', 'good'], CLOSE_MATCH: ['Bijna op uw naam', 'warn'], NO_MATCH: ['Op een andere naam', 'bad'],
    NOT_AVAILABLE: ['De bank zegt niets over de naam', ''],
  },
  sanctionKind: { WARNING: 'Waarschuwing', SUSPENSION: 'Schorsing', WITHDRAWAL: 'Intrekking van de registratie' },
  sanction: {
    OPEN: ['Aangekondigd', 'warn'], ANSWERED: ['U hebt geantwoord', 'warn'], DROPPED: ['Vervallen', 'good'], FINAL: ['Definitief', 'bad'],
    ENDED: ['Opgeheven', 'good'],
  },
  reason: {
    CONDITIONS_NOT_MET: 'Voldoet niet aan de voorwaarden', PROOF_NOT_ACCEPTED: 'Een bewijs is niet aanvaard',
    HOURS_NOT_DELIVERED: 'Uren zijn niet gegeven', NO_COOPERATION: 'Werkte niet mee',
    FOUNDED_COMPLAINTS: 'Gegronde klachten', POOR_QUALITY: 'Onvoldoende kwaliteit', NOT_PROVEN: 'Niet bewezen', REMEDIED: 'Rechtgezet',
    OTHER: 'Andere reden', PERIODIC: 'Periodieke controle',
    OWN_WISH: 'Op uw eigen vraag',
  },
  renewal: { ASKED: ['Wij wachten op u', 'warn'], SENT: ['Ingestuurd, wij kijken het na', 'warn'], APPROVED: ['Goedgekeurd', 'good'] },

  // bookings, sessions and claims
  block: { OPEN: ['Loopt', 'warn'], COMPLETED: ['Afgerond', 'good'], CANCELLED: ['Geannuleerd', ''] },
  session: {
    REGISTERED: ['Wacht op de burger', 'warn'], CONFIRMED: ['Bevestigd', 'good'], DISPUTED: ['Betwist', 'bad'],
    WITHDRAWN: ['Ingetrokken', ''], CANCELLED: ['Geannuleerd met de boeking', ''],
  },
  claim: { SUBMITTED: ['Aangevraagd', 'warn'], REFUSED: ['Geweigerd', 'bad'], RELEASED: ['Teruggenomen om te verbeteren', ''] },
  failed: {
    END_NOT_AFTER_START: 'Het einde van het gesprek ligt niet na het begin.',
    NOT_WHOLE_HALF_HOURS: 'Een gesprek duurt een geheel aantal halve uren.',
    COUNSELLOR_NOT_REGISTERED: 'Op de dag van het gesprek was u niet geregistreerd als loopbaanbegeleider.',
    SESSION_IN_FUTURE: 'Het gesprek was nog niet voorbij.',
    SESSION_BEFORE_PAYMENT: 'Het gesprek begon voor het blok betaald was.',
    MORE_THAN_BLOCK_LEFT: 'Er is in dit blok niet zoveel tijd meer over.',
    TIME_GIVEN_BACK: 'De tijd van dit blok ging terug naar de burger.',
    OVERLAP_COUNSELLOR: 'U hebt op dat moment al een ander gesprek geregistreerd.',
    OVERLAP_CITIZEN: 'De burger heeft op dat moment al een ander gesprek.',
    REGISTERED_TOO_LATE: 'Het gesprek is niet binnen drie maanden geregistreerd.',
    CO_PAYMENT_NOT_RECEIVED: 'De eigen bijdrage van de burger is niet ontvangen.',
    BUDGET_NOT_COMMITTED: 'Voor deze boeking is geen budget vastgelegd.', BOOKING_ENDED: 'De boeking is beëindigd.',
    NOT_THE_BOOKED_COUNSELLOR: 'De burger boekte bij een andere loopbaanbegeleider.',
    SESSION_ALREADY_CLAIMED: 'Dit gesprek is al aangevraagd.',
    MORE_THAN_THE_BLOCK: 'Samen is dit meer tijd dan het blok heeft.',
  },
  kept: {
    IN_PAYMENT: 'De betaling loopt al, dus u kunt het gesprek niet meer intrekken.',
    PAID: 'Het gesprek is al betaald, dus u kunt het niet meer intrekken.',
    CLAWED_BACK: 'Het gesprek is teruggevorderd, dus u kunt het niet meer intrekken.',
    UNDER_REVIEW: 'Een medewerker kijkt een gesprek van deze aanvraag na.',
    REFUSED: 'Dit gesprek wordt nooit uitbetaald. De uren en de eigen bijdrage gingen terug naar de burger.',
  },
  todo: {
    AGREEMENT: 'Leg de overeenkomst vast', AGREEMENT_ACCEPTANCE: 'De burger moet de overeenkomst nog aanvaarden',
    SESSION_ANSWER: 'De burger moet een gesprek nog bevestigen',
    SESSION: 'Registreer de gesprekken', PLAN: 'Meld dat u het persoonlijk ontwikkelplan bezorgde',
    PLAN_ATTESTATION: 'De burger moet het plan nog bevestigen',
    COMPLETION: 'Rond de begeleiding af', SURVEY: 'De burger kan de vragen over de begeleiding beantwoorden',
  },
  complaint: { FILED: ['Wacht op uw antwoord', 'warn'], ANSWERED: ['U hebt geantwoord', 'warn'], DECIDED: ['Beslist', ''] },
  complaintOutcome: { FOUNDED: ['Gegrond', 'bad'], PARTLY_FOUNDED: ['Deels gegrond', 'warn'], UNFOUNDED: ['Niet gegrond', 'good'] },
  complaintReason: {
    GUIDANCE_NOT_GIVEN: 'De begeleiding is niet gegeven', GUIDANCE_BELOW_STANDARD: 'De begeleiding was niet goed genoeg',
    CONDUCT_OF_COUNSELLOR: 'Gedrag van de begeleider',
    RIGHT_WRONGLY_DECIDED: 'Over het recht is verkeerd beslist', RULES_WERE_FOLLOWED: 'De regels zijn gevolgd',
    NOT_SHOWN: 'Niet aangetoond', OTHER: 'Andere reden',
  },

  // money
  payout: {
    REFUSED: ['Geweigerd', 'bad'], APPROVED: ['Goedgekeurd, gaat naar de bank', 'good'], SET_OFF: ['Verrekend met een terugvordering', ''],
    BATCHED: ['Klaar voor de bank', 'good'],
    SENT: ['Bij de bank', 'good'], PAID: ['Betaald', 'good'], REJECTED: ['De bank weigerde de betaling', 'bad'],
    RELEASED: ['Teruggenomen om te verbeteren', ''],
  },
  // reasons of banks (ISO 20022) that a counsellor can do something about
  bank: { AC01: 'het rekeningnummer klopt niet', AC04: 'de rekening is afgesloten', AC06: 'de rekening is geblokkeerd' },
  clawback: {
    ANNOUNCED: ['Aangekondigd', 'warn'], ANSWERED: ['U hebt geantwoord', 'warn'], DECIDED: ['Definitief', 'bad'],
    SETTLED: ['Afgehandeld', 'good'],
  },
  clawbackReason: {
    NOT_DELIVERED: 'Het gesprek is niet gegeven', SHORTER_THAN_CLAIMED: 'Het gesprek was korter dan aangevraagd',
    NO_PROOF_OF_ATTENDANCE: 'Er is geen bewijs van aanwezigheid',
    NO_AGREEMENT: 'Er is geen overeenkomst', NO_DEVELOPMENT_PLAN: 'Er is geen persoonlijk ontwikkelplan',
    REGISTERED_WRONGLY: 'Het gesprek is verkeerd geregistreerd',
    COMPLAINT_FOUNDED: 'Een klacht was gegrond', INSPECTION_FINDING: 'Vastgesteld bij een controle',
  },
  clawbackDecision: {
    NO_ANSWER: 'U hebt niet geantwoord', ANSWER_NOT_ACCEPTED: 'Uw antwoord is niet aanvaard',
    ANSWER_PARTLY_ACCEPTED: 'Uw antwoord is deels aanvaard', ANSWER_ACCEPTED: 'Uw antwoord is aanvaard',
  },
  writeOffReason: {
    COUNSELLOR_STOPPED: 'De begeleider is gestopt', BANKRUPTCY: 'Faillissement', COST_ABOVE_AMOUNT: 'Innen kost meer dan het bedrag',
    MISTAKE_OF_GOVERNMENT: 'Fout van de overheid',
  },
};

const first = (entry) => (Array.isArray(entry) ? entry[0] : entry);

/** The words of a code; a code that is not known here stands as it is. */
export const word = (kind, code) => first(WORDS[kind]?.[code]) ?? code ?? '';

/** As a part of a sentence. */
export const small = (kind, code) => word(kind, code).replace(/^[A-Z](?=[a-zéë])/, (letter) => letter.toLowerCase());

/** The words of codes, one after the other. */
export const list = (kind, codes) => (codes ?? []).map((code) => word(kind, code)).join(', ');

/** Why a claim is refused: each reason is a sentence. */
export const why = (claim) => (claim.failed ?? []).map((code) => word('failed', code)).join(' ');

/** A status with its mood; the words say it too. */
export function tag(kind, code) {
  const entry = WORDS[kind]?.[code];
  return html`<span class="tag ${Array.isArray(entry) ? entry[1] : ''}">${word(kind, code)}</span>`;
}

/** The unit of the services is half an hour. */
export const half = (count) => hours(count / 2);

/** Citizens are not named; a booking is known by the first signs of its number. */
export const number = (booking) => booking.slice(0, 8).toUpperCase();
