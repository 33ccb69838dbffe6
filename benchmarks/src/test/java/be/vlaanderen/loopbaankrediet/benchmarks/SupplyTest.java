package be.vlaanderen.loopbaankrediet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class SupplyTest {

    private final Book.Supply supply = new Book.Supply(10, number -> new byte[] {(byte) number});

    @Test
    void one_load_goes_on_where_the_one_before_ended() {
        LongFunction<byte[]> first = supply.next(4);
        LongFunction<byte[]> second = supply.next(4);
        assertArrayEquals(new byte[] {3}, first.apply(3));
        assertSame(Load.NONE, first.apply(4));
        assertArrayEquals(new byte[] {4}, second.apply(0));
        assertEquals(2, supply.left());
    }

    @Test
    void no_request_is_made_twice_when_more_are_wanted_than_there_are() {
        LongFunction<byte[]> all = supply.next(100);
        assertArrayEquals(new byte[] {9}, all.apply(9));
        assertSame(Load.NONE, all.apply(10));
        assertSame(Load.NONE, supply.next(1).apply(0));
    }
}
