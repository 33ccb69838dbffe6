package be.vlaanderen.loopbaankrediet.payout.clawback;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Why something about a clawback cannot be done. */
public enum ClawbackRefusal implements Refusal {
    CLAWBACK_UNKNOWN(404, "Deze terugvordering bestaat niet, of ze is niet van u."),
    PAYOUT_NOT_PAID(409, "Deze uitbetaling is niet betaald. Alleen betaalde halve uren kunt u terugvorderen."),
    MORE_THAN_PAID(422, "U vordert meer halve uren terug dan er betaald en nog niet teruggevorderd zijn."),
    ALREADY_ANSWERED(409, "U hebt al geantwoord op deze terugvordering."),
    ANSWER_TOO_LATE(409, "U kunt niet meer antwoorden: de termijn van 15 dagen is voorbij of er is al beslist."),
    WAITING_FOR_ANSWER(409, "De loopbaanbegeleider kan nog antwoorden. Beslis na het antwoord of na de termijn."),
    MORE_THAN_ANNOUNCED(422, "U kunt niet meer halve uren terugvorderen dan er aangekondigd zijn."),
    ALREADY_DECIDED(409, "Over deze terugvordering is al anders beslist."),
    NOTHING_LEFT(409, "Er staat niets open."),
    REPAYMENT_NOT_ASKED(409, "Vraag het bedrag eerst terug met een betalingsverzoek."),
    INSTALMENTS_DO_NOT_ADD_UP(
            422,
            "De afbetalingen zijn samen niet gelijk aan wat er openstaat, of hun dagen volgen elkaar niet op vanaf morgen."),
    MORE_THAN_OWED(422, "Dat is meer dan er openstaat."),
    FOUR_EYES(403, "U zette zelf de vorige stap. Vraag aan een collega om deze stap te zetten.");

    private final int status;
    private final String detail;

    ClawbackRefusal(int status, String detail) {
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
