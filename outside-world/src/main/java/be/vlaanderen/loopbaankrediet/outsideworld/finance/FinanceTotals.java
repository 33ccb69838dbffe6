package be.vlaanderen.loopbaankrediet.outsideworld.finance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds up payouts from what the platform publishes. Messages may come twice and in any order: each payout counts once in each total.
 */
public final class FinanceTotals {

    private static final String PREFIX = "be.vlaanderen.loopbaankrediet.payout.";
    private static final int MOST_PAYOUTS = 300_000;

    /** In whole cents; {@code payouts} is how many there are. */
    public record Totals(long approvedCents, long sentCents, long paidCents, long rejectedCents, int payouts) {}

    /** What is known of one payout; null is not heard. */
    private record Payout(
            @Nullable Long approved,
            @Nullable Long sent,
            @Nullable Long paid,
            boolean rejected) {

        static final Payout UNKNOWN = new Payout(null, null, null, false);

        /** A rejection names no amount: it is the one that was sent. */
        long rejectedCents() {
            return rejected ? orZero(sent != null ? sent : approved) : 0;
        }
    }

    private final ObjectMapper json;
    private final Map<UUID, Payout> payouts = new HashMap<>();
    private final Map<UUID, String> claims = new HashMap<>();
    private final Set<String> takenBack = new HashSet<>();

    public FinanceTotals(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param type the message's {@code ce_type}
     * @return false when the message cannot be read, or there are more payouts than can be remembered
     */
    public synchronized boolean on(@Nullable String type, byte @Nullable [] value) {
        String name = type != null && type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
        return switch (name) {
            case "PayoutApproved.v1" ->
                change(value, "totalCents", (p, cents) -> new Payout(cents, p.sent, p.paid, p.rejected));
            case "PayoutSent.v1" ->
                change(value, "amountCents", (p, cents) -> new Payout(p.approved, cents, p.paid, p.rejected));
            case "PayoutPaid.v1" ->
                change(value, "amountCents", (p, cents) -> new Payout(p.approved, p.sent, cents, p.rejected));
            case "ClaimReleased.v1" -> takeBack(value);
            case "PayoutRejected.v1" -> change(value, null, (p, none) -> new Payout(p.approved, p.sent, p.paid, true));
            default -> true; // not about money that moves
        };
    }

    public synchronized Totals totals() {
        long approved = 0;
        long sent = 0;
        long paid = 0;
        long rejected = 0;
        for (Map.Entry<UUID, Payout> each : payouts.entrySet()) {
            Payout payout = each.getValue();
            approved += takenBack.contains(claims.getOrDefault(each.getKey(), "")) ? 0 : orZero(payout.approved);
            sent += orZero(payout.sent);
            paid += orZero(payout.paid);
            rejected += payout.rejectedCents();
        }
        return new Totals(approved, sent, paid, rejected, payouts.size());
    }

    @FunctionalInterface
    private interface Change {
        Payout of(Payout before, long cents);
    }

    private boolean change(byte @Nullable [] value, @Nullable String amountField, Change change) {
        try {
            JsonNode message = json.readTree(value == null ? new byte[0] : value);
            JsonNode amount = amountField == null ? null : message.path(amountField);
            if (amount != null && !amount.canConvertToExactIntegral()) {
                return false;
            }
            UUID id = UUID.fromString(message.path("payout").asText());
            if (!payouts.containsKey(id) && payouts.size() >= MOST_PAYOUTS) {
                return false;
            }
            if (message.hasNonNull("claim")) {
                claims.put(id, message.path("claim").asText());
            }
            payouts.put(id, change.of(payouts.getOrDefault(id, Payout.UNKNOWN), amount == null ? 0 : amount.asLong()));
            return true;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The counsellor corrects a session whose claim was approved and not sent: a new claim comes. */
    private boolean takeBack(byte @Nullable [] value) {
        try {
            String claim = json.readTree(value == null ? new byte[0] : value)
                    .path("claim")
                    .asText();
            if (claim.isEmpty() || takenBack.size() >= MOST_PAYOUTS) {
                return false;
            }
            takenBack.add(claim);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static long orZero(@Nullable Long cents) {
        return cents == null ? 0 : cents;
    }
}
