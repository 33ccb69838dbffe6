package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason to say no about a counsellor. */
public enum CounsellorRefusal implements Refusal {
    COUNSELLOR_UNKNOWN(404, "Deze loopbaanbegeleider is niet bekend. Kijk het nummer na, of open eerst een dossier."),
    COUNSELLOR_EXISTS(409, "Deze persoon heeft al een dossier voor deze onderneming. Vul dat dossier aan."),
    NOT_REGISTERED(409, "Het dossier is nog niet volledig. Vul eerst de ontbrekende bewijzen aan."),
    REGIME_DAY_OUT_OF_RANGE(
            422, "Kies als eerste dag een dag vanaf uw registratie en ten laatste een jaar na vandaag."),
    CAPACITY_DAY_OUT_OF_RANGE(422, "Kies een dag vanaf vandaag en ten laatste 62 dagen na vandaag."),
    HAS_LEFT(
            409,
            "Deze loopbaanbegeleider is niet meer geregistreerd. Er kan niets meer over de registratie beslist worden."),
    SANCTION_UNKNOWN(404, "Deze sanctie is niet bekend. Kijk het nummer na."),
    SANCTION_UNDER_WAY(409, "Er loopt al een procedure. Rond die eerst af."),
    SUSPENDED_ALREADY(409, "Deze loopbaanbegeleider is al geschorst."),
    NOT_SUSPENDED(409, "Deze schorsing loopt niet of is al opgeheven."),
    REASON_DOES_NOT_FIT(422, "Deze reden past niet bij deze beslissing. Kies een andere reden."),
    TIME_TO_ANSWER_RUNS(
            409, "De loopbaanbegeleider heeft 15 dagen om te antwoorden. Beslis na het antwoord of na die termijn."),
    TIME_TO_ANSWER_IS_OVER(409, "De termijn om te antwoorden is voorbij."),
    ANSWERED_ALREADY(409, "U hebt al geantwoord. Uw eerste antwoord telt."),
    DECIDED_ALREADY(409, "Over deze sanctie is al beslist."),
    LEAVES_ALREADY(409, "Uw registratie eindigt al op een andere dag."),
    LEAVING_DAY_OUT_OF_RANGE(422, "Kies een dag vanaf vandaag en ten laatste een jaar na vandaag."),
    APPLICATION_UNKNOWN(404, "Deze aanvraag is niet bekend. Dien eerst een aanvraag in, of kijk het nummer na."),
    APPLICATION_UNDER_WAY(409, "U hebt al een aanvraag. Vul die aan."),
    APPLICATION_CLOSED(409, "Over deze aanvraag is al beslist."),
    TOO_MANY_DOCUMENTS(409, "Bij een aanvraag passen hoogstens 30 documenten."),
    DOCUMENT_NOT_ACCEPTED(422, "Stuur een PDF-, JPEG- of PNG-bestand, met het juiste Content-Type voor dat bestand."),
    DIPLOMA_NOT_LISTED(
            422,
            "Dit diploma staat vandaag niet op de lijst. Kies een code van de lijst, of stuur dit bewijs niet mee."),
    ACCOUNT_CHANGE_UNKNOWN(
            404, "Deze wijziging van rekeningnummer is niet bekend, of er kwam een nieuwere in de plaats."),
    NO_ENTERPRISE_CHECK(409, "Ondernemingsnummers worden nu niet nagekeken. Deze aanvraag wacht daar ook niet op."),
    NAME_DOES_NOT_MATCH(
            409,
            "De bank zegt dat dit rekeningnummer op een andere naam staat. Een medewerker kijkt het na; daarna kunt u bevestigen."),
    RENEWAL_UNKNOWN(404, "Er is geen vernieuwing gevraagd, of er kwam een andere in de plaats."),
    RENEWAL_UNDER_WAY(409, "Er loopt al een vernieuwing. Rond die eerst af."),
    RENEWAL_CLOSED(409, "Deze vernieuwing is al goedgekeurd."),
    RENEWAL_DAY_OUT_OF_RANGE(422, "Kies een dag na vandaag en ten laatste een jaar na vandaag."),
    STILL_MISSING(409, "De aanvraag is niet volledig. Vraag eerst de ontbrekende bewijzen.");

    private final int status;
    private final String detail;

    CounsellorRefusal(int status, String detail) {
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
