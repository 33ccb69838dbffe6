package be.vlaanderen.loopbaankrediet.wallet.outside;

import be.vlaanderen.loopbaankrediet.wallet.outside.PaymentProvider.Payment;
import be.vlaanderen.loopbaankrediet.wallet.outside.PaymentProvider.Refund;
import be.vlaanderen.loopbaankrediet.wallet.outside.PaymentProvider.State;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments.Page;
import be.vlaanderen.loopbaankrediet.wallet.outside.Payments.Told;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The provider with a hosted page and signed notifications. */
@ApplicationScoped
class HostedGateway implements Gateway {

    private final PaymentProvider provider;
    private final String authorization;
    private final String publicUrl;
    private final String citizenPage;

    @Inject
    HostedGateway(
            @RestClient PaymentProvider provider,
            @ConfigProperty(name = "payment.api-key") String apiKey,
            @ConfigProperty(name = "wallet.public-url") String publicUrl,
            @ConfigProperty(name = "wallet.citizen-page") String citizenPage) {
        this.provider = provider;
        this.authorization = "Bearer " + apiKey;
        this.publicUrl = publicUrl;
        this.citizenPage = citizenPage;
    }

    @Override
    public Page request(Order order) {
        Payment payment = provider.request(
                authorization,
                new PaymentProvider.Order(
                        order.reference(),
                        order.amountCents(),
                        Payments.description(order),
                        Payments.back(citizenPage, order),
                        publicUrl + "/wallet/v1/payment-notifications"));
        return new Page(payment.id(), payment.checkoutUrl());
    }

    @Override
    public void refund(String payment, String reference, long amountCents) {
        provider.refund(authorization, payment, new Refund(reference, amountCents));
    }

    @Override
    public Optional<Told> ask(String payment) {
        State state = provider.state(authorization, payment);
        return switch (state.status()) {
            case "PAID" -> Optional.of(new Told(News.PAID, state.amountCents()));
            case "CANCELLED" -> Optional.of(new Told(News.CANCELLED, state.amountCents()));
            default -> Optional.empty();
        };
    }
}
