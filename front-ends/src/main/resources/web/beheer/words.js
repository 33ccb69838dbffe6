import { html, nothing } from 'lit';

// What the codes of the services are called here. A code with a mood is `[words, mood]`: good, warn or bad.

const THEMES = {
  JOB_TARGET: 'Jobdoelwit', LABOUR_MARKET_EXPLORATION: 'Verkenning van de arbeidsmarkt', QUALITIES: 'Kwaliteiten',
  WORKABLE_WORK: 'Werkbaar werk',
  GROWTH_AND_CHALLENGE: 'Groei en uitdaging', MEANING: 'Zingeving', MOTIVES: 'Drijfveren', WORK_LIFE_BALANCE: 'Balans tussen werk en leven',
  RELATIONS_AT_WORK: 'Relaties op het werk', LEADERSHIP: 'Leidinggeven', OTHER: 'Andere',
};
const PROOFS = {
  EQUIVALENCE: 'Gelijkstelling van VDAB', QUALIFICATION: 'Beroepskwalificatie loopbaanbegeleider',
  LISTED_DIPLOMA: 'Diploma op de ministeriële lijst',
  EXPERIENCE_3_YEARS: 'Drie jaar relevante ervaring', FINANCIAL_MANAGEMENT: 'Ordelijk financieel beheer',
  FINANCIAL_HEALTH: 'Gezonde financiële toestand',
};

export const WORDS = {
  onlyThose: { true: 'Alleen die' },
  answer: { true: 'Ja', false: 'Nee' },
  vat: { true: 'Met btw', false: 'Vrijgesteld van btw' },
  theme: THEMES,
  mode: { FACE_TO_FACE: 'Op gesprek', ONLINE: 'Online', WALKING: 'Wandelend' },
  targetGroup: {
    AGE_50_PLUS: '50 jaar of ouder', LOW_SKILLED: 'Kortgeschoold', MIGRATION_BACKGROUND: 'Met een migratieachtergrond',
    WORK_DISABILITY: 'Met een arbeidsbeperking',
  },

  // eligibility
  request: { PENDING: ['In onderzoek', 'warn'], ENTITLED: ['Recht', 'good'], REFUSED: ['Geweigerd', 'bad'] },
  workKind: { EVIDENCE: 'Bewijs', OBJECTION: 'Bezwaar', REVISION: 'Verbetering van een bron' },
  workStatus: {
    WAITING: ['Wacht op een beslissing', 'warn'], SECOND_OFFICER: ['Wacht op een tweede medewerker', 'warn'], DONE: ['Afgehandeld', 'good'],
  },
  evidenceKind: {
    FOREIGN_WORK: 'Werk in het buitenland', NOTICE_PERIOD: 'Opzegtermijn', LEAVE: 'Verlof', EDUCATION: 'Opleiding', RESIDENCE: 'Woonplaats',
    OTHER: 'Iets anders',
  },
  condition: {
    NOT_ENOUGH_EXPERIENCE: 'Te weinig werkervaring', NOT_WORKING: 'Werkt niet op de dag van de aanvraag',
    NO_HOURS_CARRIED_OVER: 'Gebruikte al twee of meer loopbaancheques',
    OUTPLACEMENT: 'Volgt outplacement', OUTSIDE_REGION: 'Woont en werkt buiten Vlaanderen en Brussel',
    CHEQUE_EVER_USED: 'Gebruikte al een loopbaancheque',
    CHEQUES_USED_UP: 'Loopbaancheques zijn opgebruikt', QUOTA_FULL: 'Het quotum van de maand is bereikt',
    NOT_OUT_OF_WORK_LONG_ENOUGH: 'Niet lang genoeg zonder werk', BENEFIT_WHILE_OUT_OF_WORK: 'Uitkering in de tijd zonder werk',
  },
  periodKind: {
    EMPLOYEE: 'Job als werknemer', SELF_EMPLOYED: 'Zelfstandige activiteit', TEMP_AGENCY_WORK: 'Uitzendwerk',
    SICKNESS_WITH_CONTRACT: 'Ziekte tijdens een arbeidsovereenkomst',
    TEACHER_SUMMER_HOLIDAY: 'Zomervakantie in het onderwijs', IBO: 'Individuele beroepsopleiding',
    TEMPORARY_UNEMPLOYMENT: 'Tijdelijke werkloosheid',
    PARENTAL_LEAVE: 'Ouderschapsverlof', MATERNITY_LEAVE: 'Moederschapsverlof', UNEMPLOYMENT: 'Werkloosheid',
    CAREER_BREAK: 'Loopbaanonderbreking met uitkering', OTHER: 'Andere periode',
  },
  weight: {
    WORK: ['Telt mee als werk', 'good'], EQUATED: ['Telt mee, gelijkgesteld met werk', 'good'],
    COUNTED_ELSEWHERE: 'Telt al mee in een andere periode', CANCELLED: ['Geannuleerd', 'bad'],
    NOT_WORK: 'Is geen werk', AFTER_THE_REQUEST: 'Na de aanvraag', BEFORE_THE_WINDOW: 'Te lang geleden',
  },
  education: { LOW: 'Kortgeschoold', MEDIUM: 'Middengeschoold', HIGH: 'Hooggeschoold' },
  educationBasis: {
    PROOF: 'Een diploma of bewijs', UNRECOGNISED_DIPLOMA: 'Een diploma dat niet erkend is', UNKNOWN: 'Niets bekend, daarom middengeschoold',
  },
  region: {
    FLANDERS: 'Vlaanderen', BRUSSELS: 'Brussel', WALLONIA: 'Wallonië', EEA: 'Elders in de EER', OTHER: 'Buiten de EER',
    UNKNOWN: 'Niet bekend',
  },
  source: {
    WORK_RELATIONS: 'RSZ (Dimona)', SELF_EMPLOYMENT: 'RSVZ', DIPLOMAS: 'Leer- en Ervaringsbewijzendatabank', PERSON: 'Rijksregister',
    ENTERPRISES: 'Kruispuntbank van Ondernemingen',
    USED_CHEQUES: 'Gebruikte cheques van VDAB', OUTPLACEMENT: 'Outplacement',
  },
  decisionReason: {
    EVIDENCE_ACCEPTED: 'Het bewijs is aanvaard', EVIDENCE_INSUFFICIENT: 'Het bewijs volstaat niet',
    OBJECTION_FOUNDED: 'Het bezwaar is gegrond', OBJECTION_UNFOUNDED: 'Het bezwaar is niet gegrond',
    EDUCATION_SHOWN: 'De opleiding is aangetoond', SOURCE_WRONG: 'Een bron was niet juist', SOURCE_CORRECTED: 'Een bron is verbeterd',
    CHEQUES_FOUND: 'VDAB vond gebruikte cheques',
    ASKED_AGAIN: 'De burger vroeg het opnieuw',
  },
  reviewOutcome: {
    UPHELD: 'Beslissing blijft', OVERTURNED: ['Weigering vervalt', 'good'], REVISED: ['Uren of prijs aangepast', 'warn'],
    WITHDRAWN: ['Geen recht meer', 'bad'],
  },
  parameter: {
    EXPERIENCE_DAYS: 'Dagen werkervaring', EXPERIENCE_MONTHS: 'Maanden werkervaring',
    EXPERIENCE_WINDOW_MONTHS: 'Maanden waarin de ervaring moet vallen',
    EXPERIENCE_MONTHS_WITH_TEMP_WORK: 'Maanden werkervaring met uitzendwerk',
    TEMP_WORK_UNBROKEN_WEEKS: 'Weken uitzendwerk zonder onderbreking', HOURS_AFTER_NO_CHEQUE: 'Uren zonder gebruikte cheque',
    HOURS_AFTER_ONE_CHEQUE: 'Uren na één gebruikte cheque', HOURS_AFTER_TWO_CHEQUES: 'Uren na twee gebruikte cheques',
    CHEQUE_WINDOW_YEARS: 'Jaren voor een nieuwe cheque',
    CHEQUE_VALID_MONTHS: 'Maanden dat een cheque geldt', CHEQUES_PER_MONTH: 'Cheques per maand (quotum)',
    CO_PAYMENT_PER_CHEQUE: 'Eigen bijdrage per cheque', CO_PAYMENT_PER_HOUR: 'Eigen bijdrage per uur',
    CO_PAYMENT_PER_HOUR_LOW_SKILLED: 'Eigen bijdrage per uur, kortgeschoold', BLOCK_HOURS: 'Uren in een blok',
    PROVIDER_PER_FOUR_HOURS_EXCLUDING_VAT: 'Voor de begeleider per vier uur, zonder btw',
    PROVIDER_PER_HOUR_EXCLUDING_VAT: 'Voor de begeleider per uur, zonder btw',
    PROVIDER_PER_HOUR_INCLUDING_VAT: 'Voor de begeleider per uur, met btw', VAT: 'Btw', BUDGET_PER_YEAR: 'Budget per jaar',
    RE_ENTRY_WORKED_MONTHS: 'Herintreders: maanden gewerkt', RE_ENTRY_OUT_OF_WORK_MONTHS: 'Herintreders: maanden zonder werk',
  },
  unit: {
    DAYS: 'dagen', WEEKS: 'weken', MONTHS: 'maanden', YEARS: 'jaar', HOURS: 'uur', EURO_CENTS: 'cent', PERCENT: '%', CHEQUES: 'cheques',
  },
  effect: { GAINS: ['Wint', 'good'], LOSES: ['Verliest', 'bad'], SAME: 'Blijft gelijk' },
  chequeFile: { USED_CHEQUES: 'Gebruikte cheques', UNUSED_CHEQUES: 'Cheques die gekocht en niet gebruikt zijn' },
  importState: { RUNNING: ['Bezig', 'warn'], DONE: ['Klaar', 'good'], FAILED: ['Mislukt', 'bad'] },
  lineProblem: { COLUMNS: 'Kolommen', CITIZEN_NUMBER: 'Rijksregisternummer', DAY: 'Datum', AMOUNT: 'Bedrag', IBAN: 'Rekeningnummer' },

  // provider-registry
  application: {
    SUBMITTED: ['Ingediend', 'warn'], MORE_ASKED: ['Wacht op de aanvrager', ''], APPROVED: ['Goedgekeurd', 'good'],
    REFUSED: ['Geweigerd', 'bad'],
  },
  route: { R1: 'R1, pionier', R2: 'R2, overgang', R3: 'R3, nieuw' },
  proof: PROOFS,
  requirement: {
    ...PROOFS, ACTIVE_ENTERPRISE: 'Actieve onderneming in de KBO', EQUIVALENCE_OR_QUALIFICATION: 'Gelijkstelling of beroepskwalificatie',
  },
  enterprise: {
    WAITING: ['Wordt opgezocht', 'warn'], ACTIVE: ['Actief', 'good'], STOPPED: ['Stopgezet', 'bad'], UNKNOWN: ['Niet gevonden', 'bad'],
  },
  nameMatch: {
    MATCH: ['Naam klopt', 'good'], CLOSE_MATCH: ['Naam klopt bijna', 'warn'], NO_MATCH: ['Naam klopt niet', 'bad'],
    NOT_AVAILABLE: 'De bank zegt niets',
  },
  counsellor: {
    INCOMPLETE: ['Dossier onvolledig', 'warn'], REGISTERED: ['Geregistreerd', 'good'], SUSPENDED: ['Geschorst', 'bad'],
    WITHDRAWN: 'Gestopt of ingetrokken',
  },
  registryReason: {
    CONDITIONS_NOT_MET: 'Voldoet niet aan de voorwaarden', PROOF_NOT_ACCEPTED: 'Een bewijs is niet aanvaard',
    HOURS_NOT_DELIVERED: 'Uren zijn niet gegeven', NO_COOPERATION: 'Werkt niet mee',
    FOUNDED_COMPLAINTS: 'Gegronde klachten', POOR_QUALITY: 'Onvoldoende kwaliteit', NOT_PROVEN: 'Niet bewezen', REMEDIED: 'Rechtgezet',
    OTHER: 'Andere reden',
    PERIODIC: 'Periodieke controle', OWN_WISH: 'Op eigen vraag',
  },
  thresholdPercent: { 80: 'Vanaf 80 %', 100: 'Vanaf 100 %' },
  language: { nl: 'Nederlands', fr: 'Frans', en: 'Engels', de: 'Duits' },
  sanctionKind: { WARNING: 'Waarschuwing', SUSPENSION: 'Schorsing', WITHDRAWAL: 'Intrekking' },
  sanction: {
    OPEN: ['Aangekondigd', 'warn'], ANSWERED: ['Beantwoord', 'warn'], DROPPED: 'Laten vallen', FINAL: ['Definitief', 'bad'],
    ENDED: ['Beëindigd', 'good'],
  },
  renewal: { ASKED: ['Gevraagd', ''], SENT: ['Ingestuurd, wacht op ons', 'warn'], APPROVED: ['Goedgekeurd', 'good'] },
  todo: {
    SEND_DOCUMENTS: 'Documenten insturen', SEND_RENEWAL: 'Bewijzen opnieuw insturen', ANSWER_SANCTION: 'Antwoorden op de sanctie',
    CONFIRM_ACCOUNT_CHANGE: 'Rekening bevestigen',
    DECIDE_SANCTION: 'Over de sanctie beslissen', END_SUSPENSION: 'Schorsing beëindigen',
  },

  // wallet
  bill: { OPEN: ['Te betalen', 'warn'], PAID: ['Betaald', 'good'] },
  admission: { CODE: 'Eén code voor iedereen', LIST: 'Een eigen code per persoon' },
  sponsorEnd: {
    ASKED_BY_SPONSOR: 'Op vraag van de derdebetaler', SPONSOR_STOPPED: 'De derdebetaler bestaat niet meer',
    BILLS_UNPAID: 'Rekeningen niet betaald', MISUSE: 'Misbruik',
  },

  // session-claims
  session: {
    REGISTERED: ['Wacht op de burger', 'warn'], CONFIRMED: ['Bevestigd', 'good'], DISPUTED: ['Betwist', 'bad'], WITHDRAWN: 'Ingetrokken',
    CANCELLED: 'Geannuleerd',
  },
  block: { OPEN: ['Loopt', 'warn'], COMPLETED: ['Afgerond', 'good'], CANCELLED: 'Geannuleerd' },
  complaintKind: { RIGHT: 'Over het recht', GUIDANCE: 'Over de begeleiding' },
  complaint: {
    OPEN: ['Nog niet beslist', 'warn'], FILED: ['Ingediend', 'warn'], ANSWERED: ['Beantwoord door de begeleider', 'warn'],
    DECIDED: ['Beslist', 'good'],
  },
  complaintOutcome: { FOUNDED: 'Gegrond', PARTLY_FOUNDED: 'Deels gegrond', UNFOUNDED: 'Niet gegrond' },
  complaintReason: {
    GUIDANCE_NOT_GIVEN: 'De begeleiding is niet gegeven', GUIDANCE_BELOW_STANDARD: 'De begeleiding was niet goed genoeg',
    CONDUCT_OF_COUNSELLOR: 'Gedrag van de begeleider',
    RIGHT_WRONGLY_DECIDED: 'Over het recht is verkeerd beslist', RULES_WERE_FOLLOWED: 'De regels zijn gevolgd',
    NOT_SHOWN: 'Niet aangetoond', OTHER: 'Andere reden',
  },
  undueReason: {
    NOT_DELIVERED: 'Niet gegeven', SHORTER_THAN_REGISTERED: 'Korter dan geregistreerd', NO_GUIDANCE: 'Was geen begeleiding',
    NOT_IN_PERSON: 'Niet met de burger zelf', OTHER: 'Andere reden',
  },
  undueOrigin: { COMPLAINT: 'een klacht', INSPECTION: 'een controle' },
  reviewKind: {
    SAMPLE: 'Steekproef', HOURS_IN_A_DAY: 'Veel uren op één dag', IDENTICAL_SESSIONS: 'Sessies met hetzelfde patroon',
    MANY_CITIZENS: 'Veel nieuwe burgers in korte tijd', SAME_EMPLOYER: 'Veel werknemers van één werkgever',
  },
  measured: {
    HOURS_IN_A_DAY: 'op één dag', IDENTICAL_SESSIONS: 'blokken met hetzelfde patroon', MANY_CITIZENS: 'nieuwe burgers',
    SAME_EMPLOYER: 'burgers van één werkgever',
  },
  review: { OPEN: ['Open', 'warn'], CLOSED: ['Afgesloten', 'good'] },
  inspection: { IN_ORDER: ['In orde', 'good'], REMARKS: ['Opmerkingen', 'warn'], IRREGULAR: ['Niet in orde', 'bad'] },
  inspectionReason: {
    NOTHING_FOUND: 'Niets gevonden', EXPLAINED: 'Verklaard', ADMINISTRATIVE_FAULT: 'Administratieve fout',
    SESSIONS_UNDUE: 'Onterechte sessies', SANCTION_TO_BE_ASKED: 'Een sanctie is nodig', OTHER: 'Andere reden',
  },
  check: { OK: ['In orde', 'good'], NOT_OK: ['Niet in orde', 'bad'], NOT_APPLICABLE: 'Niet van toepassing' },
  checkReason: {
    MISSING: 'Ontbreekt', INCOMPLETE: 'Onvolledig', NOT_SIGNED: 'Niet ondertekend',
    DIFFERS_FROM_REGISTRATION: 'Verschilt van de registratie', OTHER: 'Andere reden',
  },
  keptReason: {
    IN_PAYMENT: 'staat in een betaalbestand', PAID: 'is al betaald', CLAWED_BACK: 'is teruggevorderd', REFUSED: 'is geweigerd',
    UNDER_REVIEW: 'wordt nagekeken',
  },
  failedCheck: {
    CO_PAYMENT_NOT_RECEIVED: 'Eigen bijdrage niet ontvangen', BUDGET_NOT_COMMITTED: 'Budget niet vastgelegd',
    BOOKING_ENDED: 'De boeking is beëindigd', NOT_THE_BOOKED_COUNSELLOR: 'Niet de geboekte begeleider',
    COUNSELLOR_NOT_REGISTERED: 'Begeleider niet geregistreerd op die dag', SESSION_IN_FUTURE: 'Sessie in de toekomst',
    SESSION_BEFORE_PAYMENT: 'Sessie voor de betaling',
    SESSION_ALREADY_CLAIMED: 'Sessie al aangerekend', MORE_THAN_THE_BLOCK: 'Meer dan het blok', OTHER: 'Andere voorwaarde',
  },

  // payout
  payout: {
    REFUSED: ['Geweigerd', 'bad'], APPROVED: ['Goedgekeurd', 'good'], SET_OFF: ['Verrekend', 'good'], BATCHED: 'In een betaalbestand',
    SENT: 'Bij de bank', PAID: ['Betaald', 'good'],
    REJECTED: ['Afgekeurd door de bank', 'bad'], RELEASED: 'Teruggenomen om te verbeteren',
  },
  batch: {
    WAITING: ['Wacht op vrijgave', 'warn'], HELD: ['Tegengehouden', 'warn'], RELEASED: ['Vrijgegeven', 'good'],
    REFUSED: ['Geweigerd', 'bad'], SENT: ['Bij de bank', 'good'],
  },
  stopReason: {
    AMOUNT_UNUSUAL: 'Ongewoon bedrag', ACCOUNT_DOUBTFUL: 'Twijfel over een rekening', PAYOUT_DISPUTED: 'Een uitbetaling wordt betwist',
    MADE_TWICE: 'Dubbel gemaakt', OTHER: 'Andere reden',
  },
  returnReason: { BATCH_REFUSED: 'het bestand is geweigerd', REJECTED: 'de bank keurde de betaling af' },
  clawback: {
    ANNOUNCED: ['Aangekondigd', 'warn'], ANSWERED: ['Beantwoord', 'warn'], DECIDED: ['Definitief', 'bad'], SETTLED: ['Afgehandeld', 'good'],
  },
  clawbackReason: {
    NOT_DELIVERED: 'Niet gegeven', SHORTER_THAN_CLAIMED: 'Korter dan aangerekend', NO_PROOF_OF_ATTENDANCE: 'Geen bewijs van aanwezigheid',
    NO_AGREEMENT: 'Geen overeenkomst', NO_DEVELOPMENT_PLAN: 'Geen persoonlijk ontwikkelplan',
    REGISTERED_WRONGLY: 'Verkeerd geregistreerd', COMPLAINT_FOUNDED: 'Gegronde klacht', INSPECTION_FINDING: 'Vaststelling bij een controle',
  },
  clawbackDecision: {
    NO_ANSWER: 'Geen antwoord', ANSWER_NOT_ACCEPTED: 'Antwoord niet aanvaard', ANSWER_PARTLY_ACCEPTED: 'Antwoord deels aanvaard',
    ANSWER_ACCEPTED: 'Antwoord aanvaard',
  },
  writeOffReason: {
    COUNSELLOR_STOPPED: 'De begeleider is gestopt', BANKRUPTCY: 'Faillissement', COST_ABOVE_AMOUNT: 'Innen kost meer dan het bedrag',
    MISTAKE_OF_GOVERNMENT: 'Fout van de overheid',
  },
  bankWork: {
    UNKNOWN_REFERENCE: 'Onbekende mededeling', REPAID_TOO_MUCH: 'Te veel terugbetaald', AMOUNT_DIFFERS: 'Bedrag verschilt', ANSWER_DOES_NOT_FIT: 'Antwoord van de bank past niet',
    FILE_REFUSED: 'Bestand geweigerd door de bank', UNREADABLE_FILE: 'Onleesbaar bestand',
    BUDGET_SHORT: 'Te weinig budget', FACTS_LATE: 'Gegevens komen te laat',
  },
  difference: {
    APPROVED_NOT_SENT: 'Goedgekeurd, niet verstuurd', SENT_NOT_ANSWERED: 'Verstuurd, geen antwoord',
    REJECTED_NOT_PAID: 'Afgekeurd, niet opnieuw betaald', FILES_AND_PAYOUTS: 'Bestanden en uitbetalingen verschillen',
    LEDGER_AND_ANSWERS: 'Boekhouding en antwoorden verschillen',
  },
  account: {
    BANK: 'Bank', CO_PAYMENTS: 'Eigen bijdragen', CO_PAYMENTS_REFUNDED: 'Terugbetaalde eigen bijdragen',
    GOVERNMENT_SHARE: 'Aandeel van de overheid', PAYABLE_TO_COUNSELLORS: 'Te betalen aan begeleiders',
    RECEIVABLE_FROM_COUNSELLORS: 'Te ontvangen van begeleiders', CLAWED_BACK: 'Teruggevorderd', WRITTEN_OFF: 'Afgeschreven',
    RECEIVABLE_FROM_SPONSORS: 'Te ontvangen van derdebetalers',
    CO_PAYMENTS_RESTORED: 'Teruggegeven eigen bijdragen', BANK_REPAYMENTS: 'Terugbetalingen op de bank',
  },
};

const words = (entry) => (Array.isArray(entry) ? entry[0] : entry);

/** The words of a code; a code that is not known here stands as it is. */
export const word = (kind, code) => words(WORDS[kind]?.[code]) ?? code ?? '';

/** As a part of a sentence. */
export const small = (kind, code) => word(kind, code).replace(/^[A-Z](?=[a-zéë])/, (first) => first.toLowerCase());

/** The words of codes, one after the other. */
export const list = (kind, codes) => (codes ?? []).map((code) => word(kind, code)).join(', ');

export const smalls = (kind, codes) => (codes ?? []).map((code) => small(kind, code)).join(', ');

/** A status with its mood; the words say it too. */
export function tag(kind, code) {
  if (!code) return nothing;
  const entry = WORDS[kind]?.[code];
  return html`<span class="tag ${Array.isArray(entry) ? entry[1] : ''}">${word(kind, code)}</span>`;
}

/** Options of a select. `any` is the label of no choice; `codes` when not all may be chosen. */
export function options(kind, chosen, any, codes = Object.keys(WORDS[kind])) {
  return html`${any ? html`<option value="" ?selected=${!chosen}>${any}</option>` : nothing}
  ${codes.map((code) => html`<option value=${code} ?selected=${code === chosen}>${word(kind, code)}</option>`)}`;
}
