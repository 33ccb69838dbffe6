package be.vlaanderen.loopbaankrediet.wallet.wallet;

import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the time of one block.
 *
 * @param started a session was registered
 * @param sessions half hours of each confirmed session; 0 for one that was taken back
 * @param question how much is not delivered, while that is being asked (D-6, D-90); null otherwise
 * @param gone how often that was asked because the counsellor is gone (D-16, D-94); null when it was not, or not since a session was undone
 * @param lastGivenUpAt the name of the last question; null when there was none
 * @param returnedHalfHours that went back to the wallet undelivered, after guidance had started (D-6)
 * @param restored half hours that were delivered and went back after all, of each clawback (MR 4.7) or refused claim (D-95)
 */
public record Guidance(
        boolean started,
        Map<UUID, Integer> sessions,
        @Nullable Question question,
        @Nullable Gone gone,
        @Nullable Instant lastGivenUpAt,
        int returnedHalfHours,
        Map<UUID, Integer> restored) {

    static final Guidance NONE = new Guidance(false, Map.of(), null, null, null, 0, Map.of());

    /**
     * @param givenUpAt when the block was given up, which names the question
     * @param times that it was asked
     * @param askedAt last
     */
    public record Question(Instant givenUpAt, boolean counsellorGone, int times, Instant askedAt) {

        private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);
        private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
        private static final int DOUBLINGS = 8;

        /** D-91: without an answer it is asked again then, ever less often. */
        public Instant askAgainAt() {
            return askAgainAt(times, askedAt);
        }

        public static Instant askAgainAt(int times, Instant askedAt) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, DOUBLINGS));
            return askedAt.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }

    /** @param at when it was asked last */
    public record Gone(int times, Instant at) {

        static Gone of(BlockGivenUp event) {
            return new Gone(Math.max(1, event.times()), event.at());
        }

        /** D-94: what is taken back or disputed after the answer is free again, so it is asked anew then, ever less often. */
        Instant askAgainAt() {
            return Question.askAgainAt(times, at);
        }
    }

    /** When to ask, because the counsellor is gone, of a block for which that was asked here. */
    public static Instant askGoneAgainAt(BlockGivenUp event) {
        return Gone.of(event).askAgainAt();
    }

    /** It was asked what is not delivered, because the counsellor is gone. */
    public boolean abandoned() {
        return gone != null;
    }

    /** For the how many-th time it is asked because the counsellor is gone; 0 while the last time was too short ago. */
    public int timesToAskGone(Instant at) {
        if (gone == null) {
            return 1;
        }
        return at.isBefore(gone.askAgainAt()) ? 0 : gone.times() + 1;
    }

    /** This moment, or just after the last question: one question has one name. */
    public Instant nameOfQuestion(Instant at) {
        return lastGivenUpAt == null || at.isAfter(lastGivenUpAt) ? at : lastGivenUpAt.plus(Duration.ofMillis(1));
    }

    /** The citizen wants back what is not delivered, and how much that is is being asked. */
    public boolean givingUp() {
        return question != null;
    }

    public int confirmedHalfHours() {
        return sum(sessions);
    }

    public int restoredHalfHours() {
        return sum(restored);
    }

    Guidance start() {
        return new Guidance(true, sessions, question, gone, lastGivenUpAt, returnedHalfHours, restored);
    }

    public Guidance session(UUID session, int halfHours) {
        // a session that is taken back leaves time with a counsellor who may be gone
        return new Guidance(
                started,
                with(sessions, session, halfHours),
                question,
                halfHours > 0 ? gone : null,
                lastGivenUpAt,
                returnedHalfHours,
                restored);
    }

    Guidance giveUp(BlockGivenUp event) {
        return new Guidance(
                started,
                sessions,
                new Question(event.at(), event.counsellorGone(), 1, event.at()),
                event.counsellorGone() ? Gone.of(event) : gone,
                event.at(),
                returnedHalfHours,
                restored);
    }

    Guidance askedAgain(Question again) {
        return new Guidance(started, sessions, again, gone, lastGivenUpAt, returnedHalfHours, restored);
    }

    public Guidance returned(int halfHours) {
        return new Guidance(started, sessions, null, gone, lastGivenUpAt, returnedHalfHours + halfHours, restored);
    }

    public Guidance restored(UUID clawback, int halfHours) {
        return new Guidance(
                started,
                sessions,
                question,
                gone,
                lastGivenUpAt,
                returnedHalfHours,
                with(restored, clawback, halfHours));
    }

    private static int sum(Map<UUID, Integer> halfHours) {
        return halfHours.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<UUID, Integer> with(Map<UUID, Integer> before, UUID id, int halfHours) {
        Map<UUID, Integer> next = new HashMap<>(before);
        next.put(id, halfHours);
        return Collections.unmodifiableMap(next);
    }
}
