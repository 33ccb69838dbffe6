package be.vlaanderen.loopbaankrediet.payout.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What half an hour of guidance costs on a day of delivery, in whole cents excluding and of VAT (D-9). All parameters stand here, each
 * with its source, first and last day.
 *
 * @param halfHourCents excluding VAT
 * @param halfHourVatCents owed if and only if the counsellor is liable on the day of delivery
 */
public record Tariff(long halfHourCents, long halfHourVatCents) {

    /**
     * A figure of the policy and the days on which it holds, both included.
     *
     * @param last null while no end is known
     */
    public record Parameter(LocalDate first, @Nullable LocalDate last, long value, String source) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(first) && (last == null || !day.isAfter(last));
        }
    }

    /** Whole cents for half an hour, excluding VAT: 90 euro an hour. */
    public static final List<Parameter> HALF_HOUR_CENTS =
            List.of(new Parameter(LocalDate.of(2027, 1, 1), null, 4_500, "CN 2.1"));

    /** Per cent of VAT. */
    public static final List<Parameter> VAT_PERCENT =
            List.of(new Parameter(LocalDate.of(2027, 1, 1), null, 21, "CN 2.1, domain 7"));

    /** What a claim comes to. */
    public record Amounts(long exclVatCents, long vatCents, long coPaymentCents) {

        public long totalCents() {
            return exclVatCents + vatCents;
        }

        /** Domain 7: what is paid to the counsellor, less the co-payment received for it. */
        public long governmentShareCents() {
            return totalCents() - coPaymentCents;
        }
    }

    /** The tariff of a day of delivery. Nothing of this scheme is delivered before its first tariff, which then stands in. */
    public static Tariff on(LocalDate day) {
        long halfHour = valueOn(HALF_HOUR_CENTS, day);
        return new Tariff(halfHour, halfHour * valueOn(VAT_PERCENT, day) / 100);
    }

    private static long valueOn(List<Parameter> parameters, LocalDate day) {
        return parameters.stream()
                .filter(parameter -> parameter.holdsOn(day))
                .findFirst()
                .orElse(parameters.getFirst())
                .value();
    }

    /** @param liableHalfHours the part of the half hours on which VAT is owed */
    public Amounts amounts(int halfHours, int liableHalfHours, long coPaymentCents) {
        return new Amounts(halfHours * halfHourCents, liableHalfHours * halfHourVatCents, coPaymentCents);
    }

    /** The most that government can owe for a block: all of it with VAT, less the co-payment. */
    public long mostGovernmentShareCents(int halfHours, long coPaymentCents) {
        return Math.max(0, amounts(halfHours, halfHours, coPaymentCents).governmentShareCents());
    }

    /** The same for a block that can be delivered on any day from this one on: a higher tariff that is known already counts. */
    public static long mostGovernmentShareCents(LocalDate from, int halfHours, long coPaymentCents) {
        return Stream.concat(
                        Stream.of(from),
                        Stream.concat(HALF_HOUR_CENTS.stream(), VAT_PERCENT.stream())
                                .map(Parameter::first)
                                .filter(first -> first.isAfter(from)))
                .mapToLong(day -> on(day).mostGovernmentShareCents(halfHours, coPaymentCents))
                .max()
                .orElseThrow();
    }

    /**
     * The co-payment that belongs to the first half hours of a block. Counted from the start of the block, so that the parts add up to the
     * whole.
     */
    public static long coPaymentUpTo(long coPaymentCents, int blockHalfHours, int halfHours) {
        return coPaymentCents * halfHours / blockHalfHours;
    }
}
