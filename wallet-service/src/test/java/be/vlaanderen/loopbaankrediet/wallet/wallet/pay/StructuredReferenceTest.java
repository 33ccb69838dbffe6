package be.vlaanderen.loopbaankrediet.wallet.wallet.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class StructuredReferenceTest {

    @Test
    void the_last_two_digits_are_the_remainder_modulo_97_and_97_for_none() {
        assertEquals("+++123/4567/89002+++", StructuredReference.of(1_234_567_890L));
        assertEquals("+++000/0000/00097+++", StructuredReference.of(0));
        assertEquals("+++000/0000/09797+++", StructuredReference.of(97));
        assertEquals("+++999/9999/99948+++", StructuredReference.of(9_999_999_999L));
        assertThrows(IllegalArgumentException.class, () -> StructuredReference.of(10_000_000_000L));
        assertThrows(IllegalArgumentException.class, () -> StructuredReference.of(-1));
    }

    @Test
    void a_booking_from_before_numbers_were_handed_out_has_the_one_that_follows_from_its_id() {
        UUID id = UUID.fromString("5f0a7a52-3c1e-4b0f-8a35-2a016f1b7f6f");
        assertEquals(8_707_227_744L, StructuredReference.number(id));
    }
}
