package be.vlaanderen.loopbaankrediet.wallet.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wallet as its citizen sees it: hours, of which granted = reserved + used + available. */
@Schema(name = "Wallet")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WalletAnswer(
        @Schema(required = true) BigDecimal granted,

        @Schema(required = true, description = "In blocks that are reserved or booked, and not delivered yet")
        BigDecimal reserved,

        @Schema(required = true, description = "Delivered and confirmed")
        BigDecimal used,

        @Schema(required = true) BigDecimal available,

        @Schema(required = true, description = "Whole euro cents that the citizen pays for an hour; 0 without credit")
        long pricePerHourCents,

        @Schema(required = true, description = "The newest 100, newest first")
        List<BookingAnswer> bookings,

        @Schema(description = "What the citizen can do now, and why not; absent in a state of the past") @Nullable List<Action> actions) {}
