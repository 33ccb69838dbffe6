package be.vlaanderen.loopbaankrediet.eligibility.rules;

import java.time.LocalDate;

/** The conditions of one scheme; a request is judged by the rule set of the day it was made. */
public interface RuleSet {

    /** Pinned: stored with every decision. */
    String version();

    /** Pure. */
    default Judgement judge(Facts facts, LocalDate requestedOn) {
        return judge(facts, requestedOn, 0);
    }

    /**
     * Pure.
     *
     * @param grantedThisMonth how many were granted already in the month of the request; only matters under a quota
     */
    Judgement judge(Facts facts, LocalDate requestedOn, int grantedThisMonth);

    /** What government pays at most for what was granted: everything is taken up at a provider liable to VAT. Whole cents. */
    long governmentCents(Judgement judgement);
}
