package be.vlaanderen.loopbaankrediet.wallet.sponsor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an agreement with a sponsor (CN 2.1). Stored for ever: fields are added, never changed. Money is whole
 * cents, days those of Brussels; who the sponsor is lies in a vault table.
 */
public sealed interface SponsorEvent {

    UUID sponsor();

    /** How people come under the agreement. */
    enum Admission {
        /** Everyone who has the one code. */
        CODE,
        /** The people to whom the sponsor gave a code of their own (D-13). */
        LIST
    }

    /** Why an agreement ends before its last day. */
    enum EndReason {
        ASKED_BY_SPONSOR,
        SPONSOR_STOPPED,
        BILLS_UNPAID,
        MISUSE
    }

    /**
     * One of the two shares is given.
     *
     * @param percent of the co-payment
     * @param blockCents of each block, at most its co-payment
     * @param until last day on which can be booked
     * @param officer pseudonym
     */
    record SponsorAgreed(
            UUID sponsor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer percent,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long blockCents,

            long budgetCents,
            LocalDate from,
            LocalDate until,
            Admission admission,
            String officer,
            Instant at)
            implements SponsorEvent {

        /** What the sponsor pays of a co-payment. */
        long shareOf(long coPaymentCents) {
            return percent != null
                    ? coPaymentCents * percent / 100
                    : Math.min(coPaymentCents, blockCents == null ? 0 : blockCents);
        }
    }

    /** The codes themselves lie in a table. */
    record SponsorCodesIssued(UUID sponsor, int count, String officer, Instant at) implements SponsorEvent {}

    /** Budget is set apart for a booking. @param wallet that holds the code from now on */
    record SponsorShareReserved(UUID sponsor, UUID booking, UUID wallet, String code, long amountCents, Instant at)
            implements SponsorEvent {}

    /** The booking stands. */
    record SponsorShareOwed(UUID sponsor, UUID booking, long amountCents, LocalDate on, Instant at)
            implements SponsorEvent {}

    /** Lapsed, cancelled or given back in part: the budget is free again. @param owed it was, so this counts in the bills */
    record SponsorShareReturned(UUID sponsor, UUID booking, long amountCents, boolean owed, LocalDate on, Instant at)
            implements SponsorEvent {}

    /** @param number of the structured reference, without its check digits */
    record SponsorBilled(
            UUID sponsor, UUID bill, long amountCents, long number, LocalDate from, LocalDate until, Instant at)
            implements SponsorEvent {}

    record SponsorBillPaid(UUID sponsor, UUID bill, long amountCents, String officer, Instant at)
            implements SponsorEvent {}

    /** @param lastDay on which can be booked; what is booked stays sponsored */
    record SponsorAgreementEnded(UUID sponsor, LocalDate lastDay, EndReason reason, String officer, Instant at)
            implements SponsorEvent {}
}
