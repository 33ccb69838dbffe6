package be.vlaanderen.loopbaankrediet.frontends;

import java.util.Arrays;
import java.util.Optional;

/** The three front ends: where each stands, as what one logs in there, and which APIs it may call. */
enum FrontEnd {
    CITIZEN("mijn-loopbaankrediet", "citizen"),
    COUNSELLOR("begeleider", "counsellor"),
    OFFICER("beheer", "officer");

    private final String path;
    private final String as;

    FrontEnd(String path, String as) {
        this.path = path;
        this.as = as;
    }

    /** First part of its path, without slashes. */
    String path() {
        return path;
    }

    /** The hat that the login is asked for. */
    String as() {
        return as;
    }

    boolean mayCall(String api) {
        return switch (this) {
            case CITIZEN -> !api.equals("payout");
            case COUNSELLOR -> !api.equals("eligibility") && !api.equals("wallet");
            case OFFICER -> true;
        };
    }

    static Optional<FrontEnd> at(String path) {
        return Arrays.stream(values()).filter(each -> each.path.equals(path)).findFirst();
    }
}
