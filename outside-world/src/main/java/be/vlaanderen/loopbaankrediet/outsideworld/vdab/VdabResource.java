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
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** VDAB's history of the cheque scheme, and who is in outplacement, as files. */
@Path("/vdab")
@Produces("text/csv;charset=UTF-8")
public class VdabResource {

    /** Day on which the cheque used last was used; those before it each half a year earlier. */
    private static final LocalDate LAST_USE = LocalDate.of(2025, 2, 3);

    /** Sales ended with the month in which the transition scheme began (D-1). */
    private static final LocalDate LAST_SALE = LocalDate.of(2025, 9, 15);

    /** What a citizen paid for a cheque in 2025. */
    private static final int PRICE_CENTS = 4_500;

    /** A file as it is until somebody changes, or the day that it tells of. */
    private record File(long version, LocalDate day, String csv, EntityTag tag) {}

    private interface Lines {
        /** What stands behind the citizen number in each line of this person. */
        void of(People.Named person, List<List<Object>> lines);
    }

    private final People people;
    private final WorldClock clock;
    private final Map<String, File> files = new ConcurrentHashMap<>();

    @Inject
    public VdabResource(People people, WorldClock clock) {
        this.people = people;
        this.clock = clock;
    }

    @GET
    @Path("used-cheques.csv")
    public Response usedCheques(@Context Request request) {
        return answer(request, "used-cheques", LAST_USE, "ssin,usedOn", (person, lines) -> {
            for (int i = person.person().usedCheques() - 1; i >= 0; i--) {
                lines.add(List.of(LAST_USE.minusMonths(6L * i)));
            }
        });
    }

    @GET
    @Path("unused-cheques.csv")
    public Response unusedCheques(@Context Request request) {
        return answer(request, "unused-cheques", LAST_SALE, "ssin,boughtOn,amountCents,iban", (person, lines) -> {
            for (int i = person.person().unusedCheques() - 1; i >= 0; i--) {
                lines.add(List.of(LAST_SALE.minusMonths(i), PRICE_CENTS, iban(person.ssin())));
            }
        });
    }

    @GET
    @Path("outplacement.csv")
    public Response outplacement(@Context Request request) {
        LocalDate month = clock.today().withDayOfMonth(1); // so that the file changes once a month, as its people do
        return answer(request, "outplacement", month, "ssin,from,to", (person, lines) -> {
            if (person.person().inOutplacement()) {
                lines.add(List.of(month.minusMonths(1), month.plusMonths(6)));
            }
        });
    }

    private Response answer(Request request, String name, LocalDate day, String header, Lines lines) {
        File file = files.compute(name, (same, known) -> {
            long version = people.version();
            if (known != null && known.version() == version && known.day().equals(day)) {
                return known;
            }
            String csv = csv(header, lines);
            return new File(version, day, csv, new EntityTag(digest(csv)));
        });
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(file.tag());
        return (unchanged == null ? Response.ok(file.csv()) : unchanged)
                .tag(file.tag())
                .build();
    }

    private String csv(String header, Lines lines) {
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (People.Named person : people.all()) {
            List<List<Object>> own = new ArrayList<>();
            lines.of(person, own);
            own.forEach(line -> {
                csv.append(person.ssin());
                line.forEach(field -> csv.append(',').append(field));
                csv.append('\n');
            });
        }
        return csv.toString();
    }

    /** A valid Belgian account of nobody, always the same for the person. */
    private static String iban(String ssin) {
        long ten = 9_000_000_000L + Long.parseLong(ssin) % 1_000_000_000;
        long rest = ten % 97;
        String account = "%010d%02d".formatted(ten, rest == 0 ? 97 : rest);
        int check = 98
                - new BigInteger(account + "111400").mod(BigInteger.valueOf(97)).intValue();
        return "BE%02d%s".formatted(check, account);
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
