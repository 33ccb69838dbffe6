package be.vlaanderen.loopbaankrediet.eligibility.views.requests;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Entitlement;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Request;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.WorkKind;

/** What can still be sent in about a decided request. */
record Openings(boolean evidence, boolean objection) {

    static final Openings ALL = new Openings(true, true);

    static Openings of(Entitlement entitlement, Request request) {
        boolean open = entitlement.closed(request) == null;
        return new Openings(open, open && !request.file().waiting().contains(WorkKind.OBJECTION));
    }
}
