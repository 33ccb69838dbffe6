package be.vlaanderen.loopbaankrediet.outsideworld.payments;

import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.payments.Payment.Status;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page on which a payer pays. */
@Path("/checkout")
@Produces("text/html;charset=UTF-8")
public class CheckoutResource {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Payments payments;
    private final Template page;

    @Inject
    public CheckoutResource(Payments payments, @Location("checkout.html") Template page) {
        this.payments = payments;
        this.page = page;
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        Payment payment = payments.get(id);
        return payment == null ? page(404, null) : page(200, payment);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response press(@PathParam("id") String id, @FormParam("action") @Nullable String action) {
        boolean pay = "pay".equals(action);
        if (!pay && !"cancel".equals(action)) {
            return Problem.badRequest("body", "action", "Kies pay of cancel.").response();
        }
        Payment before = payments.get(id);
        Payment after = payments.close(id, pay);
        if (before == null || after == null) {
            return page(404, null);
        }
        boolean tooLate = before.status() != Status.OPEN && pay == (after.status() == Status.CANCELLED);
        return page(tooLate ? 409 : 200, after);
    }

    private Response page(int status, @Nullable Payment payment) {
        String html = page.data("payment", payment)
                .data("amount", payment == null ? "" : euros(payment.amountCents()))
                .data("refunded", payment == null ? "" : euros(payment.refundedCents()))
                .render();
        return Response.status(status)
                .entity(html)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** 123456 cents are 1.234,56 euro. */
    static String euros(long cents) {
        return String.format(Locale.forLanguageTag("nl-BE"), "%,d,%02d", cents / 100, cents % 100)
                .replace('\u00a0', '.');
    }
}
