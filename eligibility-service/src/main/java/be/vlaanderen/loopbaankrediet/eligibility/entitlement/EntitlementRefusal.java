package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;

/** Every reason not to take in a request; an answer of no is a decision, and no refusal of this kind. */
public enum EntitlementRefusal implements Refusal {
    NOT_OPEN_YET(422, "U kunt het loopbaankrediet aanvragen vanaf 1 januari 2027. Probeer het dan opnieuw.");

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
