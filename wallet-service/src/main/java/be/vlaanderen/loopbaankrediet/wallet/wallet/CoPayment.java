package be.vlaanderen.loopbaankrediet.wallet.wallet;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The money of one block.
 *
 * @param priceCents of the whole block
 * @param pagesAsked how often the citizen was to get a payment page; 0 until the budget is secured
 * @param payments by the provider's id
 * @param parts that went back of the payment that stands for this block, by number
 */
public record CoPayment(long priceCents, int pagesAsked, Map<String, Payment> payments, Map<Integer, Part> parts) {

    /** @param checkoutUrl where the citizen pays */
    public record Payment(PaymentStatus status, String checkoutUrl, long amountCents) {}

    public record Part(PaymentStatus status, long amountCents) {}

    /** The payment that stands for this block. */
    public Optional<String> paidWith() {
        return payments.entrySet().stream()
                .filter(payment -> payment.getValue().status() == PaymentStatus.PAID)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What the citizen paid for this block and does not get back. */
    public long keptCents() {
        long paid = paidWith().map(payments::get).map(Payment::amountCents).orElse(0L);
        return paid == 0 ? 0 : paid - partsCents();
    }

    /** What goes back to the citizen's account: with {@code REFUNDED} what did, with {@code REFUND_OWED} what is on its way. */
    public long refundCents(PaymentStatus status) {
        return payments.values().stream()
                        .filter(payment -> payment.status() == status)
                        .mapToLong(Payment::amountCents)
                        .sum()
                + parts.values().stream()
                        .filter(part -> part.status() == status)
                        .mapToLong(Part::amountCents)
                        .sum();
    }

    private long partsCents() {
        return parts.values().stream().mapToLong(Part::amountCents).sum();
    }

    /** Where the citizen can pay now; null while there is no open page. */
    public @Nullable String openPage() {
        return payments.values().stream()
                .filter(payment -> payment.status() == PaymentStatus.REQUESTED)
                .map(Payment::checkoutUrl)
                .findFirst()
                .orElse(null);
    }

    /** A part that was not paid back yet. */
    public boolean isOwed(int part) {
        Part known = parts.get(part);
        return known != null && known.status() == PaymentStatus.REFUND_OWED;
    }

    public @Nullable PaymentStatus status(String payment) {
        Payment known = payments.get(payment);
        return known == null ? null : known.status();
    }

    CoPayment pageAsked(int attempt) {
        return new CoPayment(priceCents, attempt, payments, parts);
    }

    public CoPayment with(String payment, Payment state) {
        Map<String, Payment> next = new HashMap<>(payments);
        next.put(payment, state);
        return new CoPayment(priceCents, pagesAsked, Collections.unmodifiableMap(next), parts);
    }

    CoPayment with(String payment, PaymentStatus status) {
        Payment known = Objects.requireNonNull(payments.get(payment), "a fact about an unknown payment");
        return with(payment, new Payment(status, known.checkoutUrl(), known.amountCents()));
    }

    CoPayment partOwed(int part, long amountCents) {
        return with(part, new Part(PaymentStatus.REFUND_OWED, amountCents));
    }

    CoPayment partRefunded(int part) {
        Part known = Objects.requireNonNull(parts.get(part), "a fact about an unknown refund");
        return with(part, new Part(PaymentStatus.REFUNDED, known.amountCents()));
    }

    private CoPayment with(int part, Part state) {
        Map<Integer, Part> next = new HashMap<>(parts);
        next.put(part, state);
        return new CoPayment(priceCents, pagesAsked, payments, Collections.unmodifiableMap(next));
    }

    public CoPayment lowered(long newPriceCents) {
        return new CoPayment(newPriceCents, pagesAsked, payments, parts);
    }
}
