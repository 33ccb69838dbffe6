package be.vlaanderen.loopbaankrediet.eligibility.sources;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;

/** A source did not answer, or not in a way that can be read. Its message is fit for logs: it never holds a piece of the answer. */
public final class SourceSilent extends Exception {

    private static final long serialVersionUID = 1L;

    private final Source source;

    SourceSilent(Source source, String why) {
        super(source + ": " + why, null, false, false);
        this.source = source;
    }

    public Source source() {
        return source;
    }
}
