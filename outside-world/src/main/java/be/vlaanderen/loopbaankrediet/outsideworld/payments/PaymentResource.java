package be.vlaanderen.loopbaankrediet.outsideworld.payments;

import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.Problem.Issue;
import be.vlaanderen.loopbaankrediet.outsideworld.PublicAddress;
import be.vlaanderen.loopbaankrediet.outsideworld.Secret;
import be.vlaanderen.loopbaankrediet.outsideworld.payments.Payment.Status;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The provider's interface for merchants. */
@Path("/payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {

    private static final long LARGEST_CENTS = 100_000_000;

    private final Payments payments;
    private final Notifications notifications;
    private final PublicAddress address;
    private final Secret apiKey;

    @Inject
    public PaymentResource(
            Payments payments,
            Notifications notifications,
            PublicAddress address,
            @ConfigProperty(name = "payment.api-key") Optional<String> apiKey) {
        this.payments = payments;
        this.notifications = notifications;
        this.address = address;
        this.apiKey = Secret.of(apiKey);
    }

    /** What a merchant asks. */
    public record Order(
            @Nullable String reference,
            @Nullable Long amountCents,
            @Nullable String description,
            @Nullable String redirectUrl,
            @Nullable String webhookUrl) {}

    /** What a merchant asks to give back. */
    public record RefundOrder(
            @Nullable String reference, @Nullable Long amountCents) {}

    /** A payment as the merchant sees it. */
    public record PaymentView(
            String id, String reference, Status status, long amountCents, long refundedCents, String checkoutUrl) {}

    /** A refund as the merchant sees it; {@code id} is that of the payment. */
    public record RefundView(String id, String reference, Status status, long amountCents) {}

    @POST
    public Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context UriInfo uri,
            @Nullable Order order) {
        authorize(authorization);
        if (order == null) {
            throw Problem.badRequest("body", "", "Zeg in JSON welke betaling u wilt.")
                    .exception();
        }
        List<Issue> issues = new ArrayList<>();
        String reference = text(issues, "reference", order.reference(), 100);
        String description = text(issues, "description", order.description(), 200);
        String redirectUrl = url(issues, "redirectUrl", order.redirectUrl());
        String webhookUrl = url(issues, "webhookUrl", order.webhookUrl());
        long amountCents = amount(issues, order.amountCents());
        if (!issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        Payment payment = payments.create(reference, amountCents, description, redirectUrl, webhookUrl);
        return Response.status(201).entity(view(payment, uri)).build();
    }

    @GET
    @Path("{id}")
    public PaymentView read(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context UriInfo uri,
            @PathParam("id") String id) {
        authorize(authorization);
        Payment payment = payments.get(id);
        if (payment == null) {
            throw unknown();
        }
        return view(payment, uri);
    }

    @POST
    @Path("{id}/refunds")
    public Response refund(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("id") String id,
            @Nullable RefundOrder order) {
        authorize(authorization);
        if (order == null) {
            throw Problem.badRequest("body", "", "Zeg in JSON wat u wilt terugbetalen.")
                    .exception();
        }
        List<Issue> issues = new ArrayList<>();
        String reference = text(issues, "reference", order.reference(), 100);
        long amountCents = amount(issues, order.amountCents());
        if (!issues.isEmpty()) {
            throw Problem.badRequest(issues).exception();
        }
        Payment.Refund refund = payments.refund(id, reference, amountCents);
        if (refund == null) {
            throw unknown();
        }
        return Response.status(201)
                .entity(new RefundView(id, refund.reference(), Status.REFUNDED, refund.amountCents()))
                .build();
    }

    private PaymentView view(Payment payment, UriInfo uri) {
        return new PaymentView(
                payment.id(),
                payment.reference(),
                payment.status(),
                payment.amountCents(),
                payment.refundedCents(),
                address.of(uri, "/checkout/" + payment.id()));
    }

    private void authorize(@Nullable String authorization) {
        if (!apiKey.isSet() || !notifications.canSign()) {
            throw Problem.of(
                            "not-configured",
                            503,
                            "De betaaldienst heeft nog geen sleutels: zet PAYMENT_API_KEY en PAYMENT_WEBHOOK_SECRET.")
                    .exception();
        }
        String scheme = "Bearer ";
        if (authorization == null
                || !authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                || !apiKey.is(authorization.substring(scheme.length()).strip())) {
            throw Problem.of("unauthorized", 401, "Stuur uw sleutel mee (Authorization: Bearer ...).")
                    .exception();
        }
    }

    private static RuntimeException unknown() {
        return Problem.of("not-found", 404, "Deze betaling bestaat niet.").exception();
    }

    private static String text(List<Issue> issues, String name, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            issues.add(Issue.of("body", name, "Geef 1 tot " + longest + " tekens."));
            return "";
        }
        return text;
    }

    private static long amount(List<Issue> issues, @Nullable Long cents) {
        if (cents == null || cents < 1 || cents > LARGEST_CENTS) {
            issues.add(Issue.of(
                    "body", "amountCents", "Geef een bedrag in hele centen, van 1 tot " + LARGEST_CENTS + "."));
            return 0;
        }
        return cents;
    }

    private static String url(List<Issue> issues, String name, @Nullable String text) {
        try {
            URI uri = URI.create(text == null ? "" : text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.toString().length() <= 500) {
                return uri.toString();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        issues.add(Issue.of("body", name, "Geef een volledig webadres (http of https)."));
        return "";
    }
}
