package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.OfTurnover;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.TurnoverCounted;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.VatThresholdNeared;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the platform approved for payment to a counsellor, excluding VAT (D-33).
 *
 * @param cents by calendar year
 * @param payouts those that were counted
 * @param warned the highest percentage of the threshold that was warned about, by year
 */
public record Turnover(Map<Integer, Long> cents, Set<UUID> payouts, Map<Integer, Integer> warned) {

    static final Turnover NONE = new Turnover(Map.of(), Set.of(), Map.of());

    public Turnover {
        cents = Map.copyOf(cents);
        payouts = Set.copyOf(payouts);
        warned = Map.copyOf(warned);
    }

    public long in(int year) {
        return cents.getOrDefault(year, 0L);
    }

    /** 0 when nothing was said. */
    public int warnedAbout(int year) {
        return warned.getOrDefault(year, 0);
    }

    Turnover evolve(OfTurnover event) {
        return switch (event) {
            case TurnoverCounted counted -> {
                Map<Integer, Long> all = new HashMap<>(cents);
                all.merge(counted.year(), counted.exclVatCents(), Long::sum);
                Set<UUID> known = new HashSet<>(payouts);
                known.add(counted.payout());
                yield new Turnover(all, known, warned);
            }
            case VatThresholdNeared neared -> {
                Map<Integer, Integer> all = new HashMap<>(warned);
                all.put(neared.year(), neared.percent());
                yield new Turnover(cents, payouts, all);
            }
        };
    }
}
