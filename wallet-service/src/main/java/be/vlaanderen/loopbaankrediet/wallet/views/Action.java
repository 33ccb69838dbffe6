package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the citizen can do next, or why not: a front end needs no rule of its own. */
@Schema(name = "Action")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Action(
        @Schema(required = true) Name action,
        @Schema(required = true) boolean possible,

        @Schema(description = "Possible up to this moment") @Nullable Instant until,

        @Schema(description = "Why it is not possible: the code of the refusal that would follow") @Nullable String why,

        @Schema(description = "The same in Dutch, for people") @Nullable String detail) {

    public enum Name {
        /** Book a block. */
        BOOK,
        /** Pay on the open payment page. */
        PAY,
        /** Ask for a new payment page after a stopped payment. */
        NEW_PAYMENT,
        /** Give back the block, or what is left of it. */
        CANCEL
    }

    static Action possible(Name action, @Nullable Instant until) {
        return new Action(action, true, until, null, null);
    }

    static Action impossible(Name action, String why, String detail) {
        return new Action(action, false, null, why, detail);
    }

    /** As the decision itself would answer now; null when there would be nothing to do. */
    static @Nullable Action of(Name action, Decision<?> decision, @Nullable Instant until) {
        return switch (decision) {
            case Decision.Refused<?> refused -> {
                Refusal reason = refused.reason();
                yield impossible(action, reason.problem(), reason.detail());
            }
            case Decision.Events<?> decided -> decided.events().isEmpty() ? null : possible(action, until);
        };
    }
}
