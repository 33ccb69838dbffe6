package be.vlaanderen.loopbaankrediet.payout.booking;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ReturnReason;
import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about the payouts of a booking; facts of other services are recorded as events directly. */
public sealed interface BookingCommand {

    UUID claim();

    Instant at();

    /**
     * @param budgetCents what the year's budget can still give for this booking; 0 when nothing is committed for it
     * @param lastCall nothing more is waited for: what is not known now counts as failed
     */
    record DecideClaim(UUID claim, Counsellor counsellor, long budgetCents, boolean lastCall, Instant at)
            implements BookingCommand {}

    /**
     * The payout goes into a file, less what is set off against it; when nothing is left it is paid by that alone.
     *
     * @param setOffs together never more than the payout
     */
    record AssignToBatch(UUID claim, UUID batch, List<SetOffPart> setOffs, Instant at) implements BookingCommand {

        public AssignToBatch(UUID claim, UUID batch, Instant at) {
            this(claim, batch, List.of(), at);
        }
    }

    /**
     * The counsellor wants to correct a session of the claim.
     *
     * @param clawedBack half hours of it were found undue
     */
    record ReleaseClaim(UUID claim, UUID booking, UUID counsellor, boolean clawedBack, Instant at)
            implements BookingCommand {}

    /** What of a clawback is taken from a payout. */
    record SetOffPart(UUID clawback, long amountCents) {}

    /** The bank has the file. */
    record NoteSent(UUID claim, Instant at) implements BookingCommand {}

    /**
     * @param endToEndId of the payment that the bank speaks of
     * @param amountCents null when the bank named none for this payment alone
     */
    record NotePaid(UUID claim, String endToEndId, @Nullable Long amountCents, Instant at) implements BookingCommand {}

    /** @param endToEndId of the payment that the bank speaks of; null when it speaks of the whole file */
    record NoteRejected(UUID claim, @Nullable String endToEndId, String reasonCode, Instant at)
            implements BookingCommand {}

    /**
     * The payout goes into another file.
     *
     * @param batch that is refused; null for a payment that the bank rejected
     * @param endToEndId of the payment that the bank rejected; null for a batch that is refused
     */
    record PayAgain(
            UUID claim,
            @Nullable UUID batch,
            @Nullable String endToEndId,
            ReturnReason reason,
            String officer,
            Instant at)
            implements BookingCommand {}
}
