package be.vlaanderen.loopbaankrediet.sessionclaims.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a complaint (MR 4.7). Stored for ever: fields are added, never changed. What people wrote is kept apart. */
public sealed interface ComplaintEvent {

    /** What a complaint is about. */
    enum ComplaintKind {
        /** The right to career guidance: refused, its hours, its price. */
        RIGHT,
        /** The guidance that was given. */
        GUIDANCE
    }

    enum ComplaintOutcome {
        FOUNDED,
        PARTLY_FOUNDED,
        UNFOUNDED
    }

    /** Why it was decided so. */
    enum ComplaintReason {
        GUIDANCE_NOT_GIVEN,
        GUIDANCE_BELOW_STANDARD,
        CONDUCT_OF_COUNSELLOR,
        RIGHT_WRONGLY_DECIDED,
        RULES_WERE_FOLLOWED,
        NOT_SHOWN,
        OTHER
    }

    /** @param counsellor of the booking */
    record ComplaintFiled(
            UUID complaint,
            ComplaintKind kind,
            UUID wallet,
            @Nullable UUID booking,
            @Nullable UUID session,
            @Nullable UUID counsellor,
            Instant at)
            implements ComplaintEvent {}

    record ComplaintAnswered(UUID complaint, UUID counsellor, Instant at) implements ComplaintEvent {}

    /** @param officer who decided: a pseudonym */
    record ComplaintDecided(
            UUID complaint,
            ComplaintKind kind,
            ComplaintOutcome outcome,
            ComplaintReason reasonCode,
            UUID wallet,
            @Nullable UUID booking,
            @Nullable UUID counsellor,
            String officer,
            Instant at)
            implements ComplaintEvent {}
}
