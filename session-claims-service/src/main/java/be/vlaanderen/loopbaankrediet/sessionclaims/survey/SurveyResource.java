package be.vlaanderen.loopbaankrediet.sessionclaims.survey;

import static be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal.BLOCK_UNKNOWN;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Roles;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SurveyAnswered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockRefusal;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Guidance;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.survey.AnswerSurvey;
import be.vlaanderen.loopbaankrediet.sessionclaims.outside.LoggedIn;
import be.vlaanderen.loopbaankrediet.sessionclaims.survey.Questions.Question;
import be.vlaanderen.loopbaankrediet.sessionclaims.vault.Vault;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the citizen is asked after a block (MR table 19), and says to it. */
@Path("/me/blocks/{booking}/survey")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.CITIZEN)
@Tag(name = "citizen")
public class SurveyResource {

    private final AggregateStore<Block, BlockEvent> blocks;
    private final Transactions transactions;
    private final Vault vault;
    private final Questions questions;
    private final LoggedIn loggedIn;
    private final Clock clock;

    @Inject
    public SurveyResource(
            AggregateStore<Block, BlockEvent> blocks,
            Transactions transactions,
            Vault vault,
            Questions questions,
            LoggedIn loggedIn,
            Clock clock) {
        this.blocks = blocks;
        this.transactions = transactions;
        this.vault = vault;
        this.questions = questions;
        this.loggedIn = loggedIn;
        this.clock = clock;
    }

    /**
     * @param scores 1 to 10, in the order of the questions
     * @param good what was good; like the other two in own words and not required
     */
    public record Answers(
            @NotNull(message = "Dit is verplicht.") @Size(min = Questions.SCORED, max = Questions.SCORED, message = "Beantwoord de 11 vragen.") List<
                            @NotNull(message = "Laat dit niet leeg.") @Min(value = 1, message = "Kies een getal van 1 tot en met 10.") @Max(value = 10, message = "Kies een getal van 1 tot en met 10.") Integer>
                    scores,

            @NotNull(message = "Dit is verplicht.") Boolean questionAnswered,

            @Size(max = Vault.LONGEST, message = Vault.TOO_LONG) @Pattern(regexp = Vault.FORM, message = Vault.FORM_WRONG) @Nullable String good,

            @Size(max = Vault.LONGEST, message = Vault.TOO_LONG) @Pattern(regexp = Vault.FORM, message = Vault.FORM_WRONG) @Nullable String better,

            @Size(max = Vault.LONGEST, message = Vault.TOO_LONG) @Pattern(regexp = Vault.FORM, message = Vault.FORM_WRONG) @Nullable String suggestions) {}

    /** @param changeableBefore until then the answer can be changed (D-43) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Given(
            List<Integer> scores,
            boolean questionAnswered,
            @Nullable String good,
            @Nullable String better,
            @Nullable String suggestions,
            Instant answeredAt,
            @Nullable Instant changeableBefore) {}

    /**
     * @param given absent until answered
     * @param canAnswer now, for the first time or again
     * @param whyNot when one cannot, in Dutch
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Survey(
            UUID booking,
            List<Question> scored,
            Question answered,
            List<Question> open,
            @Nullable Given given,
            boolean canAnswer,
            @Nullable String whyNot) {}

    @GET
    @Operation(
            operationId = "getSurvey",
            summary = "The questions about a block, what was answered, and until when that can change")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    public Survey get(@PathParam("booking") UUID booking) {
        UUID wallet = wallet();
        Block block = blocks.state(booking.toString());
        BlockOpened opened = block.opened();
        if (opened == null || !opened.wallet().equals(wallet)) {
            throw new RefusedException(BLOCK_UNKNOWN);
        }
        Guidance guidance = block.guidance();
        Refusal whyNot = AnswerSurvey.whyNot(guidance, clock.instant());
        Questions.All all = questions.all();
        return new Survey(
                booking,
                all.scored(),
                all.answered(),
                all.open(),
                given(booking, guidance),
                whyNot == null,
                whyNot == null ? null : whyNot.detail());
    }

    @PUT
    @Operation(operationId = "answerSurvey", summary = "Answer after a block, or change the answer within 30 days")
    @APIResponse(responseCode = "200", description = "Answered")
    @APIResponse(responseCode = "404", description = "block-unknown, also when it is somebody else's")
    @APIResponse(responseCode = "409", description = "guidance-not-completed, or survey-closed")
    public Survey answer(
            @PathParam("booking") UUID booking, @NotNull(message = "Stuur uw antwoorden mee.") @Valid Answers body) {
        AnswerSurvey command =
                new AnswerSurvey(wallet(), List.copyOf(body.scores()), body.questionAnswered(), clock.instant());
        transactions.run(connection -> {
            var unused = blocks.handle(booking.toString(), block -> AnswerSurvey.decide(block, command))
                    .orThrow();
            vault.write(booking, "good", body.good(), command.at());
            vault.write(booking, "better", body.better(), command.at());
            vault.write(booking, "suggestions", body.suggestions(), command.at());
        });
        return get(booking);
    }

    private @Nullable Given given(UUID booking, Guidance guidance) {
        SurveyAnswered last = guidance.survey();
        if (last == null) {
            return null;
        }
        Map<String, String> written = vault.read(booking);
        return new Given(
                last.scores(),
                last.questionAnswered(),
                written.get("good"),
                written.get("better"),
                written.get("suggestions"),
                last.at(),
                guidance.surveyChangeableBefore());
    }

    private UUID wallet() {
        return loggedIn.citizen().orElseThrow(() -> new RefusedException(BlockRefusal.BLOCK_UNKNOWN));
    }
}
