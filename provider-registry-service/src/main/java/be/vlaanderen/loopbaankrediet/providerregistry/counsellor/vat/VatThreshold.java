package be.vlaanderen.loopbaankrediet.providerregistry.counsellor.vat;

import java.util.Map;
import java.util.TreeMap;

/** Turnover of a calendar year above which a small enterprise is no longer exempt from VAT (art. 56bis of the VAT code), by its first year. */
public final class VatThreshold {

    private static final TreeMap<Integer, Long> CENTS_FROM = new TreeMap<>(Map.of(2016, 2_500_000L));

    private VatThreshold() {}

    public static long cents(int year) {
        return CENTS_FROM.floorEntry(year).getValue();
    }
}
