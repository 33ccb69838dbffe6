import { day, hours, money, moment, number } from '../shared/format.js';
import { officer } from './links.js';
import { small, smalls, word } from './words.js';

// What is stored as an event, told as a sentence: a text, or `[text, mood]` with the mood good, warn or bad.
// Amounts are cents, time is half hours.

const count = (many, one, more) => `${number(many)} ${many === 1 ? one : more}`;
const time = (halfHours) => hours(halfHours / 2);
/** What a signal measures, in its unit. */
export const counted = (kind, value) => (kind === 'HOURS_IN_A_DAY' ? time(value) : number(value));
const by = (id) => (id ? ` door ${officer(id)}` : '');
const because = (kind, code) => (code ? `Reden: ${small(kind, code)}.` : '');
/** Sentences one after the other; what is empty or not so is left out. */
const say = (...sentences) => sentences.filter(Boolean).join(' ');
const vat = (liable) => (liable ? 'met btw' : 'vrijgesteld van btw');
const shared = (cents, sponsor) => `${money(cents)}${sponsor ? ` aan de burger en ${money(sponsor)} aan de derdebetaler` : ''}`;
const goesBack = (e) => `Er gaat ${shared(e.refundCents, e.sponsorRefundCents)} terug.`;
const right = (judgement) => `${hours(judgement.hours)}, tegen ${money(judgement.coPaymentPerHourCents)} per uur`;
const days = (judgement) => `${number(judgement.workedDays)} dagen werkervaring (nodig: ${number(judgement.requiredDays)})`;
const would = (judgement) => (judgement.failed.length ? `geen recht (${smalls('condition', judgement.failed)})` : right(judgement));
/** One day, or from the first to the last. */
export const span = (from, until) => (from === until ? `op ${day(from)}` : `van ${day(from)} tot en met ${day(until)}`);
const period = (from, to) => (from ? `, van ${day(from)}${to ? ` tot en met ${day(to)}` : ''}` : '');

const eligibility = {
  EntitlementRequested: (e) => `De burger vroeg het loopbaankrediet aan op ${day(e.requestedOn)}.`,
  DecisionPostponed: (e) => [
    say(
      `${word('source', e.source)} gaf geen antwoord (poging ${e.attempt}).`,
      `De beslissing wacht; de bron wordt opnieuw gevraagd op ${moment(e.nextAttemptAt)}.`,
    ),
    'warn',
  ],
  EntitlementEstablished: (e) => [`De burger heeft recht op ${right(e.judgement)}: ${days(e.judgement)}.`, 'good'],
  EntitlementRefused: (e) => [
    `De aanvraag is geweigerd: ${smalls('condition', e.judgement.failed)}. De burger heeft ${days(e.judgement)}.`,
    'bad',
  ],
  EntitlementRevised: (e) => (e.judgement.failed.length
    ? [`Het recht is ingetrokken. ${because('decisionReason', e.reasonCode)}`, 'bad']
    : [`Het recht is aangepast: ${right(e.judgement)}. ${because('decisionReason', e.reasonCode)}`, 'warn']),
  EvidenceSent: (e) => `De burger stuurde een bewijs over ${small('evidenceKind', e.kind)}${period(e.from, e.to)}.`,
  ObjectionFiled: () => ['De burger diende bezwaar in.', 'warn'],
  DecisionProposed: (e) => [
    say(
      `Een beslissing is voorgesteld${by(e.officer)}: ${would(e.judgement)}.`,
      'Een tweede medewerker moet bevestigen.',
      because('decisionReason', e.reasonCode),
    ),
    'warn',
  ],
  ProposalRejected: (e) => [`Het voorstel is afgewezen${by(e.officer)}. ${because('decisionReason', e.reasonCode)}`, 'warn'],
  DecisionReviewed: (e) => [
    say(
      `Er is opnieuw beslist${by(e.officer)}: ${small('reviewOutcome', e.outcome)}.`,
      e.confirmation && `Dat is bevestigd${by(e.confirmation.officer)}.`,
      `De burger heeft ${would(e.judgement)}.`,
      because('decisionReason', e.reasonCode),
    ),
    e.judgement.failed.length ? 'bad' : 'good',
  ],
  SourceCorrected: (e) => [
    say(
      `Een bron zegt nu iets anders: ${would(e.judgement)}.`,
      because('decisionReason', e.reasonCode),
      e.waits && 'Dat wacht op een medewerker.',
    ),
    'warn',
  ],
  CitizenForgotten: (e) => `Het dossier is lang genoeg bewaard: wie de burger is, is gewist${by(e.officer)}.`,
};

const wallet = {
  CreditGranted: (e) => [`${time(e.halfHours)} loopbaankrediet toegekend, tegen ${money(e.coPaymentPerHourCents)} per uur.`, 'good'],
  CreditRevised: (e) => [
    `Het krediet is nu ${time(e.halfHours)}, tegen ${money(e.coPaymentPerHourCents)} per uur. ${because('decisionReason', e.reasonCode)}`,
    'warn',
  ],
  CoPaymentLowered: (e) => [
    say(`De eigen bijdrage van het blok is verlaagd tot ${money(e.coPaymentCents)}.`, goesBack(e)),
    'good',
  ],
  BlockReserved: (e) =>
    say(
      `Een blok van ${time(e.halfHours)} gereserveerd, voor ${money(e.coPaymentCents)}.`,
      e.sponsorShareCents && `Een derdebetaler betaalt daarvan ${money(e.sponsorShareCents)}.`,
    ),
  BookingQueued: (e) => [
    say(
      `Het budget is vol: de boeking staat op plaats ${number(e.place)} in de wachtrij.`,
      e.nextRoomOn && `Er komt ruimte op ${day(e.nextRoomOn)}.`,
    ),
    'warn',
  ],
  BudgetSecured: (e) => `Het budget voor het blok is vastgelegd. Blijft er iets te betalen voor de burger, dan kan dat tot ${moment(e.payBefore)}.`,
  CoPaymentRequested: () => 'De betaalpagina staat klaar voor de burger.',
  PaymentCancelled: () => ['De burger stopte de betaling.', 'warn'],
  PaymentRestarted: (e) => `De burger begon opnieuw te betalen (poging ${e.attempt}).`,
  CoPaymentReceived: (e) => [`De eigen bijdrage van ${money(e.amountCents)} is ontvangen.`, 'good'],
  SurplusPaymentReceived: (e) => [`${money(e.amountCents)} ontvangen voor een reservatie die al betaald of vervallen was.`, 'warn'],
  CoPaymentSponsored: (e) => `De derdebetaler is ${money(e.amountCents)} verschuldigd.`,
  BlockBooked: (e) => [`Het blok van ${time(e.halfHours)} is geboekt.`, 'good'],
  PaymentReminded: (e) => `De burger kreeg een herinnering: betalen voor ${moment(e.payBefore)}.`,
  BlockLapsed: () => ['Niet op tijd betaald: de reservatie is vervallen en de uren zijn terug.', 'bad'],
  BlockCancelled: (e) => [
    say(
      e.counsellorGone ? 'De begeleider is er niet meer: het blok is geannuleerd.' : 'Het blok is geannuleerd.',
      'De uren zijn terug.',
      (e.refundCents || e.sponsorRefundCents) && goesBack(e),
    ),
    'warn',
  ],
  RefundOwed: (e) => `${money(e.amountCents)} moet terug naar de burger.`,
  CoPaymentRefunded: () => ['De eigen bijdrage is terugbetaald.', 'good'],
  GuidanceStarted: () => 'De begeleiding is begonnen: de eerste sessie is geregistreerd.',
  BlockGivenUp: (e) =>
    say(
      e.counsellorGone ? 'De begeleider is er niet meer.' : 'De burger geeft de rest van het blok terug.',
      'We vragen wat er nog niet gegeven is.',
    ),
  UnusedTimeAskedAgain: (e) => `Nog geen antwoord over de niet gegeven tijd: opnieuw gevraagd (${number(e.times)} keer).`,
  HoursReturned: (e) => (e.halfHours
    ? [`${time(e.halfHours)} is terug bij de burger; er gaat ${shared(e.refundCents, e.sponsorRefundCents)} terug.`, 'good']
    : 'Er was niets meer om terug te geven: alles is gegeven.'),
  PartRefundOwed: (e) => `${money(e.amountCents)} moet terug naar de burger (deel ${e.part}).`,
  PartRefunded: (e) => [`Een deel van de eigen bijdrage is terugbetaald (deel ${e.part}).`, 'good'],
  SessionUndone: (e) => [`Een bevestigde sessie telt niet mee: ${time(e.halfHours)} is weer gereserveerd.`, 'warn'],
  HoursRestored: (e) => [
    say(
      `De burger krijgt ${time(e.halfHours)} terug, want die ${e.claimRefused ? 'wordt nooit uitbetaald' : 'bleek onterecht uitbetaald'}.`,
      goesBack(e),
    ),
    'good',
  ],
  HoursUsed: (e) => `${time(e.halfHours)} gebruikt: een sessie is bevestigd.`,
  SponsorAgreed: (e) => [
    say(
      `Overeenkomst met een derdebetaler${by(e.officer)}:`,
      e.percent ? `${e.percent} % van de eigen bijdrage,` : `${money(e.blockCents)} per blok,`,
      `budget ${money(e.budgetCents)}, van ${day(e.from)} tot en met ${day(e.until)}.`,
    ),
    'good',
  ],
  SponsorCodesIssued: (e) => `${count(e.count, 'code', 'codes')} gemaakt${by(e.officer)}.`,
  SponsorShareReserved: (e) => `${money(e.amountCents)} opzijgezet voor een boeking.`,
  SponsorShareOwed: (e) => `De boeking staat vast: ${money(e.amountCents)} verschuldigd.`,
  SponsorShareReturned: (e) => `${money(e.amountCents)} is weer vrij${e.owed ? ' en gaat van een volgende rekening af' : ''}.`,
  SponsorBilled: (e) => `Rekening van ${money(e.amountCents)} voor ${day(e.from)} tot en met ${day(e.until)}.`,
  SponsorBillPaid: (e) => [`De rekening van ${money(e.amountCents)} is betaald, genoteerd${by(e.officer)}.`, 'good'],
  SponsorAgreementEnded: (e) => [
    `De overeenkomst is beëindigd${by(e.officer)}, met ${day(e.lastDay)} als laatste dag. ${because('sponsorEnd', e.reason)}`,
    'warn',
  ],
  CounsellorBecameBookable: () => ['Burgers kunnen bij de begeleider boeken.', 'good'],
  CounsellorStopsOn: (e) => [`Vanaf ${day(e.from)} kan niemand meer bij de begeleider boeken.`, 'warn'],
  CounsellorGone: () => ['De begeleider is er niet meer: wat geboekt is, gaat terug naar de burgers.', 'bad'],
  CounsellorReturnsOn: (e) => [`Vanaf ${day(e.from)} kunnen burgers weer bij de begeleider boeken.`, 'good'],
};

const registry = {
  DossierOpened: (e) => `Dossier geopend voor route ${e.route}, ${vat(e.vatLiable)}. Bewijzen: ${smalls('proof', e.proofs) || 'nog geen'}.`,
  ProofsShown: (e) => `Bewijzen toegevoegd: ${smalls('proof', e.proofs)}.`,
  CounsellorRegistered: (e) => [`Geregistreerd op ${day(e.registeredOn)} via route ${e.route}, ${vat(e.vatLiable)}.`, 'good'],
  CounsellorVatRegimeChanged: (e) => `Vanaf ${day(e.from)} ${vat(e.vatLiable)}.`,
  CapacityStated: (e) => `De begeleider heeft plaats voor ${count(e.places, 'nieuwe burger', 'nieuwe burgers')}, tot en met ${day(e.until)}.`,
  TurnoverCounted: (e) => `${money(e.exclVatCents)} telt mee voor de btw-drempel van ${e.year}.`,
  VatThresholdNeared: (e) => [
    `${e.percent} % van de btw-drempel van ${e.year} bereikt: ${money(e.turnoverCents)} van ${money(e.thresholdCents)}.`,
    'warn',
  ],
  CounsellorWarned: (e) => [`Waarschuwing gegeven${by(e.officer)}. ${because('registryReason', e.reasonCode)}`, 'warn'],
  SanctionAnnounced: (e) => [
    say(
      `${word('sanctionKind', e.kind)} aangekondigd${by(e.officer)}.`,
      `Antwoorden kan tot en met ${day(e.answerBy)}.`,
      because('registryReason', e.reasonCode),
    ),
    'warn',
  ],
  SanctionAnswered: () => 'De begeleider antwoordde op de aangekondigde sanctie.',
  SanctionDropped: (e) => [`De aangekondigde sanctie is ingetrokken${by(e.officer)}. ${because('registryReason', e.reasonCode)}`, 'good'],
  CounsellorSuspended: (e) => [`Geschorst${by(e.officer)} vanaf ${day(e.from)}. ${because('registryReason', e.reasonCode)}`, 'bad'],
  CounsellorReinstated: (e) => [
    `De schorsing is opgeheven${by(e.officer)} vanaf ${day(e.from)}. ${because('registryReason', e.reasonCode)}`,
    'good',
  ],
  CounsellorLeft: (e) => [say(`Niet meer geregistreerd vanaf ${day(e.from)}.`, e.officer && `Beslist${by(e.officer)}.`, because('registryReason', e.reasonCode)), 'bad'],
  ApplicationSubmitted: (e) =>
    `Aanvraag ingediend voor route ${e.route}, ${vat(e.vatLiable)}. Aangekondigde bewijzen: ${smalls('proof', e.claimed) || 'geen'}.`,
  ApplicationDocumentAdded: (e) => `Document ontvangen: ${small('proof', e.kind)}.`,
  ApplicationMoreAsked: (e) => [
    `Meer gevraagd${by(e.officer)}: ${smalls('proof', e.asked)}. ${because('registryReason', e.reasonCode)}`,
    'warn',
  ],
  EnterpriseCheckAsked: () => 'De onderneming wordt opgezocht in de KBO.',
  EnterpriseChecked: (e) => [`De KBO zegt over de onderneming: ${small('enterprise', e.found)}.`, e.found === 'ACTIVE' ? 'good' : 'warn'],
  ApplicationApproved: (e) => [`Aanvraag goedgekeurd${by(e.officer)}.`, 'good'],
  ApplicationRefused: (e) => [
    say(
      `Aanvraag geweigerd${by(e.officer)}.`,
      because('registryReason', e.reasonCode),
      e.lacking.length > 0 && `Ontbrak: ${smalls('requirement', e.lacking)}.`,
    ),
    'bad',
  ],
  RenewalAsked: (e) => [
    `Bewijzen opnieuw gevraagd${by(e.officer)}, tegen ${day(e.by)}: ${smalls('proof', e.asked)}. ${because('registryReason', e.reasonCode)}`,
    'warn',
  ],
  RenewalDocumentAdded: (e) => `Document voor de vernieuwing ontvangen: ${small('proof', e.kind)}.${e.complete ? ' Alles is er nu.' : ''}`,
  RenewalApproved: (e) => [`Vernieuwing goedgekeurd${by(e.officer)}.`, 'good'],
  AccountChangeAsked: () => 'De begeleider vroeg een ander rekeningnummer.',
  AccountNameChecked: (e) => [
    `De bank van het nieuwe rekeningnummer zegt: ${small('nameMatch', e.match)}.`,
    e.match === 'NO_MATCH' ? 'warn' : '',
  ],
  FirstAccountNameChecked: (e) => [
    `De bank van het eerste rekeningnummer zegt: ${small('nameMatch', e.match)}.`,
    e.match === 'NO_MATCH' ? 'warn' : '',
  ],
  AccountNameAccepted: (e) => [`Rekening op een andere naam aanvaard${by(e.officer)}. ${because('registryReason', e.reasonCode)}`, 'good'],
  AccountChangeConfirmed: (e) => [`De begeleider bevestigde het nieuwe rekeningnummer. Het geldt vanaf ${moment(e.holdsFrom)}.`, 'good'],
};

const sessionClaims = {
  BlockOpened: (e) => `Het betaalde blok van ${time(e.halfHours)} staat open voor de begeleider.`,
  BlockClosed: () => 'Het blok is gesloten: er wordt niets meer op geregistreerd.',
  UnusedTimeReleased: (e) =>
    e.halfHours ? `${time(e.halfHours)} was niet gegeven en gaat terug.` : 'Er was geen heel uur meer over om terug te geven.',
  UnusedTimeTold: (e) => `Opnieuw gezegd wat er niet gegeven was: ${time(e.halfHours)}.`,
  SessionRegistered: (e) =>
    `Sessie van ${time(e.halfHours)} geregistreerd, op ${moment(e.startedAt)} (${small('mode', e.mode)}): ${smalls('theme', e.themes)}.`,
  SessionConfirmed: (e) => [
    e.silent
      ? `De sessie van ${time(e.halfHours)} geldt als bevestigd: de burger antwoordde niet op tijd.`
      : `De burger bevestigde de sessie van ${time(e.halfHours)}.`,
    'good',
  ],
  SessionDisputed: () => ['De burger betwist de sessie.', 'bad'],
  SessionWithdrawn: () => ['De sessie is ingetrokken.', 'warn'],
  ClaimSubmitted: (e) =>
    `Aanrekening van ${time(e.halfHours)} ingediend, voor ${count(e.sessions.length, 'sessie', 'sessies')}.`,
  ClaimWithdrawalAsked: () => 'De begeleider wil een sessie verbeteren; we vragen of de aanrekening nog terug kan.',
  ClaimReleased: () => 'De aanrekening is teruggenomen: de sessies kunnen verbeterd worden.',
  ClaimKept: (e) => [`De aanrekening kan niet meer terug, want ze ${small('keptReason', e.reasonCode)}.`, 'warn'],
  ClaimRefused: (e) => [`De aanrekening is niet betaalbaar: ${smalls('failedCheck', e.failed)}.`, 'bad'],
  AgreementRecorded: (e) => `De begeleider noteerde waarover de begeleiding gaat: ${smalls('theme', e.themes)}.`,
  AgreementAccepted: () => ['De burger gaat akkoord met waarover de begeleiding gaat.', 'good'],
  PlanHandedOver: () => 'De begeleider gaf het persoonlijk ontwikkelplan aan de burger.',
  PlanAttested: () => ['De burger bevestigt dat er een persoonlijk ontwikkelplan is.', 'good'],
  GuidanceCompleted: () => ['De begeleiding van dit blok is afgerond.', 'good'],
  SurveyAnswered: () => 'De burger vulde de bevraging in.',
  SessionFoundUndue: (e) => [
    say(
      `${time(e.halfHours)} van een sessie bleek onterecht bij ${word('undueOrigin', e.origin)}.`,
      because('undueReason', e.reasonCode),
      e.hoursReturn && 'De burger krijgt de uren terug.',
    ),
    'bad',
  ],
  ComplaintFiled: (e) => [`Klacht ingediend ${small('complaintKind', e.kind)}.`, 'warn'],
  ComplaintAnswered: () => 'De begeleider antwoordde op de klacht.',
  ComplaintDecided: (e) => [
    `Over de klacht is beslist${by(e.officer)}: ${small('complaintOutcome', e.outcome)}. ${because('complaintReason', e.reasonCode)}`,
    e.outcome === 'UNFOUNDED' ? '' : 'bad',
  ],
  ReviewOpened: (e) => [
    say(
      `Nazicht geopend${by(e.officer)}: ${small('reviewKind', e.kind)}, over sessies ${span(e.from, e.until)}.`,
      e.measured
        ? `${counted(e.kind, e.measured)} ${word('measured', e.kind)}, grens ${counted(e.kind, e.threshold)}.`
        : `${number(e.dossiers.length)} van ${count(e.population, 'dossier', 'dossiers')}.`,
    ),
    'warn',
  ],
  DossierChecked: (e) => [
    say(
      `Dossier nagekeken${by(e.officer)}: overeenkomst ${small('check', e.agreement.result)},`,
      `aanwezigheid ${small('check', e.attendance.result)}, plan ${small('check', e.plan.result)}.`,
    ),
    [e.agreement, e.attendance, e.plan].some(({ result }) => result === 'NOT_OK') ? 'bad' : '',
  ],
  ReviewClosed: (e) => [
    `Nazicht afgesloten${by(e.officer)}: ${small('inspection', e.outcome)}. ${because('inspectionReason', e.reasonCode)}`,
    { IN_ORDER: 'good', REMARKS: 'warn', IRREGULAR: 'bad' }[e.outcome],
  ],
  CounsellorRecorded: (e) => `De begeleider kan sessies registreren vanaf ${day(e.registeredOn)}.`,
  RegistrationChanged: (e) => [
    `De registratie ${e.registered ? 'geldt weer' : 'stopt'} vanaf ${day(e.from)}.`,
    e.registered ? 'good' : 'warn',
  ],
  EmployersRecorded: (e) => `De werkgevers op de dag van de aanvraag zijn genoteerd (${number(e.employers.length)}, zonder naam).`,
};

const payout = {
  BookingRecorded: (e) =>
    `De boeking is genoteerd op het budget van ${e.year}: ${time(e.halfHours)}, eigen bijdrage ${money(e.coPaymentCents)}.`,
  CoPaymentRecorded: (e) => `Eigen bijdrage van ${money(e.amountCents)} genoteerd.`,
  SponsorshipRecorded: (e) => `Deel van ${money(e.amountCents)} van de derdebetaler genoteerd.`,
  PriceLoweringRecorded: (e) =>
    say(
      `De eigen bijdrage is nu ${money(e.coPaymentCents)}; er ging ${shared(e.refundCents, e.sponsorRefundCents)} terug.`,
      e.usedAboveCents && `De overheid betaalt ${money(e.usedAboveCents)} meer.`,
    ),
  LapseRecorded: () => ['De reservatie is vervallen; het budget is weer vrij.', 'bad'],
  CancellationRecorded: (e) => [`Het blok is geannuleerd; ${shared(e.refundCents, e.sponsorRefundCents)} gaat terug.`, 'warn'],
  HoursReturnRecorded: (e) => `${time(e.halfHours)} ging terug naar de burger, met ${money(e.refundCents + (e.sponsorRefundCents ?? 0))}.`,
  RestorationRecorded: (e) => `De burger kreeg ${time(e.halfHours)} opnieuw, met ${money(e.refundCents + (e.sponsorRefundCents ?? 0))}.`,
  ClaimReceived: (e) => `Aanrekening ontvangen voor ${time(e.sessions.reduce((sum, session) => sum + session.halfHours, 0))}.`,
  ClaimReleased: (e) =>
    `De aanrekening is teruggenomen om te verbeteren${e.totalCents ? `; ${money(e.totalCents)} gaat uit de boeken` : ''}.`,
  ClaimKept: (e) => [`De aanrekening kan niet meer terug, want ze ${small('keptReason', e.reason)}.`, 'warn'],
  UndueRecorded: (e) => [
    `${time(e.halfHours)} is onterecht gevonden bij ${word('undueOrigin', e.origin)}. ${because('undueReason', e.reasonCode)}`,
    'bad',
  ],
  UndueDropped: () => 'Alles wat hiervoor betaald was, is al teruggevorderd.',
  PayoutApproved: (e) => [
    say(
      `Uitbetaling van ${money(e.totalCents)} goedgekeurd voor ${time(e.halfHours)}:`,
      `${money(e.coPaymentCents)} eigen bijdrage en ${money(e.governmentShareCents)} van de overheid.`,
    ),
    'good',
  ],
  PayoutRefused: (e) => [
    `De aanrekening is geweigerd: ${smalls('failedCheck', e.failed)}.${e.neverPaid?.length ? ' Die uren gaan terug naar de burger.' : ''}`,
    'bad',
  ],
  PayoutBatched: (e) => `De uitbetaling${e.amountCents ? ` van ${money(e.amountCents)}` : ''} staat in een betaalbestand.`,
  PayoutReturned: (e) => [`De uitbetaling wacht op een volgend bestand, gevraagd${by(e.officer)}: ${word('returnReason', e.reason)}.`, 'warn'],
  PayoutSent: (e) => `${money(e.amountCents)} naar de bank gestuurd.`,
  PayoutPaid: (e) => [`${money(e.amountCents)} betaald aan de begeleider.`, 'good'],
  PayoutRejected: (e) => [`De bank keurde de betaling af, met code ${e.reasonCode}.`, 'bad'],
  PayoutSetOff: (e) =>
    `${money(e.amountCents)} van de uitbetaling is verrekend met een terugvordering; ${money(e.leftCents)} blijft te betalen.`,
  ClawbackAnnounced: (e) => [
    say(
      `Terugvordering van ${money(e.exclVatCents + e.vatCents)} voor ${time(e.halfHours)} aangekondigd${by(e.officer)}.`,
      `Antwoorden kan tot en met ${day(e.answerUntil)}.`,
      because('clawbackReason', e.reason),
    ),
    'warn',
  ],
  ClawbackAnswered: () => 'De begeleider antwoordde op de terugvordering.',
  ClawbackDecided: (e) => [
    say(
      `De terugvordering is definitief gemaakt${by(e.officer)}: ${money(e.exclVatCents + e.vatCents)} voor ${time(e.halfHours)}.`,
      because('clawbackDecision', e.reason),
    ),
    e.halfHours ? 'bad' : 'good',
  ],
  ClawbackSetOff: (e) => `${money(e.amountCents)} verrekend met een uitbetaling; ${money(e.leftCents)} blijft.`,
  RepaymentAsked: (e) => `${money(e.amountCents)} teruggevraagd${by(e.officer)} met een betalingsverzoek, te betalen tot en met ${day(e.dueOn)}.`,
  InstalmentsAgreed: (e) => `Afbetaling afgesproken${by(e.officer)}, in ${number(e.instalments.length)} delen.`,
  RepaymentReceived: (e) => [`${money(e.amountCents)} terugbetaald; ${money(e.leftCents)} blijft.`, 'good'],
  ClawbackWrittenOff: (e) => [`${money(e.amountCents)} afgeschreven${by(e.officer)}. ${because('writeOffReason', e.reason)}`, 'warn'],
  ClawbackSettled: () => ['De terugvordering is afgehandeld: er blijft niets over.', 'good'],
  CounsellorRecorded: (e) => `De begeleider kan betaald worden voor begeleiding vanaf ${day(e.registeredOn)}, ${vat(e.vatLiable)}.`,
  VatRegimeRecorded: (e) => `Vanaf ${day(e.from)} ${vat(e.vatLiable)}.`,
  RegistrationChanged: (e) => [
    `De registratie ${e.registered ? 'geldt weer' : 'stopt'} vanaf ${day(e.from)}.`,
    e.registered ? 'good' : 'warn',
  ],
  SponsorPaymentRecorded: (e) => [`Een rekening van ${money(e.amountCents)} is betaald door de derdebetaler.`, 'good'],
  BatchMade: (e) =>
    say(
      `Betaalbestand gemaakt: ${count(e.payouts.length, 'uitbetaling', 'uitbetalingen')}, samen ${money(e.totalCents)}.`,
      e.officersNeeded > 0 && `${e.officersNeeded === 1 ? 'Eén medewerker moet' : `${e.officersNeeded} medewerkers moeten`} het vrijgeven.`,
    ),
  BatchApproved: (e) => [
    `Vrijgegeven${by(e.officer)}.${e.released ? ' Het bestand mag naar de bank.' : ' Een tweede medewerker moet dat ook doen.'}`,
    'good',
  ],
  BatchHeld: (e) => [`Tegengehouden${by(e.officer)}. ${because('stopReason', e.reason)}`, 'warn'],
  BatchRefused: (e) => [`Het bestand is geweigerd${by(e.officer)} en gaat niet naar de bank. ${because('stopReason', e.reason)}`, 'bad'],
  BatchSent: () => ['Naar de bank gestuurd.', 'good'],
  BudgetOpened: (e) => `Budget van ${e.year} geopend: ${money(e.totalCents)}.`,
  BudgetCommitted: (e) => `${money(e.amountCents)} vastgelegd voor een boeking${e.queued ? ' uit de wachtrij' : ''}.`,
  BookingQueued: (e) => [`Geen ruimte voor ${money(e.amountCents)}: de boeking staat op plaats ${number(e.place)} in de wachtrij.`, 'warn'],
  QueueLeft: () => 'Een boeking is uit de wachtrij.',
  BudgetSettled: (e) => `${money(e.amountCents)} verschuldigd voor een aanrekening.`,
  CommitmentRaised: (e) => `${money(e.amountCents)} meer vastgelegd dan eerst.`,
  SettlementReversed: (e) => `${money(e.amountCents)} van een teruggenomen aanrekening is weer vastgelegd.`,
  SettlementCarriedOut: (e) => `${money(e.amountCents)} van een teruggenomen aanrekening gaat naar het open jaar.`,
  ShareGrown: (e) => `De overheid betaalt ${money(e.amountCents)} meer na een lagere eigen bijdrage.`,
  ShareOwed: (e) => [`De overheid is ${money(e.amountCents)} meer verschuldigd dan er over is. Dat gaat voor op de wachtrij.`, 'warn'],
  OwedShareFound: (e) => `Er is weer budget: ${money(e.amountCents)} die de overheid verschuldigd was, ${e.claim ? 'is vastgelegd' : 'is vereffend'}.`,
  OwedShareDropped: (e) => `${money(e.amountCents)} moet dit jaar niet meer gevonden worden.`,
  CommitmentsCarriedOut: (e) => `Wat vastgelegd is voor ${count(e.commitments.length, 'boeking', 'boekingen')} gaat naar het volgende jaar.`,
  CommitmentsCarriedIn: (e) => `Wat vastgelegd is voor ${count(e.commitments.length, 'boeking', 'boekingen')} komt van ${e.fromYear}.`,
  YearClosed: (e) => `Het jaar ${e.year} is gesloten.`,
  BudgetReleased: (e) => `${money(e.amountCents)} is weer vrij.`,
};

const EVENTS = { eligibility, wallet, 'provider-registry': registry, 'session-claims': sessionClaims, payout };

/** Where an event was stored, for people. */
export const SERVICES = {
  eligibility: 'Recht',
  wallet: 'Portefeuille',
  'provider-registry': 'Begeleiders',
  'session-claims': 'Gesprekken en aanrekeningen',
  payout: 'Uitbetaling',
};

/** A stored event as `{ title, kind }`; one that has no sentence yet stands under its own name. */
export function tell(service, { fact, data }) {
  const sentence = EVENTS[service]?.[fact];
  if (!sentence) return { title: fact, kind: '', unknown: true };
  const told = sentence(data);
  const [title, kind = ''] = [told].flat();
  return { title: title.trim(), kind };
}
