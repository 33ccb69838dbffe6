package be.vlaanderen.loopbaankrediet.eligibility.sources;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;

/** A source did not answer, or not in a way that can be read. Its message is fit for logs: it never holds a piece of the answer. */
public final class SourceSilent extends Exception {

    private static final long serialVersionUID = 1L;

    private final Source source;
    private final boolean passing;

    SourceSilent(Source source, String why) {
        this(source, why, false);
    }

    /** @param passing it may answer when asked again soon */
    SourceSilent(Source source, String why, boolean passing) {
        super(source + ": " + why, null, false, false);
        this.source = source;
        this.passing = passing;
    }

    boolean passing() {
        return passing;
    }

    public Source source() {
        return source;
    }
}
