package be.vlaanderen.loopbaankrediet.wallet.wallet;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason of a wallet to say no. */
public enum WalletRefusal implements Refusal {
    NOT_ENOUGH_CREDIT(
            409, "U hebt niet genoeg uren over voor een blok van 2 uur. Kijk in uw portefeuille hoeveel uren u hebt."),
    COUNSELLOR_NOT_BOOKABLE(
            422, "Bij deze loopbaanbegeleider kunt u niet boeken. Kies een andere begeleider in de zoekrobot."),
    BOOKING_UNKNOWN(404, "Deze boeking bestaat niet, of ze is niet van u."),
    BOOKING_LAPSED(
            409,
            "Deze reservatie is vervallen omdat ze niet op tijd betaald werd. Uw uren staan weer in uw portefeuille."),
    NO_WHOLE_HOUR_LEFT(409, "Van dit blok is geen heel uur meer over dat u kunt teruggeven."),
    NOT_AWAITING_PAYMENT(409, "Voor deze boeking kunt u nu niet betalen. Bekijk de status van uw boeking."),
    PAYMENT_UNKNOWN(404, "Deze betaling is hier niet bekend."),
    PAYMENT_AMOUNT_DIFFERS(422, "Het betaalde bedrag is niet het gevraagde bedrag. De boeking is niet bevestigd."),
    REFUND_NOT_EXPECTED(422, "Voor deze betaling werd geen terugbetaling gevraagd."),
    BLOCK_NOT_BOOKED(409, "Dit blok is niet geboekt, dus er kunnen geen uren op gebruikt worden."),
    MORE_HOURS_THAN_USED(422, "Er is minder tijd van dit blok gebruikt dan er terug zou komen."),
    HOURS_RESTORED_ALREADY(422, "De tijd van dit gesprek kreeg de burger al terug."),
    MORE_HOURS_THAN_BOOKED(422, "Er zijn meer uren bevestigd dan dit blok telt.");

    private final int status;
    private final String detail;

    WalletRefusal(int status, String detail) {
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
