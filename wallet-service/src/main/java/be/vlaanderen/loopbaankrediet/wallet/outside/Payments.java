package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the payment provider for payment pages and refunds. New payments go to the provider of the setting; a payment of the other one is
 * asked about and refunded where it was made. Every call can be repeated: its reference is derived from the booking.
 */
@ApplicationScoped
public class Payments {

    private static final int UUID_LENGTH = 36;
    private static final int LONGEST = 2_000;

    /** @param checkoutUrl where the citizen pays */
    public record Page(String payment, String checkoutUrl) {}

    /** @param amountCents of the payment */
    public record Told(News news, long amountCents) {}

    private final HostedGateway hosted;
    private final MollieGateway mollie;
    private final Gateway chosen;

    @Inject
    Payments(HostedGateway hosted, MollieGateway mollie, @ConfigProperty(name = "payment.provider") String provider) {
        this.hosted = hosted;
        this.mollie = mollie;
        this.chosen = switch (provider) {
            case "hosted" -> hosted;
            case "mollie" -> mollie;
            default -> throw new IllegalArgumentException("PAYMENT_PROVIDER is hosted or mollie, not " + provider);
        };
    }

    /** @param attempt from 1; the provider makes a new payment for a new attempt only */
    public Page request(Booking booking, int attempt) {
        Page page = chosen.request(new Gateway.Order(
                booking.id(),
                attempt == 1 ? booking.id().toString() : booking.id() + "-" + attempt,
                booking.citizenShareCents(),
                booking.structuredReference()));
        if (page.payment() == null || page.payment().length() > LONGEST || !isWebAddress(page.checkoutUrl())) {
            throw new IllegalStateException("the payment provider gave no payment page");
        }
        return page;
    }

    /** D-6: each part once. */
    public void refundPart(String payment, int part, long amountCents) {
        of(payment).refund(payment, "refund-" + payment + "-" + part, amountCents);
    }

    /** What is left of a payment, at most once. */
    public void refund(String payment, long amountCents) {
        of(payment).refund(payment, "refund-" + payment, amountCents);
    }

    /** What became of a payment; empty while the citizen has not paid or stopped. */
    public Optional<Told> ask(String payment) {
        return of(payment).ask(payment);
    }

    private Gateway of(String payment) {
        return payment.startsWith(MollieGateway.PAYMENT) ? mollie : hosted;
    }

    /** What people read on the page and on their account. */
    static String description(Gateway.Order order) {
        return "Loopbaankrediet, eigen bijdrage voor een blok van 2 uur " + order.structuredReference();
    }

    /** Where the citizen comes back to: the booking in the citizen's front end. */
    static String back(String citizenPage, Gateway.Order order) {
        return citizenPage + "#/boekingen/" + order.booking();
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
