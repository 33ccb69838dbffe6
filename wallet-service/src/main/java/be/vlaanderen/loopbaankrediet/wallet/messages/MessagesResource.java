package be.vlaanderen.loopbaankrediet.wallet.messages;

import be.vlaanderen.loopbaankrediet.platform.web.Caller;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.wallet.outside.Citizens;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A citizen reads what they were told, also when they want no mail. */
@Path("/me/messages")
@RolesAllowed(Roles.CITIZEN)
@RunOnVirtualThread
@Tag(name = "wallet")
public class MessagesResource {

    /** @param mailedAt absent when it was not mailed */
    @Schema(name = "Message")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            String message,
            Kind kind,
            UUID booking,
            String subject,
            String text,
            Instant at,
            @Nullable Instant mailedAt) {}

    /** @param next to give as {@code after} to read on; absent on the last page */
    @Schema(name = "MessageList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Answer> messages, @Nullable String next) {}

    private final Messages messages;
    private final Citizens citizens;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public MessagesResource(Messages messages, Citizens citizens, Caller caller, Clock clock) {
        this.messages = messages;
        this.citizens = citizens;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getMyMessages", summary = "What I was told, newest first")
    @APIResponseSchema(value = Page.class, responseCode = "200", responseDescription = "A page of messages")
    public Page list(
            @QueryParam("after")
                    @Pattern(
                            regexp = "[0-9a-zA-Z-]{0,80}",
                            message = "Neem de waarde van 'next' van de vorige bladzijde.")
                    @Nullable String after,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Pattern(regexp = "[1-9]|[1-9][0-9]|100", message = "Kies een getal van 1 tot en met 100.") String limit) {
        int most = Integer.parseInt(limit);
        String from = after == null || after.isEmpty() ? null : after;
        List<Answer> found = citizens.walletOf(caller).stream()
                .flatMap(wallet -> messages.of(wallet, clock.instant(), from, most + 1).stream())
                .map(note -> new Answer(
                        note.message(),
                        note.kind(),
                        note.booking(),
                        note.kind().subject(),
                        note.kind().text(),
                        note.dueAt(),
                        note.sentAt()))
                .toList();
        List<Answer> page = found.subList(0, Math.min(most, found.size()));
        return new Page(page, found.size() > most ? page.getLast().message() : null);
    }
}
