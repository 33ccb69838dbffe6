package be.vlaanderen.loopbaankrediet.outsideworld.payments;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A payment at the provider, asked for by a merchant. Amounts are whole cents. */
public record Payment(
        String id,
        String reference,
        long amountCents,
        String description,
        String redirectUrl,
        String webhookUrl,
        Status status,
        List<Refund> refunds,
        Instant createdAt) {

    /** Open is left once; only what is paid can be refunded. */
    public enum Status {
        OPEN,
        PAID,
        CANCELLED,
        REFUNDED
    }

    /** Money given back, under a reference of the merchant. */
    public record Refund(String reference, long amountCents, Instant at) {}

    public long refundedCents() {
        return refunds.stream().mapToLong(Refund::amountCents).sum();
    }

    Payment with(Status next) {
        return new Payment(id, reference, amountCents, description, redirectUrl, webhookUrl, next, refunds, createdAt);
    }

    /** Refunded is what has been given back in full. */
    Payment with(Refund refund) {
        List<Refund> all = Stream.concat(refunds.stream(), Stream.of(refund)).toList();
        Status next = refundedCents() + refund.amountCents() == amountCents ? Status.REFUNDED : status;
        return new Payment(id, reference, amountCents, description, redirectUrl, webhookUrl, next, all, createdAt);
    }
}
