package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.providerregistry.Numbers;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void a_citizen_number_is_read_with_or_without_separators() {
        assertEquals(Optional.of("93051822361"), Ssin.read("93.05.18-223.61", false));
        assertEquals(Optional.of("93051822361"), Ssin.read("93051822361", false));
    }

    @Test
    void a_citizen_number_of_somebody_born_since_2000_has_its_own_check_digits() {
        assertEquals(Optional.of(Numbers.ssin(2, 5, 1, 7)), Ssin.read(Numbers.ssin(2, 5, 1, 7), false));
    }

    @Test
    void what_is_no_citizen_number_is_not_read() {
        for (String wrong :
                new String[] {"", "93051822362", "9305182236", "abcdefghijk", "93133222361", "٩٣٠٥١٨٢٢٣٦١"}) {
            assertEquals(Optional.empty(), Ssin.read(wrong, true), wrong);
        }
    }

    @Test
    void the_number_of_a_test_person_is_read_only_where_test_numbers_are_accepted() {
        String test = Numbers.ssin(80, 61, 1, 1);
        assertEquals(Optional.empty(), Ssin.read(test, false));
        assertEquals(Optional.of(test), Ssin.read(test, true));
    }

    @Property(tries = 200)
    void one_wrong_digit_is_noticed(
            @ForAll @IntRange(min = 0, max = 10) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = "93051822361".toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);
        String wrong = new String(digits);
        // the century is not in the number: a wrong digit can pass as somebody of the other one, with a chance of one
        // in 97
        boolean otherCentury = (2_000_000_000L + Long.parseLong(wrong.substring(0, 9))) % 97
                == 97 - Long.parseLong(wrong.substring(9));
        assertEquals(otherCentury, Ssin.read(wrong, true).isPresent(), wrong);
    }

    @Test
    void an_enterprise_number_is_read_in_every_usual_form() {
        for (String form : new String[] {"0123456749", "0123.456.749", "BE 0123.456.749", "BE0123456749"}) {
            assertEquals(Optional.of("0123456749"), EnterpriseNumber.read(form), form);
        }
        for (String wrong : new String[] {"", "0123456748", "2123456749", "123456749", "XX0123456749"}) {
            assertEquals(Optional.empty(), EnterpriseNumber.read(wrong), wrong);
        }
    }
}
