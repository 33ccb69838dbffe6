package be.vlaanderen.loopbaankrediet.payout.booking;

import java.time.LocalDate;
import java.util.List;

/**
 * What half an hour of guidance costs, in whole cents excluding and of VAT (CN 2.1, D-9). A booking keeps the tariff of the day it was
 * made (CN 2.5.3).
 *
 * @param from first day; the first tariff also holds before it, since no booking of this scheme is older
 * @param halfHourCents excluding VAT
 * @param halfHourVatCents 21 %, owed if and only if the counsellor is liable on the day of delivery
 */
public record Tariff(LocalDate from, long halfHourCents, long halfHourVatCents) {

    private static final List<Tariff> ALL = List.of(new Tariff(LocalDate.of(2027, 1, 1), 4_500, 945));

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

    public static Tariff on(LocalDate day) {
        Tariff found = ALL.getFirst();
        for (Tariff tariff : ALL) {
            if (!tariff.from.isAfter(day)) {
                found = tariff;
            }
        }
        return found;
    }

    /** @param liableHalfHours the part of the half hours on which VAT is owed */
    public Amounts amounts(int halfHours, int liableHalfHours, long coPaymentCents) {
        return new Amounts(halfHours * halfHourCents, liableHalfHours * halfHourVatCents, coPaymentCents);
    }

    /** The most that government can owe for a block: all of it with VAT, less the co-payment. */
    public long mostGovernmentShareCents(int halfHours, long coPaymentCents) {
        return Math.max(0, amounts(halfHours, halfHours, coPaymentCents).governmentShareCents());
    }

    /**
     * The co-payment that belongs to half hours {@code from} (exclusive) to {@code to} of a block. Counted from the start of the block, so
     * that the parts add up to the whole.
     */
    public static long coPaymentPart(long coPaymentCents, int blockHalfHours, int from, int to) {
        return coPaymentCents * to / blockHalfHours - coPaymentCents * from / blockHalfHours;
    }
}
