package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.wallet.outside.PaymentProvider.Order;
import be.vlaanderen.loopbaankrediet.wallet.outside.PaymentProvider.Payment;
import be.vlaanderen.loopbaankrediet.wallet.outside.PaymentProvider.Refund;
import be.vlaanderen.loopbaankrediet.wallet.outside.PaymentProvider.State;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the payment provider for payment pages and refunds. Every call can be repeated: its reference is derived from the booking. */
@ApplicationScoped
public class Payments {

    private static final int UUID_LENGTH = 36;
    private static final int LONGEST = 2_000;

    /** @param checkoutUrl where the citizen pays */
    public record Page(String payment, String checkoutUrl) {}

    /** @param amountCents of the payment */
    public record Told(News news, long amountCents) {}

    private final PaymentProvider provider;
    private final String authorization;
    private final String publicUrl;

    @Inject
    Payments(
            @RestClient PaymentProvider provider,
            @ConfigProperty(name = "payment.api-key") String apiKey,
            @ConfigProperty(name = "wallet.public-url") String publicUrl) {
        this.provider = provider;
        this.authorization = "Bearer " + apiKey;
        this.publicUrl = publicUrl;
    }

    /** @param attempt from 1; the provider makes a new payment for a new attempt only */
    public Page request(UUID booking, int attempt, long amountCents) {
        Payment payment = provider.request(
                authorization,
                new Order(
                        attempt == 1 ? booking.toString() : booking + "-" + attempt,
                        amountCents,
                        "Loopbaankrediet: eigen bijdrage voor een blok van 2 uur",
                        publicUrl + "/wallet/v1/me/bookings/" + booking,
                        publicUrl + "/wallet/v1/payment-notifications"));
        if (payment.id() == null || payment.id().length() > LONGEST || !isWebAddress(payment.checkoutUrl())) {
            throw new IllegalStateException("the payment provider gave no payment page");
        }
        return new Page(payment.id(), payment.checkoutUrl());
    }

    /** D-6: each part once. */
    public void refundPart(String payment, int part, long amountCents) {
        provider.refund(authorization, payment, new Refund("refund-" + payment + "-" + part, amountCents));
    }

    /** A payment is refunded at most once, in full. */
    public void refund(String payment, long amountCents) {
        provider.refund(authorization, payment, new Refund("refund-" + payment, amountCents));
    }

    /** What became of a payment; empty while the citizen has not paid or stopped. */
    public Optional<Told> ask(String payment) {
        State state = provider.state(authorization, payment);
        return switch (state.status()) {
            case "PAID" -> Optional.of(new Told(News.PAID, state.amountCents()));
            case "CANCELLED" -> Optional.of(new Told(News.CANCELLED, state.amountCents()));
            default -> Optional.empty();
        };
    }

    /** The booking that a reference of ours stands for. */
    public static Optional<UUID> booking(String reference) {
        try {
            return Optional.of(UUID.fromString(reference.substring(0, Math.min(UUID_LENGTH, reference.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** It is shown to people as a link, so it may be nothing else. */
    private static boolean isWebAddress(String url) {
        if (url == null || url.length() > LONGEST) {
            return false;
        }
        try {
            String scheme = URI.create(url).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
