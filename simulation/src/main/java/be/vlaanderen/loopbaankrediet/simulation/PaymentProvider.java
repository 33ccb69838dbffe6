package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The payment provider: the truth about citizens' money, told late, twice, wrongly or never. */
final class PaymentProvider {

    static final class Payment {
        final String id;
        final UUID booking;
        final long amountCents;
        final Instant madeAt;
        final Map<String, Long> refunds = new LinkedHashMap<>();
        News status = News.CANCELLED;
        boolean open = true;

        Payment(String id, UUID booking, long amountCents, Instant madeAt) {
            this.id = id;
            this.booking = booking;
            this.amountCents = amountCents;
            this.madeAt = madeAt;
        }

        boolean paid() {
            return !open && status == News.PAID;
        }

        long keptCents() {
            return (paid() ? amountCents : 0)
                    - refunds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param amountCents as told, which may be wrong */
    record Notice(Payment payment, News news, long amountCents, Instant notBefore) {}

    private final World world;
    private final Map<String, Payment> byReference = new LinkedHashMap<>();
    private final Map<String, Payment> byId = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();

    PaymentProvider(World world) {
        this.world = world;
    }

    List<Payment> payments() {
        return List.copyOf(byReference.values());
    }

    List<Notice> notices() {
        return notices;
    }

    /** The same reference is the same payment. */
    Payment request(String reference, UUID booking, long amountCents) {
        if (world.happens(Fault.PAYMENT_PROVIDER_SILENT, 15)) {
            throw new Silent("payment provider");
        }
        Payment payment = byReference.computeIfAbsent(
                reference, _ -> new Payment("tr-" + byReference.size(), booking, amountCents, world.now()));
        byId.put(payment.id, payment);
        return payment;
    }

    void refund(String payment, String reference, long amountCents) {
        if (world.happens(Fault.PAYMENT_PROVIDER_SILENT, 15)) {
            throw new Silent("payment provider");
        }
        known(payment).refunds.putIfAbsent(reference, amountCents);
    }

    Payment known(String payment) {
        Payment known = byId.get(payment);
        if (known == null) {
            throw new IllegalStateException("payment " + payment + " was never requested");
        }
        return known;
    }

    /** The citizen is at the page and pays, or turns back. */
    void answer(Payment payment, News status) {
        payment.open = false;
        payment.status = status;
        if (world.happens(Fault.PAYMENT_NEWS_NEVER, 10)) {
            return;
        }
        Instant from = world.happens(Fault.PAYMENT_NEWS_LATE, 15)
                ? world.now().plus(Duration.ofDays(world.random().nextInt(1, 30)))
                : world.now();
        if (world.happens(Fault.PAYMENT_NEWS_WRONG, 8)) {
            long told = payment.amountCents - 1 - world.random().nextInt(1_000);
            notices.add(new Notice(payment, News.PAID, told, world.now()));
        }
        notices.add(new Notice(payment, status, payment.amountCents, from));
        if (world.happens(Fault.PAYMENT_NEWS_TWICE, 20)) {
            notices.add(new Notice(payment, status, payment.amountCents, from));
        }
    }
}
