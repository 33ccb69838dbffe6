package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final int MANY = 10_000;

    private final long seed = new Random().nextLong();
    private final Numbers numbers = new Numbers(new Random(seed));

    @Test
    void a_citizen_number_passes_its_check_and_has_the_month_of_a_test_person() {
        many(numbers::citizen).forEach(number -> {
            assertTrue(number.matches("\\d{11}"), number);
            int month = Integer.parseInt(number.substring(2, 4));
            assertTrue(month >= 61 && month <= 72, number);
            assertEquals(
                    97 - Long.parseLong(number.substring(0, 9)) % 97,
                    Long.parseLong(number.substring(9)),
                    told(number));
        });
    }

    @Test
    void an_enterprise_number_passes_its_check() {
        many(numbers::enterprise).forEach(number -> {
            assertTrue(number.matches("0\\d{9}"), number);
            assertEquals(
                    97 - Long.parseLong(number.substring(0, 8)) % 97,
                    Long.parseLong(number.substring(8)),
                    told(number));
        });
    }

    @Test
    void an_iban_passes_its_check() {
        many(numbers::iban).forEach(iban -> {
            assertTrue(iban.matches("BE\\d{14}"), iban);
            // ISO 13616: the first four moved to the end, letters as numbers, is 1 modulo 97
            BigInteger rearranged = new BigInteger(iban.substring(4) + "1114" + iban.substring(2, 4));
            assertEquals(BigInteger.ONE, rearranged.mod(BigInteger.valueOf(97)), told(iban));
            long check = Long.parseLong(iban.substring(4, 14)) % 97;
            assertEquals(check == 0 ? 97 : check, Long.parseLong(iban.substring(14)), told(iban));
        });
    }

    private static Stream<String> many(Supplier<String> number) {
        return Stream.generate(number).limit(MANY);
    }

    private String told(String number) {
        return number + ", seed " + seed;
    }
}
