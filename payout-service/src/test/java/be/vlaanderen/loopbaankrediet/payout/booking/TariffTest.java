package be.vlaanderen.loopbaankrediet.payout.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
                            Tariff.coPaymentUpTo(coPayment, 4, halfHours));
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
            sum += Tariff.coPaymentUpTo(odd, 4, half + 1) - Tariff.coPaymentUpTo(odd, 4, half);
        }
        assertEquals(odd, sum);
    }

    @Test
    void every_parameter_has_a_source_and_a_first_day_and_no_two_hold_on_one_day() {
        for (var parameters : List.of(Tariff.HALF_HOUR_CENTS, Tariff.VAT_PERCENT)) {
            for (int i = 0; i < parameters.size(); i++) {
                assertFalse(parameters.get(i).source().isBlank());
                LocalDate first = parameters.get(i).first();
                assertEquals(
                        1,
                        parameters.stream()
                                .filter(parameter -> parameter.holdsOn(first))
                                .count());
            }
        }
    }

    @Test
    void an_hour_costs_90_euro_and_21_per_cent_vat_from_2027_on() {
        Tariff tariff = Tariff.on(LocalDate.of(2027, 1, 1));
        assertEquals(9_000, 2 * tariff.halfHourCents());
        assertEquals(10_890, 2 * (tariff.halfHourCents() + tariff.halfHourVatCents()));
        assertEquals(16_780, Tariff.mostGovernmentShareCents(LocalDate.of(2027, 1, 1), 4, 5_000));
    }
}
