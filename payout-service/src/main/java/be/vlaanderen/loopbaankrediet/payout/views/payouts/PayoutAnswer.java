package be.vlaanderen.loopbaankrediet.payout.views.payouts;

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
 * @param sentAt when the bank had the file
 * @param answeredAt when the bank's booking or rejection was noted
 */
@Schema(name = "Payout")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutAnswer(
        UUID claim,
        UUID booking,
        UUID counsellor,

        @Schema(enumeration = {"REFUSED", "APPROVED", "SET_OFF", "BATCHED", "SENT", "PAID", "REJECTED"})
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
        @Nullable Long setOffCents) {

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
                row.setOffCents == 0 ? null : row.setOffCents);
    }
}
