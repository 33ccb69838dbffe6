package be.vlaanderen.loopbaankrediet.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One history: a list of steps, each with its own chance. The same seed is the same history, on every machine.
 *
 * @param begin draws the people, the budget and the day on which it begins
 * @param edition of what people and the outside do: a seed that once broke a promise stays that history when more comes
 */
record History(long begin, int edition, List<Step> steps) {

    /** @param calm nothing goes wrong in this step */
    record Step(long chance, boolean calm) {
        Step calmed() {
            return new Step(chance, true);
        }
    }

    /**
     * @param broken null when every promise was kept
     * @param kinds of events that were stored
     */
    record Outcome(@Nullable Violation broken, Map<Fault, Long> faults, Set<Class<?>> kinds) {}

    private static final Instant FIRST = Instant.parse("2027-01-04T09:00:00Z");
    private static final int MOST_RUNS_TO_SHORTEN = 600;

    static History of(long seed, int steps) {
        return of(seed, steps, Actions.NEWEST);
    }

    static History of(long seed, int steps, int edition) {
        SplittableRandom random = new SplittableRandom(seed);
        long begin = random.nextLong();
        List<Step> list = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            list.add(new Step(random.nextLong(), false));
        }
        return new History(begin, edition, list);
    }

    /** @param off guards that are switched off */
    Outcome run(Set<Guard> off, @Nullable List<String> story) {
        SplittableRandom day = new SplittableRandom(begin);
        World world = new World(FIRST.plus(Duration.ofDays(day.nextInt(340))), off, story);
        try {
            world.begins(begin, true);
            Actions.begin(world);
            Actions people = new Actions(world, edition);
            people.moreToBeginWith();
            people.past();
            for (Step step : steps) {
                world.begins(step.chance(), step.calm());
                people.step();
            }
            world.tell(world.now() + "  everything settles");
            new Settling(world).run();
            world.promises().settled();
            return new Outcome(null, world.faults(), world.kindsOfEvents());
        } catch (Violation broken) {
            return new Outcome(broken, world.faults(), world.kindsOfEvents());
        }
    }

    /** Leaves out steps, then faults, as long as the same promise stays broken. */
    History shortened(Set<Guard> off, String promise) {
        History shortest = this;
        int runs = 0;
        for (int piece = Math.max(1, steps.size() / 2); piece >= 1; piece /= 2) {
            int from = 0;
            while (from < shortest.steps.size() && runs++ < MOST_RUNS_TO_SHORTEN) {
                List<Step> fewer = new ArrayList<>(shortest.steps.subList(0, from));
                fewer.addAll(
                        shortest.steps.subList(Math.min(from + piece, shortest.steps.size()), shortest.steps.size()));
                History candidate = new History(begin, edition, fewer);
                if (candidate.breaks(off, promise)) {
                    shortest = candidate;
                } else {
                    from += piece;
                }
            }
        }
        for (int i = 0; i < shortest.steps.size(); i++) {
            List<Step> calmer = new ArrayList<>(shortest.steps);
            calmer.set(i, calmer.get(i).calmed());
            History candidate = new History(begin, edition, calmer);
            if (candidate.breaks(off, promise)) {
                shortest = candidate;
            }
        }
        return shortest;
    }

    private boolean breaks(Set<Guard> off, String promise) {
        Violation broken = run(off, null).broken();
        return broken != null && broken.promise().equals(promise);
    }
}
