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
    NOTHING_LEFT(409, "Er staat niets open om af te boeken."),
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
