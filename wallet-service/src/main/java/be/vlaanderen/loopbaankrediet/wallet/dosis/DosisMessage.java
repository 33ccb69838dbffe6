package be.vlaanderen.loopbaankrediet.wallet.dosis;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** The names that DOSIS uses. They could not be verified (docs/operations.md): every one of them stands here, and nowhere else. */
final class DosisMessage {

    static final String PATH = "/api/v2/dosis/dossiers";

    private DosisMessage() {}

    static String of(UUID dossier, String ssin, BookingStatus status, Instant changedAt) {
        ObjectNode message = EventStore.json().createObjectNode();
        message.put("id", dossier.toString())
                .put("rijksregisternummer", ssin)
                .put("product", "loopbaankrediet")
                .put("naam", "Loopbaanbegeleiding, blok van 2 uur")
                .put("status", status(status))
                .put("statusDetail", detail(status))
                .put("wijzigingsdatum", changedAt.toString());
        return message.toString();
    }

    private static String status(BookingStatus status) {
        return switch (status) {
            case RESERVED, QUEUED -> "IN_BEHANDELING";
            case AWAITING_PAYMENT -> "ACTIE_VEREIST";
            case BOOKED -> "GOEDGEKEURD";
            case USED -> "AFGEROND";
            case LAPSED, CANCELLED -> "STOPGEZET";
        };
    }

    private static String detail(BookingStatus status) {
        return switch (status) {
            case RESERVED -> "Uw blok van 2 uur is gereserveerd.";
            case QUEUED -> "Uw boeking wacht tot er budget is.";
            case AWAITING_PAYMENT -> "Betaal uw eigen bijdrage om uw afspraak vast te leggen.";
            case BOOKED -> "Uw blok van 2 uur is geboekt.";
            case USED -> "De begeleiding van dit blok is afgerond.";
            case LAPSED -> "De reservatie is vervallen omdat ze niet op tijd betaald werd.";
            case CANCELLED -> "Dit blok is geannuleerd of teruggegeven.";
        };
    }
}
