package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Hours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.PaymentStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

        @Schema(required = true, description = "Whole euro cents of the block, as agreed when it was booked")
        long coPaymentCents,

        @Schema(description = "Whole euro cents of that, which a sponsor pays")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long sponsorShareCents,

        @Schema(required = true, description = "Whole euro cents that are left for the citizen to pay, or were")
        long citizenShareCents,

        @Schema(required = true, description = "To give to the counsellor, who registers sessions with it")
        String code,

        @Schema(description = "Where to pay; only while a payment page is open") @Nullable String checkoutUrl,

        @Schema(description = "For who pays by bank transfer; only while a payment page is open") @Nullable String structuredReference,

        @Schema(description = "In the queue for budget, as it is now; only while queued") @Nullable Integer place,

        @Schema(description = "Day on which room is expected; only while queued, and when it is known") @Nullable LocalDate expectedOn,

        @Schema(description = "Unpaid at this time, the reservation lapses; none while queued") @Nullable Instant payBefore,

        @Schema(required = true) Instant reservedAt,
        @Nullable Instant bookedAt,

        @Schema(description = "What is not delivered is to go back; how much that is is being asked")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean givingUp,

        @Schema(description = "Hours that went back to the wallet after guidance had started") @Nullable BigDecimal returned,

        @Schema(
                description =
                        "Hours that were delivered and went back to the wallet after all, because they were found undue")
        @Nullable BigDecimal restored,

        @Schema(description = "Whole euro cents that the citizen paid and does not get back")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long paidCents,

        @Schema(description = "Whole euro cents that go back to the citizen's account, and are not there yet")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long refundOnItsWayCents,

        @Schema(description = "Whole euro cents that went back to the citizen's account")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long refundedCents,

        @Schema(description = "What the citizen can do now, and why not; absent in a state of the past") @Nullable List<Action> actions) {

    static BookingAnswer of(
            Booking booking,
            @Nullable String structuredReference,
            @Nullable Integer place,
            @Nullable LocalDate expectedOn,
            @Nullable List<Action> actions) {
        return new BookingAnswer(
                booking.id(),
                booking.reserved().counsellor(),
                booking.status(),
                Hours.ofHalf(booking.reserved().halfHours()),
                booking.reserved().coPaymentCents(),
                booking.reserved().sponsorShareCents(),
                booking.citizenShareCents(),
                booking.reserved().code(),
                booking.status() == BookingStatus.AWAITING_PAYMENT
                        ? booking.money().openPage()
                        : null,
                structuredReference,
                place,
                expectedOn,
                booking.payBefore(),
                booking.reserved().at(),
                booking.bookedAt(),
                booking.guidance().givingUp(),
                hours(booking.guidance().returnedHalfHours()),
                hours(booking.guidance().restoredHalfHours()),
                booking.money().keptCents(),
                booking.money().refundCents(PaymentStatus.REFUND_OWED),
                booking.money().refundCents(PaymentStatus.REFUNDED),
                actions);
    }

    private static @Nullable BigDecimal hours(int halfHours) {
        return halfHours == 0 ? null : Hours.ofHalf(halfHours);
    }
}
