package be.vlaanderen.loopbaankrediet.payout.sponsor;

import java.time.Instant;
import java.util.UUID;

/** What was recorded of a sponsor. Stored for ever: fields are added, never changed. */
public sealed interface SponsorEvent {

    /** @param amountCents of the bill, received from the sponsor */
    record SponsorPaymentRecorded(UUID sponsor, UUID bill, long amountCents, Instant paidAt, Instant at)
            implements SponsorEvent {}
}
