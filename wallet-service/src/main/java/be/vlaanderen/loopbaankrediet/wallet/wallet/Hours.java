package be.vlaanderen.loopbaankrediet.wallet.wallet;

import java.math.BigDecimal;

/** How people read half hours: 4 is {@code 2}, 3 is {@code 1.5}. */
public final class Hours {

    private Hours() {}

    public static BigDecimal ofHalf(int halfHours) {
        return halfHours % 2 == 0 ? BigDecimal.valueOf(halfHours / 2) : BigDecimal.valueOf(halfHours * 5L, 1);
    }
}
