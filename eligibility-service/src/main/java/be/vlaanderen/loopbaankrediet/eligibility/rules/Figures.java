package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of every parameter that plays a part on one day. */
public final class Figures {

    private final Map<ParameterKey, Long> values;

    private Figures(Map<ParameterKey, Long> values) {
        this.values = values;
    }

    static Figures of(Iterable<Parameter> parameters) {
        Map<ParameterKey, Long> values = new EnumMap<>(ParameterKey.class);
        for (Parameter parameter : parameters) {
            values.put(parameter.key(), parameter.value());
        }
        return new Figures(values);
    }

    /** The same with some values changed, to see what would happen. */
    public Figures with(Map<ParameterKey, Long> changed) {
        Map<ParameterKey, Long> all = new EnumMap<>(values);
        all.putAll(changed);
        return new Figures(all);
    }

    public boolean has(ParameterKey key) {
        return values.containsKey(key);
    }

    public long get(ParameterKey key) {
        Long value = values.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " has no value on this day");
        }
        return value;
    }

    public int number(ParameterKey key) {
        return Math.toIntExact(get(key));
    }

    /** 0 when it plays no part. */
    int numberOrNone(ParameterKey key) {
        Long value = values.get(key);
        return value == null ? 0 : Math.toIntExact(value);
    }

    /** What a provider liable to VAT gets for hours delivered, in whole cents with VAT and co-payment in it. */
    public long providerCents(int hours) {
        Long includingVat = values.get(ParameterKey.PROVIDER_PER_HOUR_INCLUDING_VAT);
        if (includingVat != null) {
            return hours * includingVat;
        }
        long withVat = 100 + get(ParameterKey.VAT);
        @Nullable Long perHour = values.get(ParameterKey.PROVIDER_PER_HOUR_EXCLUDING_VAT);
        return perHour != null
                ? hours * perHour * withVat / 100
                : hours * get(ParameterKey.PROVIDER_PER_FOUR_HOURS_EXCLUDING_VAT) * withVat / 400;
    }
}
