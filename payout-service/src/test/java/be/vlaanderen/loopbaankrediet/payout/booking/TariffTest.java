package be.vlaanderen.loopbaankrediet.payout.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TariffTest {

    private static final Path GOLDEN = Path.of("../../shared/cases/payout.jsonl");

    @Test
    void the_golden_cases_come_out_to_the_cent() throws IOException {
        assumeTrue(Files.exists(GOLDEN), "the golden cases are not here");
        for (String line : Files.readAllLines(GOLDEN)) {
            JsonNode golden = EventStore.json().readTree(line);
            int halfHours = golden.get("halfHours").asInt();
            long coPayment = golden.get("education").asText().equals("LOW") ? 3_000 : 5_000;
            Tariff.Amounts amounts = Tariff.on(LocalDate.of(2027, 1, 1))
                    .amounts(
                            halfHours,
                            golden.get("vatLiable").asBoolean() ? halfHours : 0,
                            Tariff.coPaymentPart(coPayment, 4, 0, halfHours));
            JsonNode expected = golden.get("expect");
            String which = golden.get("id").asText();
            assertEquals(expected.get("exclVatCents").asLong(), amounts.exclVatCents(), which);
            assertEquals(expected.get("vatCents").asLong(), amounts.vatCents(), which);
            assertEquals(expected.get("totalCents").asLong(), amounts.totalCents(), which);
            assertEquals(expected.get("coPaymentCents").asLong(), amounts.coPaymentCents(), which);
            assertEquals(expected.get("governmentShareCents").asLong(), amounts.governmentShareCents(), which);
        }
    }

    @Test
    void the_most_that_government_can_owe_for_a_block_is_with_vat_less_the_co_payment() {
        Tariff tariff = Tariff.on(LocalDate.of(2027, 6, 1));
        assertEquals(16_780, tariff.mostGovernmentShareCents(4, 5_000));
        assertEquals(18_780, tariff.mostGovernmentShareCents(4, 3_000));
    }

    @Test
    void the_parts_of_a_co_payment_add_up_to_the_whole() {
        long odd = 1_001;
        long sum = 0;
        for (int half = 0; half < 4; half++) {
            sum += Tariff.coPaymentPart(odd, 4, half, half + 1);
        }
        assertEquals(odd, sum);
    }
}
