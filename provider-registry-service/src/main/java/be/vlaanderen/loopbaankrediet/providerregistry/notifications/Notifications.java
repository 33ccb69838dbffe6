package be.vlaanderen.loopbaankrediet.providerregistry.notifications;

import java.time.Instant;
import java.util.UUID;

/** The way out for messages to counsellors, at the contact address that the vault has. Joins the transaction of the caller. */
public interface Notifications {

    /** What is told. */
    enum Kind {
        ACCOUNT_CHANGE_ASKED,
        ACCOUNT_CHANGE_CONFIRMED,
        CONTACT_CHANGED,
        VAT_THRESHOLD_NEAR,
        VAT_THRESHOLD_REACHED
    }

    /**
     * Told once for each kind and subject.
     *
     * @param about id of what it is about
     */
    void tell(UUID counsellor, Kind kind, UUID about, Instant at);
}
