package be.vlaanderen.loopbaankrediet.sessionclaims.survey;

import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import be.vlaanderen.loopbaankrediet.sessionclaims.survey.SurveyResults.SurveyAverages;
import be.vlaanderen.loopbaankrediet.sessionclaims.survey.SurveyResults.Written;
import be.vlaanderen.loopbaankrediet.sessionclaims.views.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How satisfied citizens are, for counsellors about themselves and for officers about all. */
@Path("/survey-results")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SurveyResultsResource {

    private static final String YEAR = "20[0-9]{2}";
    private static final String YEAR_WRONG = "Geef een jaar, bijvoorbeeld 2027.";

    /** @param next value of {@code after} for the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WrittenList(
            List<Written> answers, @Nullable UUID next) {}

    private final SurveyResults results;
    private final LoggedIn loggedIn;

    @Inject
    public SurveyResultsResource(SurveyResults results, LoggedIn loggedIn) {
        this.results = results;
        this.loggedIn = loggedIn;
    }

    @GET
    @RolesAllowed(Roles.OFFICER)
    @Tag(name = "officer")
    @Operation(
            operationId = "getSurveyResults",
            summary = "Averages of the survey, of all or of one counsellor; from 5 answers on")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A filter has not the right form")
    public SurveyAverages all(
            @QueryParam("counsellor") @Pattern(regexp = Page.ID, message = Page.ID_WRONG) @Nullable String counsellor,
            @QueryParam("year") @Pattern(regexp = YEAR, message = YEAR_WRONG) @Nullable String year) {
        return results.of(Page.id(counsellor), year == null ? null : Integer.valueOf(year));
    }

    @GET
    @Path("/written")
    @RolesAllowed(Roles.OFFICER)
    @Tag(name = "officer")
    @Operation(
            operationId = "getSurveyAnswersInWords",
            summary = "What citizens wrote about a counsellor to the open questions; from 5 answers on, in no order")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "counsellor is missing, or a value has not the right form")
    public WrittenList written(
            @QueryParam("counsellor")
                    @NotNull(message = "Zeg over welke loopbaanbegeleider.") @Pattern(regexp = Page.ID, message = Page.ID_WRONG) String counsellor,
            @QueryParam("after") @Pattern(regexp = Page.ID, message = Page.AFTER_WRONG) @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Pattern(regexp = Page.LIMIT, message = Page.LIMIT_WRONG) String limit) {
        Page<Written> page = results.written(UUID.fromString(counsellor), Page.id(after), Integer.parseInt(limit));
        return new WrittenList(page.items(), page.next());
    }

    @GET
    @Path("/own")
    @RolesAllowed(Roles.COUNSELLOR)
    @Tag(name = "counsellor")
    @Operation(operationId = "getOwnSurveyResults", summary = "Averages of the own surveys; from 5 answers on")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "400", description = "A filter has not the right form")
    @APIResponse(responseCode = "404", description = "counsellor-unknown")
    public SurveyAverages own(@QueryParam("year") @Pattern(regexp = YEAR, message = YEAR_WRONG) @Nullable String year) {
        return results.of(loggedIn.counsellor(), year == null ? null : Integer.valueOf(year));
    }
}
