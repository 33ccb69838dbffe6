package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Hours;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A booking as its citizen sees it. */
@Schema(name = "Booking")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingAnswer(
        @Schema(required = true) UUID booking,
        @Schema(required = true) UUID counsellorId,
        @Schema(required = true) BookingStatus status,

        @Schema(required = true, description = "Hours of the block")
        BigDecimal hours,

        @Schema(required = true, description = "Whole euro cents that the citizen pays")
        long coPaymentCents,

        @Schema(required = true, description = "To give to the counsellor, who registers sessions with it")
        String code,

        @Schema(description = "Where to pay; only while a payment page is open") @Nullable String checkoutUrl,

        @Schema(description = "In the queue for budget; only while queued") @Nullable Integer place,

        @Schema(description = "Unpaid at this time, the reservation lapses; none while queued") @Nullable Instant payBefore,

        @Schema(required = true) Instant reservedAt,
        @Nullable Instant bookedAt,

        @Schema(description = "The citizen wants back what is not delivered; how much that is is being asked")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean givingUp,

        @Schema(description = "Hours that went back to the wallet after guidance had started") @Nullable BigDecimal returned) {

    static BookingAnswer of(BookingRow row) {
        return new BookingAnswer(
                row.booking,
                row.counsellor,
                row.status,
                Hours.ofHalf(row.halfHours),
                row.coPaymentCents,
                row.code,
                row.checkoutUrl,
                row.place,
                row.payBefore,
                row.reservedAt,
                row.bookedAt,
                row.givingUp,
                row.returnedHalfHours == 0 ? null : Hours.ofHalf(row.returnedHalfHours));
    }
}
