package be.vlaanderen.loopbaankrediet.sessionclaims.review;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason to say no about a review. */
public enum ReviewRefusal implements Refusal {
    REVIEW_UNKNOWN(404, "Dit onderzoek is niet bekend."),
    DOSSIER_UNKNOWN(404, "Dit dossier hoort niet bij dit onderzoek."),
    PERIOD_BACKWARD(422, "De laatste dag ligt voor de eerste."),
    NOTHING_TO_DRAW(422, "Deze loopbaanbegeleider heeft in deze periode geen dossiers met gesprekken."),
    CHECK_NEEDS_REASON(422, "Zeg bij elk onderdeel dat niet in orde is waarom, en alleen daar."),
    DOSSIER_ALREADY_CHECKED(409, "Dit dossier is al nagekeken."),
    DOSSIERS_OPEN(409, "Kijk eerst elk dossier van de steekproef na."),
    REVIEW_ALREADY_CLOSED(409, "Dit onderzoek is al afgesloten.");

    private final int status;
    private final String detail;

    ReviewRefusal(int status, String detail) {
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
