package be.vlaanderen.loopbaankrediet.eligibility.views.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a citizen can use, as it stands beside the others.
 *
 * @param title Dutch name
 * @param right Dutch, what one has a right to
 * @param state what is known here of the right of this citizen
 * @param hours that the right has in all; absent when it has none or that is not known here
 * @param amountCents most that it is worth in a year, or what an hour costs the citizen for the career credit; absent when it depends on the person
 * @param amount Dutch, the same for people
 * @param conditions Dutch
 * @param where Dutch, where to ask for it and use it
 * @param source where this comes from
 * @param lastDay absent while no end is known
 * @param request the request that holds the decision; only for the career credit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Incentive(
        Code code,
        String title,
        String right,
        State state,
        @Nullable Integer hours,
        @Nullable Integer amountCents,
        String amount,
        List<String> conditions,
        String where,
        String source,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable UUID request) {

    public enum Code {
        CAREER_CREDIT,
        TRAINING_VOUCHERS,
        TRAINING_LEAVE,
        TRAINING_CREDIT
    }

    public enum State {
        NOT_REQUESTED,
        PENDING,
        ENTITLED,
        REFUSED,
        /** Somebody else decides on it. */
        NOT_KNOWN_HERE
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }
}
