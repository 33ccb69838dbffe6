package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.AgreementRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SurveyAnswered;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What counsellor and citizen agreed and finished in a block; none of it is a condition for payment (D-41).
 *
 * @param surveyedAt of the first answer; it can be changed for a while
 * @param survey the last answer
 */
public record Guidance(
        @Nullable AgreementRecorded agreement,
        @Nullable Instant acceptedAt,
        @Nullable Instant planHandedOverAt,
        @Nullable Instant planAttestedAt,
        @Nullable Instant completedAt,
        @Nullable Instant surveyedAt,
        @Nullable SurveyAnswered survey) {

    /** D-43: so long after the first answer the survey can be changed. */
    public static final Duration TIME_TO_CHANGE_SURVEY = Duration.ofDays(30);

    static final Guidance NONE = new Guidance(null, null, null, null, null, null, null);

    /** Null when not answered yet. */
    public @Nullable Instant surveyChangeableBefore() {
        return surveyedAt == null ? null : surveyedAt.plus(TIME_TO_CHANGE_SURVEY);
    }

    Guidance agreed(AgreementRecorded recorded) {
        return new Guidance(recorded, null, planHandedOverAt, planAttestedAt, completedAt, surveyedAt, survey);
    }

    Guidance accepted(Instant at) {
        return new Guidance(agreement, at, planHandedOverAt, planAttestedAt, completedAt, surveyedAt, survey);
    }

    Guidance planHandedOver(Instant at) {
        return new Guidance(agreement, acceptedAt, at, planAttestedAt, completedAt, surveyedAt, survey);
    }

    Guidance planAttested(Instant at) {
        return new Guidance(agreement, acceptedAt, planHandedOverAt, at, completedAt, surveyedAt, survey);
    }

    Guidance completed(Instant at) {
        return new Guidance(agreement, acceptedAt, planHandedOverAt, planAttestedAt, at, surveyedAt, survey);
    }

    Guidance surveyed(SurveyAnswered answer) {
        return new Guidance(
                agreement,
                acceptedAt,
                planHandedOverAt,
                planAttestedAt,
                completedAt,
                surveyedAt == null ? answer.at() : surveyedAt,
                answer);
    }
}
