package be.vlaanderen.loopbaankrediet.wallet.certificates;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.wallet.outside.Citizens;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Hours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Attestations for Mijn Burgerprofiel: one for each block of guidance that was followed. The citizen is who the token says. */
@Path("/certificates")
@RolesAllowed(Roles.CITIZEN)
@RunOnVirtualThread
@Tag(name = "certificate")
public class CertificatesResource {

    private static final String HAL = "application/hal+json";
    private static final String PATH = "/wallet/v1/certificates";

    private static final Map<String, String> TITLES = Map.of(
            "nl", "Attest van loopbaanbegeleiding",
            "fr", "Attestation d'accompagnement de carrière",
            "de", "Bescheinigung über Laufbahnberatung",
            "en", "Certificate of career guidance");

    @Schema(name = "Link")
    public record Link(String href) {}

    /** @param hours that were delivered */
    @Schema(name = "Certificate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Certificate(
            UUID id,
            String type,
            String title,
            String language,
            BigDecimal hours,
            @Nullable Instant bookedAt,
            @JsonProperty("_links") Map<String, Link> links) {}

    @Schema(name = "EmbeddedCertificates")
    public record Embedded(List<Certificate> certificates) {}

    @Schema(name = "PageOfCertificates")
    public record Page(int size, int totalElements, int totalPages, int number) {}

    @Schema(name = "CertificateCollection")
    public record Collection(
            @JsonProperty("_embedded") Embedded embedded,
            @JsonProperty("_links") Map<String, Link> links,
            Page page) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Citizens citizens;
    private final Caller caller;

    @Inject
    public CertificatesResource(AggregateStore<Wallet, WalletEvent> wallets, Citizens citizens, Caller caller) {
        this.wallets = wallets;
        this.citizens = citizens;
        this.caller = caller;
    }

    @GET
    @Produces(HAL)
    @Operation(operationId = "getCertificates", summary = "My attestations, newest first; none is an empty collection")
    @APIResponseSchema(value = Collection.class, responseCode = "200", responseDescription = "A page of attestations")
    public Collection list(
            @QueryParam("limit")
                    @DefaultValue("10")
                    @Pattern(regexp = "[1-9]|[1-9][0-9]|100", message = "Kies een getal van 1 tot en met 100.") String limit,
            @QueryParam("page")
                    @DefaultValue("0")
                    @Pattern(regexp = "[0-9]{1,6}", message = "Kies een bladzijde, te tellen vanaf 0.") String page) {
        int size = Integer.parseInt(limit);
        int number = Integer.parseInt(page);
        List<Certificate> all = mine("nl");
        int pages = Math.ceilDiv(all.size(), size);
        List<Certificate> shown =
                all.stream().skip((long) number * size).limit(size).toList();
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("self", link(size, number));
        links.put("first", link(size, 0));
        if (number > 0) {
            links.put("prev", link(size, Math.min(number - 1, Math.max(0, pages - 1))));
        }
        if (number + 1 < pages) {
            links.put("next", link(size, number + 1));
        }
        links.put("last", link(size, Math.max(0, pages - 1)));
        return new Collection(new Embedded(shown), links, new Page(size, all.size(), pages, number));
    }

    @GET
    @Path("/{id}")
    @Produces(HAL)
    @Operation(operationId = "getCertificate", summary = "One attestation, in a language")
    @APIResponseSchema(value = Certificate.class, responseCode = "200", responseDescription = "The attestation")
    @APIResponse(responseCode = "404", description = "certificate-unknown: does not exist, or is someone else's")
    public Certificate one(
            @PathParam("id") UUID id,
            @QueryParam("language")
                    @DefaultValue("nl")
                    @Pattern(regexp = "nl|fr|de|en", message = "Kies uit: nl, fr, de, en.") String language) {
        return mine(language).stream()
                .filter(certificate -> certificate.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Problem.of("certificate-unknown", 404, "Dit attest bestaat niet, of het is niet van u.")
                                .exception());
    }

    private List<Certificate> mine(String language) {
        return citizens.walletOf(caller).stream()
                .flatMap(wallet -> wallets.state(wallet.toString()).newestFirst().stream())
                .filter(booking -> booking.status() == BookingStatus.USED && booking.usedHalfHours() > 0)
                .map(booking -> certificate(booking, language))
                .toList();
    }

    private static Certificate certificate(Booking booking, String language) {
        return new Certificate(
                booking.id(),
                "CAREER_GUIDANCE",
                TITLES.getOrDefault(language, ""),
                language,
                Hours.ofHalf(booking.usedHalfHours()),
                booking.bookedAt(),
                Map.of("self", new Link(PATH + "/" + booking.id() + "?language=" + language)));
    }

    private static Link link(int size, int number) {
        return new Link(PATH + "?limit=" + size + "&page=" + number);
    }
}
