package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import java.time.Instant;

/** A source that answered, and when it was asked. */
public record SourceAsked(Source source, Instant askedAt) {}
