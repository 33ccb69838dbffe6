package be.vlaanderen.loopbaankrediet.outsideworld.switches;

import be.vlaanderen.loopbaankrediet.outsideworld.Problem.Issue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The disturbances, or those of them that somebody wants changed: a null says nothing. */
public record Switches(
        @Nullable Disturbance payment,
        @Nullable Disturbance bank,
        @Nullable Busy magda) {

    static final Switches OFF =
            new Switches(new Disturbance(false, 0, 0), new Disturbance(false, 0, 0), new Busy(false, 0));
    private static final int LONGEST_DELAY = 300;
    private static final int MOST_REPEATS = 20;

    /**
     * @param refuse cancelled payment, rejected transfer
     * @param delaySeconds before the notification or file comes
     * @param repeat how many more times it comes
     */
    public record Disturbance(
            @Nullable Boolean refuse,
            @Nullable Integer delaySeconds,
            @Nullable Integer repeat) {

        public boolean refuses() {
            return Boolean.TRUE.equals(refuse);
        }

        public int delay() {
            return delaySeconds == null ? 0 : delaySeconds;
        }

        public int repeats() {
            return repeat == null ? 0 : repeat;
        }

        private Disturbance with(@Nullable Disturbance change) {
            return change == null
                    ? this
                    : new Disturbance(
                            change.refuse == null ? refuse : change.refuse,
                            change.delaySeconds == null ? delaySeconds : change.delaySeconds,
                            change.repeat == null ? repeat : change.repeat);
        }
    }

    /**
     * @param busy every question is answered by "too many simultaneous requests"
     * @param delaySeconds before each answer
     */
    public record Busy(@Nullable Boolean busy, @Nullable Integer delaySeconds) {

        public boolean saysBusy() {
            return Boolean.TRUE.equals(busy);
        }

        public int delay() {
            return delaySeconds == null ? 0 : delaySeconds;
        }

        private Busy with(@Nullable Busy change) {
            return change == null
                    ? this
                    : new Busy(
                            change.busy == null ? busy : change.busy,
                            change.delaySeconds == null ? delaySeconds : change.delaySeconds);
        }
    }

    /** Only what the change speaks of is changed. */
    Switches with(Switches change) {
        return new Switches(
                payment == null ? change.payment : payment.with(change.payment),
                bank == null ? change.bank : bank.with(change.bank),
                magda == null ? change.magda : magda.with(change.magda));
    }

    List<Issue> issues() {
        List<Issue> issues = new ArrayList<>();
        if (payment != null) {
            issues.addAll(issues("payment", payment.delay(), payment.repeats()));
        }
        if (bank != null) {
            issues.addAll(issues("bank", bank.delay(), bank.repeats()));
        }
        if (magda != null) {
            issues.addAll(issues("magda", magda.delay(), 0));
        }
        return issues;
    }

    private static List<Issue> issues(String at, int delay, int repeats) {
        List<Issue> issues = new ArrayList<>();
        if (delay < 0 || delay > LONGEST_DELAY) {
            issues.add(Issue.of("body", at + ".delaySeconds", "Geef 0 tot " + LONGEST_DELAY + " seconden."));
        }
        if (repeats < 0 || repeats > MOST_REPEATS) {
            issues.add(Issue.of("body", at + ".repeat", "Geef 0 tot " + MOST_REPEATS + " herhalingen."));
        }
        return issues;
    }
}
