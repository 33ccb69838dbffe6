package be.vlaanderen.loopbaankrediet.payout.booking;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Why something about a payout cannot be noted. */
public enum BookingRefusal implements Refusal {
    ANSWER_DOES_NOT_FIT("Het antwoord van de bank past niet bij de stand van deze betaling."),
    AMOUNT_DIFFERS("De bank boekte een ander bedrag dan gevraagd was."),
    NOT_REJECTED(
            "De bank heeft deze betaling niet geweigerd. Alleen een geweigerde betaling kunt u opnieuw laten betalen.");

    private final String detail;

    BookingRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String detail() {
        return detail;
    }
}
