package be.vlaanderen.loopbaankrediet.outsideworld.vdab;

import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock;
import be.vlaanderen.loopbaankrediet.outsideworld.people.People;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** VDAB's history of the cheque scheme, and who is in outplacement, as files. */
@Path("/vdab")
@Produces("text/csv;charset=UTF-8")
public class VdabResource {

    /** Day on which the cheque used last was used; those before it each half a year earlier. */
    private static final LocalDate LAST_USE = LocalDate.of(2025, 2, 3);

    private final People people;
    private final WorldClock clock;

    @Inject
    public VdabResource(People people, WorldClock clock) {
        this.people = people;
        this.clock = clock;
    }

    @GET
    @Path("used-cheques.csv")
    public Response usedCheques(@Context Request request) {
        StringBuilder csv = new StringBuilder("ssin,usedOn\n");
        for (People.Named named : people.all()) {
            for (int i = named.person().usedCheques() - 1; i >= 0; i--) {
                csv.append(named.ssin())
                        .append(',')
                        .append(LAST_USE.minusMonths(6L * i))
                        .append('\n');
            }
        }
        return answer(request, csv.toString());
    }

    @GET
    @Path("outplacement.csv")
    public Response outplacement(@Context Request request) {
        LocalDate month = clock.today().withDayOfMonth(1); // so that the file changes once a month, as its people do
        StringBuilder csv = new StringBuilder("ssin,from,to\n");
        for (People.Named named : people.all()) {
            if (named.person().inOutplacement()) {
                csv.append(named.ssin())
                        .append(',')
                        .append(month.minusMonths(1))
                        .append(',')
                        .append(month.plusMonths(6))
                        .append('\n');
            }
        }
        return answer(request, csv.toString());
    }

    private static Response answer(Request request, String csv) {
        EntityTag tag = new EntityTag(digest(csv));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(csv) : unchanged).tag(tag).build();
    }

    private static String digest(String csv) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
