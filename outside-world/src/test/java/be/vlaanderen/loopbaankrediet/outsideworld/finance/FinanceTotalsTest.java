package be.vlaanderen.loopbaankrediet.outsideworld.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.outsideworld.finance.FinanceTotals.Totals;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FinanceTotalsTest {

    private final FinanceTotals totals = new FinanceTotals(new ObjectMapper());
    private final UUID payout = UUID.randomUUID();

    private boolean hear(String name, String value) {
        return totals.on(
                "be.vlaanderen.loopbaankrediet.payout." + name + ".v1",
                value.replace("$payout", payout.toString()).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void each_payout_counts_once_however_often_it_is_told() {
        for (int i = 0; i < 2; i++) {
            assertTrue(hear(
                    "PayoutApproved", "{\"payout\": \"$payout\", \"totalCents\": 21780, \"coPaymentCents\": 5000}"));
            assertTrue(hear("PayoutSent", "{\"payout\": \"$payout\", \"amountCents\": 21780}"));
            assertTrue(hear("PayoutPaid", "{\"payout\": \"$payout\", \"amountCents\": 21780}"));
        }
        assertEquals(new Totals(21780, 21780, 21780, 0, 1), totals.totals());
    }

    @Test
    void a_rejection_is_worth_what_was_sent_in_whatever_order_they_come() {
        hear("PayoutRejected", "{\"payout\": \"$payout\", \"reasonCode\": \"AC04\"}");
        assertEquals(new Totals(0, 0, 0, 0, 1), totals.totals());
        hear("PayoutApproved", "{\"payout\": \"$payout\", \"totalCents\": 18000}");
        hear("PayoutSent", "{\"payout\": \"$payout\", \"amountCents\": 18000}");
        hear("PayoutSent", "{\"payout\": \"$payout\", \"amountCents\": 18000}");
        assertEquals(new Totals(18000, 18000, 0, 18000, 1), totals.totals());
    }

    @Test
    void a_claim_that_the_counsellor_took_back_is_not_approved_any_more() {
        hear("ClaimReleased", "{\"claim\": \"c1\"}");
        hear("PayoutApproved", "{\"payout\": \"$payout\", \"claim\": \"c1\", \"totalCents\": 18000}");
        assertEquals(new Totals(0, 0, 0, 0, 1), totals.totals());
    }

    @Test
    void messages_about_something_else_are_passed_by() {
        assertTrue(hear("BudgetCommitted", "{\"booking\": \"x\"}"));
        assertTrue(totals.on(null, null));
        assertEquals(new Totals(0, 0, 0, 0, 0), totals.totals());
    }

    @Test
    void a_message_that_cannot_be_read_changes_nothing() {
        assertFalse(hear("PayoutPaid", "not json"));
        assertFalse(hear("PayoutPaid", "{\"payout\": \"$payout\"}"));
        assertFalse(hear("PayoutPaid", "{\"payout\": \"$payout\", \"amountCents\": 1.5}"));
        assertFalse(hear("PayoutPaid", "{\"payout\": \"7\", \"amountCents\": 1}"));
        assertFalse(totals.on("be.vlaanderen.loopbaankrediet.payout.PayoutPaid.v1", null));
        assertEquals(new Totals(0, 0, 0, 0, 0), totals.totals());
    }
}
