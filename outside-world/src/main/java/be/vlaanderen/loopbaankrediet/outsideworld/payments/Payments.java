package be.vlaanderen.loopbaankrediet.outsideworld.payments;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.StateFolder;
import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock;
import be.vlaanderen.loopbaankrediet.outsideworld.payments.Payment.Refund;
import be.vlaanderen.loopbaankrediet.outsideworld.payments.Payment.Status;
import be.vlaanderen.loopbaankrediet.outsideworld.switches.SwitchBoard;
import be.vlaanderen.loopbaankrediet.outsideworld.switches.Switches.Disturbance;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All payments of the provider, and what may happen to them. */
@Singleton
public class Payments {

    /** What a merchant is told. */
    public record Notification(String id, String reference, Status status, long amountCents, Instant at) {}

    private final KeptMap<Payment> payments;
    private final Map<String, String> idByReference = new HashMap<>();
    private final Notifications notifications;
    private final WorldClock clock;
    private final SwitchBoard switches;
    private final ObjectMapper json;

    @Inject
    public Payments(
            StateFolder state, Notifications notifications, WorldClock clock, SwitchBoard switches, ObjectMapper json) {
        this.payments = state.map("payments", Payment.class);
        this.notifications = notifications;
        this.clock = clock;
        this.switches = switches;
        this.json = json;
        payments.all().forEach(payment -> idByReference.put(payment.reference(), payment.id()));
    }

    /** The same reference is the same payment. */
    synchronized Payment create(
            String reference, long amountCents, String description, String redirectUrl, String webhookUrl) {
        String known = idByReference.get(reference);
        Payment existing = known == null ? null : payments.get(known);
        if (existing != null) {
            if (existing.amountCents() != amountCents) {
                throw Problem.of(
                                "reference-used",
                                409,
                                "Deze referentie hoort al bij een betaling met een ander bedrag.")
                        .exception();
            }
            return existing;
        }
        Payment payment = new Payment(
                UUID.randomUUID().toString(),
                reference,
                amountCents,
                description,
                redirectUrl,
                webhookUrl,
                Status.OPEN,
                List.of(),
                clock.instant());
        payments.put(payment.id(), payment);
        idByReference.put(reference, payment.id());
        return payment;
    }

    @Nullable Payment get(String id) {
        return payments.get(id);
    }

    /** The payer presses a button: only an open payment changes. The provider may refuse to let somebody pay. */
    synchronized @Nullable Payment close(String id, boolean pay) {
        Payment payment = payments.get(id);
        if (payment == null || payment.status() != Status.OPEN) {
            return payment;
        }
        Payment closed = payment.with(pay && !switches.payment().refuses() ? Status.PAID : Status.CANCELLED);
        keepAndTell(
                closed,
                new Notification(id, closed.reference(), closed.status(), closed.amountCents(), clock.instant()));
        return closed;
    }

    /** The same reference is the same refund. Never more than was paid. */
    synchronized @Nullable Refund refund(String id, String reference, long amountCents) {
        Payment payment = payments.get(id);
        if (payment == null) {
            return null;
        }
        for (Refund earlier : payment.refunds()) {
            if (earlier.reference().equals(reference)) {
                if (earlier.amountCents() != amountCents) {
                    throw Problem.of(
                                    "reference-used",
                                    409,
                                    "Deze referentie hoort al bij een terugbetaling van een ander bedrag.")
                            .exception();
                }
                return earlier;
            }
        }
        if (payment.status() != Status.PAID && payment.status() != Status.REFUNDED) {
            throw Problem.of("not-paid", 409, "Alleen een betaling die betaald is, kan terugbetaald worden.")
                    .exception();
        }
        if (amountCents > payment.amountCents() - payment.refundedCents()) {
            throw Problem.of("refund-too-large", 409, "Er kan niet meer terugbetaald worden dan er betaald is.")
                    .exception();
        }
        Refund refund = new Refund(reference, amountCents, clock.instant());
        keepAndTell(
                payment.with(refund),
                new Notification(id, payment.reference(), Status.REFUNDED, amountCents, refund.at()));
        return refund;
    }

    /** The notification is kept before the payment: killed in between, the merchant hears too much and asks, instead of never hearing. */
    private void keepAndTell(Payment payment, Notification notification) {
        Disturbance disturbance = switches.payment();
        String body = write(notification);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i <= disturbance.repeats(); i++) {
            kept.add(notifications.keep(payment.webhookUrl(), body));
        }
        payments.put(payment.id(), payment);
        kept.forEach(id -> notifications.send(id, Duration.ofSeconds(disturbance.delay())));
    }

    private String write(Notification notification) {
        try {
            return json.writeValueAsString(notification);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
