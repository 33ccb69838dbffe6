package be.vlaanderen.loopbaankrediet.eligibility.entitlement;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent.SourceCorrected;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Facts;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Judgement;
import be.vlaanderen.loopbaankrediet.eligibility.rules.RuleSets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request of a citizen.
 *
 * @param attempts times that a source was silent
 * @param employers pseudonyms of the employers of that day, as far as it is decided (D-50)
 * @param silent the source that did not answer; absent when none was, and once it is decided
 * @param decided the decision that holds; absent while it waits for one
 */
public record Request(
        UUID id,
        LocalDate requestedOn,
        Instant requestedAt,
        List<UUID> employers,
        int attempts,
        @Nullable Source silent,
        @Nullable Decided decided,
        CaseFile file) {

    /** @param at when it was last decided */
    public record Decided(Judgement judgement, List<SourceAsked> sources, Instant at) {}

    public boolean open() {
        return decided == null;
    }

    public boolean entitled() {
        return decided != null && decided.judgement().entitled();
    }

    /** The judgement that holds; only for what was decided. */
    public Judgement judged() {
        return known().judgement();
    }

    /** What an officer decides on: the judgement that holds, or the one by what the sources say now. */
    public Judgement basis() {
        SourceCorrected correction = file.correction();
        return correction == null ? judged() : correction.judgement();
    }

    public List<SourceAsked> newestSources() {
        SourceCorrected correction = file.correction();
        return correction == null ? known().sources() : correction.sources();
    }

    /** By the same rule set, over all that the sources said, all that officers found before, and these findings. */
    public Judgement judgeAgain(Findings findings, boolean reEntrants) {
        return RuleSets.judge(findings.over(Facts.of(basis())), requestedOn, reEntrants);
    }

    private Decided known() {
        if (decided == null) {
            throw new IllegalStateException("request " + id + " is not decided");
        }
        return decided;
    }

    Request postponed(Source source, int attempt) {
        return new Request(id, requestedOn, requestedAt, employers, attempt, source, decided, file);
    }

    Request decided(Judgement judgement, List<SourceAsked> sources, Instant at) {
        return new Request(
                id, requestedOn, requestedAt, employers, attempts, null, new Decided(judgement, sources, at), file);
    }

    Request with(CaseFile changed) {
        return new Request(id, requestedOn, requestedAt, employers, attempts, silent, decided, changed);
    }

    public Request workingFor(@Nullable List<UUID> found) {
        return new Request(
                id,
                requestedOn,
                requestedAt,
                found == null ? List.of() : List.copyOf(found),
                attempts,
                silent,
                decided,
                file);
    }
}
