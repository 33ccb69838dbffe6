package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;

/** The conditions of one scheme; a request is judged by the rule set of the day it was made. */
public interface RuleSet {

    /** Pinned: stored with every decision. */
    String version();

    /** Pure. */
    Judgement judge(Facts facts, LocalDate requestedOn);
}
