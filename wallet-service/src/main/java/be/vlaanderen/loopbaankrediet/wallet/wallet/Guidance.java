package be.vlaanderen.loopbaankrediet.wallet.wallet;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What became of the time of one block.
 *
 * @param started a session was registered, so the block can no longer be cancelled as a whole
 * @param sessions half hours of each confirmed session; 0 for one that was taken back
 * @param givingUp the citizen wants back what is not delivered, and how much that is is being asked (D-6)
 * @param abandoned that was asked because the counsellor is gone (D-16)
 * @param returnedHalfHours that went back to the wallet undelivered, after guidance had started (D-6)
 * @param restored half hours that were delivered and went back after all, of each clawback (MR 4.7)
 */
public record Guidance(
        boolean started,
        Map<UUID, Integer> sessions,
        boolean givingUp,
        boolean abandoned,
        int returnedHalfHours,
        Map<UUID, Integer> restored) {

    static final Guidance NONE = new Guidance(false, Map.of(), false, false, 0, Map.of());

    public int confirmedHalfHours() {
        return sum(sessions);
    }

    public int restoredHalfHours() {
        return sum(restored);
    }

    Guidance start() {
        return new Guidance(true, sessions, givingUp, abandoned, returnedHalfHours, restored);
    }

    public Guidance session(UUID session, int halfHours) {
        // a session that is taken back leaves time with a counsellor who may be gone
        return new Guidance(
                started,
                with(sessions, session, halfHours),
                givingUp,
                abandoned && halfHours > 0,
                returnedHalfHours,
                restored);
    }

    Guidance giveUp(boolean counsellorGone) {
        return new Guidance(started, sessions, true, abandoned || counsellorGone, returnedHalfHours, restored);
    }

    public Guidance returned(int halfHours) {
        return new Guidance(started, sessions, false, abandoned, returnedHalfHours + halfHours, restored);
    }

    public Guidance restored(UUID clawback, int halfHours) {
        return new Guidance(
                started, sessions, givingUp, abandoned, returnedHalfHours, with(restored, clawback, halfHours));
    }

    private static int sum(Map<UUID, Integer> halfHours) {
        return halfHours.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<UUID, Integer> with(Map<UUID, Integer> before, UUID id, int halfHours) {
        Map<UUID, Integer> next = new HashMap<>(before);
        next.put(id, halfHours);
        return Map.copyOf(next);
    }
}
