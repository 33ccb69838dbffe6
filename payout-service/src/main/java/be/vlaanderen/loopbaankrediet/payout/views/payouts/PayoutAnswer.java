package be.vlaanderen.loopbaankrediet.payout.views.payouts;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount.Standing;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decided claim and where its payment stands.
 *
 * @param failed the conditions that were not met, when refused
 * @param setOffCents what of the total was set off against clawbacks; absent when nothing
 * @param releasedAt when it was taken back to be corrected
 * @param sentAt when the bank had the file
 * @param answeredAt when the bank's booking or rejection was noted
 */
@Schema(name = "Payout")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutAnswer(
        UUID claim,
        UUID booking,
        UUID counsellor,

        @Schema(enumeration = {"REFUSED", "APPROVED", "SET_OFF", "BATCHED", "SENT", "PAID", "REJECTED", "RELEASED"})
        String status,

        Instant decidedAt,
        List<String> failed,
        @Nullable UUID payout,
        @Nullable Integer halfHours,
        @Nullable Long exclVatCents,
        @Nullable Long vatCents,
        @Nullable Long totalCents,
        @Nullable Long coPaymentCents,
        @Nullable Long governmentShareCents,
        @Nullable UUID batch,
        @Nullable String endToEndId,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable String reasonCode,
        @Nullable Long setOffCents,
        @Nullable Instant releasedAt) {

    static PayoutAnswer of(PayoutRow row) {
        return new PayoutAnswer(
                row.claim,
                row.booking,
                row.counsellor,
                row.status,
                row.decidedAt,
                row.failed.isEmpty() ? List.of() : List.of(row.failed.split(",", -1)),
                row.payout,
                row.halfHours,
                row.exclVatCents,
                row.vatCents,
                row.totalCents,
                row.coPaymentCents,
                row.governmentShareCents,
                row.batch,
                row.endToEndId,
                row.sentAt,
                row.answeredAt,
                row.reasonCode,
                row.setOffCents == 0 ? null : row.setOffCents,
                row.releasedAt);
    }

    /** As it was at a moment: nothing of later. */
    static PayoutAnswer asOf(PayoutRow row, Standing then, Instant at) {
        PayoutApproved approved = then.approved();
        PayoutBatched batched = then.batched();
        boolean sameFile = batched != null && batched.endToEndId().equals(row.endToEndId);
        boolean refused = then.status().equals("REFUSED");
        return new PayoutAnswer(
                row.claim,
                row.booking,
                row.counsellor,
                then.status(),
                row.decidedAt,
                refused ? List.of(row.failed.split(",", -1)) : List.of(),
                approved == null ? null : approved.payout(),
                approved == null ? null : approved.halfHours(),
                approved == null ? null : approved.exclVatCents(),
                approved == null ? null : approved.vatCents(),
                approved == null ? null : approved.totalCents(),
                approved == null ? null : approved.coPaymentCents(),
                approved == null ? null : approved.governmentShareCents(),
                batched == null ? null : batched.batch(),
                batched == null ? null : batched.endToEndId(),
                sameFile ? before(row.sentAt, at) : null,
                sameFile ? before(row.answeredAt, at) : null,
                sameFile && before(row.answeredAt, at) != null ? row.reasonCode : null,
                then.setOffCents() == 0 ? null : then.setOffCents(),
                before(row.releasedAt, at));
    }

    private static @Nullable Instant before(@Nullable Instant fact, Instant at) {
        return fact == null || fact.isAfter(at) ? null : fact;
    }
}
