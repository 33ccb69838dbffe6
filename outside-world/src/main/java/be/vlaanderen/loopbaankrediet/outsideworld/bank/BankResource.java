package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import be.vlaanderen.loopbaankrediet.outsideworld.Problem;
import be.vlaanderen.loopbaankrediet.outsideworld.PublicAddress;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bank's channel for files. */
@Path("/bank")
public class BankResource {

    private static final int MOST_FILES = 100;

    private final Bank bank;
    private final PublicAddress address;

    @Inject
    public BankResource(Bank bank, PublicAddress address) {
        this.bank = bank;
        this.address = address;
    }

    /** What the bank took in. */
    public record Receipt(String fileId, String messageId, int transfers, long amountCents) {}

    /** A file to fetch. */
    public record Listed(long number, String type, String url) {}

    /** Files to fetch, oldest first. */
    public record Listing(List<Listed> files) {}

    /**
     * Somebody pays by transfer.
     *
     * @param iban of the account that receives
     * @param message what the payer wrote, such as a structured reference
     */
    public record Credit(
            @Nullable String iban,
            @Nullable Long amountCents,
            @Nullable String message) {}

    @POST
    @Path("credits")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response credit(@Nullable Credit credit, @Context UriInfo uri) {
        if (credit == null || credit.iban() == null || !credit.iban().matches("[A-Z]{2}[0-9A-Z]{13,32}")) {
            throw Problem.badRequest("body", "iban", "Geef de rekening die het bedrag krijgt.")
                    .exception();
        }
        if (credit.amountCents() == null || credit.amountCents() <= 0) {
            throw Problem.badRequest("body", "amountCents", "Geef een bedrag in hele centen.")
                    .exception();
        }
        if (credit.message() == null
                || credit.message().isBlank()
                || credit.message().length() > 140) {
            throw Problem.badRequest("body", "message", "Geef een mededeling van 1 tot 140 tekens.")
                    .exception();
        }
        BankFile file = bank.credit(credit.iban(), credit.amountCents(), credit.message());
        return Response.status(201).entity(listed(file, uri)).build();
    }

    private Listed listed(BankFile file, UriInfo uri) {
        return new Listed(file.number(), file.type(), address.of(uri, "/bank/files/" + file.number()));
    }

    @POST
    @Path("files")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response take(@HeaderParam("X-File-Id") @Nullable String fileId, byte[] body) {
        if (fileId == null || !fileId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Problem.badRequest(
                            "header",
                            "X-File-Id",
                            "Geef het bestand een nummer: 1 tot 64 letters, cijfers of streepjes.")
                    .exception();
        }
        Upload upload = bank.taken(fileId);
        if (upload == null) {
            try {
                upload = bank.take(fileId, CreditTransfers.read(body));
            } catch (CreditTransfers.Malformed e) {
                throw Problem.badRequest("body", "", String.valueOf(e.getMessage()))
                        .exception();
            }
        }
        return Response.accepted(new Receipt(
                        upload.fileId(), upload.messageId(), upload.outcomes().size(), upload.sumCents()))
                .build();
    }

    @GET
    @Path("files")
    @Produces(MediaType.APPLICATION_JSON)
    public Listing list(@QueryParam("after") @Nullable String after, @Context UriInfo uri) {
        return new Listing(bank.after(after == null ? 0 : number("query", "after", after), MOST_FILES).stream()
                .map(file -> listed(file, uri))
                .toList());
    }

    @GET
    @Path("files/{number}")
    @Produces("application/xml;charset=UTF-8")
    public String read(@PathParam("number") String number) {
        BankFile file = bank.file(number("path", "number", number));
        if (file == null) {
            throw Problem.of("not-found", 404, "Dit bestand bestaat niet.").exception();
        }
        return file.xml();
    }

    private static long number(String in, String name, String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw Problem.badRequest(in, name, "Geef een nummer.").exception();
        }
        return Long.parseLong(text);
    }
}
