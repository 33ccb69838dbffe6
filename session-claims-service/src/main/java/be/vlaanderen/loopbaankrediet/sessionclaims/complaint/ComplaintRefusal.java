package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason to say no about a complaint. */
public enum ComplaintRefusal implements Refusal {
    COMPLAINT_UNKNOWN(404, "Deze klacht is niet bekend, of het is er geen van u."),
    BOOKING_MISSING(422, "Zeg over welke boeking uw klacht gaat."),
    COMPLAINT_TOO_LATE(422, "Een klacht dient u in binnen het jaar na de begeleiding."),
    COMPLAINT_NOT_ABOUT_GUIDANCE(409, "Deze klacht gaat niet over uw begeleiding. U hoeft niet te antwoorden."),
    COMPLAINT_ALREADY_ANSWERED(409, "U hebt deze klacht al beantwoord."),
    COMPLAINT_ALREADY_DECIDED(409, "Over deze klacht is al beslist."),
    UNDUE_NEEDS_FOUNDED(422, "Een klacht die ongegrond is, maakt geen gesprek onverschuldigd."),
    UNDUE_NEEDS_BOOKING(
            422, "Deze klacht gaat niet over een boeking, dus er is geen gesprek om onverschuldigd te vinden.");

    private final int status;
    private final String detail;

    ComplaintRefusal(int status, String detail) {
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
