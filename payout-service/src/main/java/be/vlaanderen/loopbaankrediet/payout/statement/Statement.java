package be.vlaanderen.loopbaankrediet.payout.statement;

import be.vlaanderen.loopbaankrediet.payout.registry.Payee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was approved for a counsellor in a period, and where its payment stands.
 *
 * @param number the same for the same counsellor and period
 * @param counsellor name, address, account and enterprise number, from the registry for this statement alone
 */
record Statement(
        String number,
        LocalDate from,
        LocalDate to,
        LocalDate madeOn,
        String payer,
        Payee counsellor,
        List<Line> lines) {

    /** Domain 7: whether it may serve as a self-billed invoice is unsettled law. */
    static final String NO_INVOICE =
            "Dit is een betaaloverzicht en geen factuur, ook geen self-billingfactuur. U factureert zelf waar de wet dat vraagt.";

    static final String KIND = "betaaloverzicht, geen factuur";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** @param answeredOn day on which the bank's booking or rejection was noted */
    record Line(
            UUID payout,
            @Nullable String endToEndId,
            String status,
            LocalDate approvedOn,
            @Nullable LocalDate answeredOn,
            List<Delivered> delivered,
            int halfHours,
            long exclVatCents,
            long vatCents,
            long totalCents) {

        String days() {
            return delivered.stream()
                    .map(each -> day(each.on()) + " (" + each.halfHours() + ")")
                    .collect(Collectors.joining(", "));
        }

        String statusInWords() {
            return switch (status) {
                case "APPROVED" -> "goedgekeurd";
                case "BATCHED" -> "klaar voor de bank";
                case "SENT" -> "bij de bank";
                case "PAID" -> "betaald";
                case "REJECTED" -> "door de bank geweigerd";
                case "SET_OFF" -> "verrekend met een terugvordering";
                default -> "in behandeling";
            };
        }
    }

    record Delivered(LocalDate on, int halfHours) {}

    int halfHours() {
        return lines.stream().mapToInt(Line::halfHours).sum();
    }

    long exclVatCents() {
        return lines.stream().mapToLong(Line::exclVatCents).sum();
    }

    long vatCents() {
        return lines.stream().mapToLong(Line::vatCents).sum();
    }

    long totalCents() {
        return lines.stream().mapToLong(Line::totalCents).sum();
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** As people here write it: 217,80. */
    static String euro(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString().replace('.', ',');
    }
}
