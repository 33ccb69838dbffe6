package be.vlaanderen.loopbaankrediet.wallet.views;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wallet as its citizen sees it: hours, of which granted = reserved + used + available. */
@Schema(name = "Wallet")
public record WalletAnswer(
        @Schema(required = true) BigDecimal granted,

        @Schema(required = true, description = "In blocks that are reserved or booked, and not delivered yet")
        BigDecimal reserved,

        @Schema(required = true, description = "Delivered and confirmed")
        BigDecimal used,

        @Schema(required = true) BigDecimal available,

        @Schema(required = true, description = "Whole euro cents that the citizen pays for an hour; 0 without credit")
        long pricePerHourCents,

        @Schema(required = true, description = "Newest first")
        List<BookingAnswer> bookings) {

    static final WalletAnswer NONE =
            new WalletAnswer(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, List.of());
}
