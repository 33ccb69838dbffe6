package be.vlaanderen.loopbaankrediet.benchmarks.crud;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The least that the HTTP stack can do: no token, no database, always the same answer. */
@Path("/constant")
public class ConstantResource {

    /** As long as a wallet's answer. */
    public record Constant(int granted, int reserved, int used, int available, long coPaymentCents) {}

    private static final Constant ANSWER = new Constant(6, 2, 0, 4, 5000);

    @GET
    public Constant constant() {
        return ANSWER;
    }
}
