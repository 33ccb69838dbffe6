package be.vlaanderen.loopbaankrediet.payout.batch;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Why something about a batch cannot be done. */
public enum BatchRefusal implements Refusal {
    BATCH_UNKNOWN(404, "Dit betaalbestand bestaat niet."),
    BATCH_CLOSED(409, "Dit betaalbestand is al naar de bank of is geweigerd. U kunt er niets meer aan veranderen."),
    MAYBE_AT_BANK(
            409,
            "Het is niet zeker dat de bank dit bestand niet heeft. U kunt het tegenhouden, maar niet weigeren: anders wordt er misschien twee keer betaald."),
    FOUR_EYES(403, "U gaf dit betaalbestand al vrij. Een tweede medewerker moet het ook vrijgeven.");

    private final int status;
    private final String detail;

    BatchRefusal(int status, String detail) {
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
