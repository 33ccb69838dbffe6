package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason not to take something in; an answer of no to a request is a decision, and no refusal of this kind. */
public enum EntitlementRefusal implements Refusal {
    NOT_OPEN_YET(422, "U kunt het loopbaankrediet aanvragen vanaf 1 januari 2027. Probeer het dan opnieuw."),
    REQUEST_UNKNOWN(404, "Deze aanvraag bestaat niet, of ze is niet van u."),
    NOT_DECIDED_YET(409, "Over deze aanvraag is nog niet beslist. Wacht op het antwoord; dat komt vanzelf."),
    ANSWERED_BY_ANOTHER_REQUEST(
            409, "Er is een nieuwere aanvraag die telt. Open die aanvraag en doe het daar opnieuw."),
    TOO_MUCH_EVIDENCE(409, "Bij een aanvraag kunnen hoogstens 20 bewijzen. Voeg documenten samen tot één bestand."),
    EVIDENCE_NOT_ACCEPTED(422, "Stuur een PDF-, JPEG- of PNG-bestand van hoogstens 5 MB, met het juiste Content-Type."),
    OBJECTION_UNDER_WAY(409, "U diende al bezwaar in. Wacht op de beslissing van de medewerker."),
    PROPOSAL_WAITS(
            409,
            "Er ligt al een voorstel van beslissing. Een andere medewerker moet het eerst bevestigen of afwijzen."),
    NO_PROPOSAL(409, "Er ligt geen voorstel van beslissing meer. Vraag het dossier opnieuw op."),
    FOUR_EYES(403, "U stelde deze beslissing zelf voor. Een andere medewerker moet ze bevestigen."),
    OWN_FILE(403, "Dit is uw eigen dossier. Een andere medewerker moet erover beslissen."),
    PERIOD_NOT_USABLE(
            422,
            "Geef periodes die als werk tellen, met een begin tot en met de dag van de aanvraag en een einde na het begin."),
    REASON_DOES_NOT_FIT(422, "Deze reden past niet bij een beslissing van een medewerker. Kies een andere reden."),
    RIGHT_STILL_RUNS(
            409,
            "Deze burger heeft een recht voor de hele loopbaan. Zolang dat loopt, moet bekend blijven van wie het is."),
    FILE_STILL_KEPT(409, "Dit dossier moet nog bewaard blijven, tot en met de dag die hierbij staat.");

    private final int status;
    private final String detail;

    EntitlementRefusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String detail() {
        return detail;
    }
}
