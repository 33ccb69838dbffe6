package be.vlaanderen.loopbaankrediet.providerregistry.notifications;

import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.providerregistry.notifications.Notifications.Kind;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.LoggedIn;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import be.vlaanderen.loopbaankrediet.providerregistry.views.QueryParameters;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a counsellor was told, also by mail. */
@Path("/me/messages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.COUNSELLOR)
@Tag(name = "counsellor")
public class MessagesResource {

    private final OutgoingMessages messages;
    private final LoggedIn loggedIn;

    @Inject
    MessagesResource(OutgoingMessages messages, LoggedIn loggedIn) {
        this.messages = messages;
        this.loggedIn = loggedIn;
    }

    /** @param sentAt when it left by mail; absent while it did not */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Message(
            UUID message,
            Kind kind,
            String subject,
            String text,
            Instant madeAt,
            @Nullable Instant sentAt) {

        static Message of(OutgoingMessages.Kept kept) {
            return new Message(
                    kept.message(),
                    kept.kind(),
                    kept.kind().subject(),
                    kept.kind().text(),
                    kept.madeAt(),
                    kept.sentAt());
        }
    }

    /** @param next what to give as {@code after} to read on; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MessagesPage(
            List<Message> messages, @Nullable String next) {}

    @GET
    @Operation(operationId = "getMyMessages", summary = "What the counsellor was told, oldest first")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A parameter has no known value")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public MessagesPage list(
            @QueryParam("after") @Parameter(description = "The `next` of the page before") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 100, usually 20") @Nullable String limit) {
        QueryParameters query = new QueryParameters();
        String from = query.shaped("after", after, Pages.PLACE, "Geef de waarde van 'next' van de vorige bladzijde.");
        int most = query.limit(limit);
        query.check();
        List<OutgoingMessages.Kept> found =
                messages.of(loggedIn.counsellor().counsellor(), from == null ? "" : from, most + 1);
        return new MessagesPage(
                Pages.shown(found, most).stream().map(Message::of).toList(),
                Pages.next(found, most, OutgoingMessages.Kept::place));
    }
}
