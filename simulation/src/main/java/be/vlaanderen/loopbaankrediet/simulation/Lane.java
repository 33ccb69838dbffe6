package be.vlaanderen.loopbaankrediet.simulation;

import java.util.ArrayList;
import java.util.List;

/** What waits for one reader under one key, in order; a letter that cannot be handled holds up only its own lane. */
final class Lane {

    /** @param what a message of another service, or an own event for a policy */
    record Letter(String id, String name, Runnable what) {}

    final Service reader;
    final String key;
    final boolean policy;
    /** Not read for a while; nobody knows why. */
    boolean stalled;

    private final List<Letter> letters = new ArrayList<>();
    private int next;
    int attempts;
    String cause = "";

    Lane(Service reader, String key, boolean policy) {
        this.reader = reader;
        this.key = key;
        this.policy = policy;
    }

    boolean waits() {
        return next < letters.size();
    }

    Letter head() {
        return letters.get(next);
    }

    int handled() {
        return next;
    }

    void done() {
        next++;
        attempts = 0;
        cause = "";
    }

    void add(Letter letter) {
        letters.add(letter);
    }

    /** Breaks the order on purpose. */
    void addBefore(Letter letter, int place) {
        letters.add(next + Math.min(place, letters.size() - next), letter);
    }
}
