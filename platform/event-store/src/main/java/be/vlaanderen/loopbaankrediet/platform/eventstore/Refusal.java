package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.Locale;

/** A reason of the domain to say no; implemented by an enum per aggregate. */
public interface Refusal {

    /** Name of the constant, for example {@code NOT_ENOUGH_CREDIT}. */
    String name();

    /** HTTP status that tells a client what kind of no this is: 403, 404, 409 or 422. */
    int status();

    /** Dutch, for people: what is wrong and what they can do. */
    String detail();

    /** Last part of the problem type: {@code not-enough-credit}. */
    default String problem() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
