package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspension or withdrawal from its announcement on (BVR art. 18, 19 through MR 4.8).
 *
 * @param answerBy last day to answer
 * @param answer id of the answer, null before there is one
 */
public record Sanction(
        Kind kind, LocalDate answerBy, @Nullable UUID answer, State state) {

    /** What an officer can do about a counsellor (domain 6). */
    public enum Kind {
        /** Only words; needs no answer. */
        WARNING,
        SUSPENSION,
        WITHDRAWAL
    }

    /** How far it is. */
    public enum State {
        OPEN,
        FINAL,
        DROPPED
    }

    /** How the days to answer are counted: those after the day of the announcement. */
    public static final int DAYS_TO_ANSWER = 15;

    /** Whether the counsellor was heard: the answer is there, or the days to give it are over. */
    public boolean isHeard(LocalDate today) {
        return answer != null || today.isAfter(answerBy);
    }

    Sanction answered(UUID given) {
        return new Sanction(kind, answerBy, given, state);
    }

    Sanction in(State next) {
        return new Sanction(kind, answerBy, answer, next);
    }
}
