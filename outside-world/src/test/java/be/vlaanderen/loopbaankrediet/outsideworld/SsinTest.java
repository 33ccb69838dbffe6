package be.vlaanderen.loopbaankrediet.outsideworld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsinTest {

    @ParameterizedTest
    @ValueSource(strings = {"87660415376", "92712385412", "54691555728", "99651237058"})
    void a_test_number_has_a_month_of_61_to_72(String number) {
        assertTrue(Ssin.isValid(number));
    }

    @Test
    void who_is_born_in_or_after_2000_has_another_check() {
        assertTrue(Ssin.isValid("00630300287"));
        assertEquals(LocalDate.of(2000, 3, 3), new Ssin("00630300287").birthDate());
        assertEquals(LocalDate.of(1987, 6, 4), new Ssin("87660415376").birthDate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "87660415377", "8766041537", "876604153760", "87.66.04-153.76", "87730415307", "abcdefghijk"
            })
    void anything_else_is_no_citizen_number(String number) {
        assertFalse(Ssin.isValid(number));
    }

    @Test
    void an_enterprise_number_has_ten_digits_and_a_check() {
        assertTrue(EnterpriseNumber.isValid("0417000129"));
        assertFalse(EnterpriseNumber.isValid("0417000120"));
        assertFalse(EnterpriseNumber.isValid("417000129"));
    }
}
