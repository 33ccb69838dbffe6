package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.platform.web.Caller;

/** Who decided, for the record: a digest of the subject at the login, never a name. */
public final class Officer {

    private static final int LENGTH = 32;

    private Officer() {}

    public static String pseudonym(Caller caller) {
        return Citizens.digest(caller.subject()).substring(0, LENGTH);
    }
}
