package be.vlaanderen.loopbaankrediet.benchmarks.crud;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the row, changes it, adds a row: no events, no messages, no keys for repeats, no budget. */
@Path("/me")
@Authenticated
public class WalletResource {

    private static final int BLOCK_HALF_HOURS = 4;

    private final Clock clock = Clock.systemUTC();
    private final JsonWebToken token;

    @Inject
    public WalletResource(JsonWebToken token) {
        this.token = token;
    }

    public record Body(UUID counsellorId) {}

    public record WalletAnswer(int granted, int reserved, int available, long coPaymentCents) {}

    public record BookingAnswer(UUID booking, UUID counsellorId, String status, int halfHours, long coPaymentCents) {}

    @GET
    @Transactional
    public WalletAnswer wallet() {
        Wallet wallet = mine();
        return new WalletAnswer(
                wallet.grantedHalfHours,
                wallet.reservedHalfHours,
                wallet.grantedHalfHours - wallet.reservedHalfHours,
                wallet.coPaymentCents);
    }

    @POST
    @Path("/bookings")
    @Transactional
    public Response book(Body body) {
        Wallet wallet = mine();
        if (wallet.grantedHalfHours - wallet.reservedHalfHours < BLOCK_HALF_HOURS) {
            throw new ClientErrorException(Response.Status.CONFLICT);
        }
        wallet.reservedHalfHours += BLOCK_HALF_HOURS;
        Booking booking = new Booking();
        booking.id = UUID.randomUUID();
        booking.citizen = wallet.citizen;
        booking.counsellor = body.counsellorId();
        booking.halfHours = BLOCK_HALF_HOURS;
        booking.coPaymentCents = wallet.coPaymentCents;
        booking.status = "RESERVED";
        booking.reservedAt = clock.instant();
        booking.persist();
        return Response.status(Response.Status.CREATED)
                .entity(new BookingAnswer(
                        booking.id, booking.counsellor, booking.status, booking.halfHours, booking.coPaymentCents))
                .build();
    }

    private Wallet mine() {
        Wallet wallet = Wallet.findById(UUID.fromString(token.getSubject()));
        if (wallet == null) {
            throw new ClientErrorException(Response.Status.NOT_FOUND);
        }
        return wallet;
    }
}
