package be.vlaanderen.loopbaankrediet.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same thing measured several times, because a machine is never alone: the middle one counts, and the spread is told. */
final class Rounds {

    private final List<Double> values = new ArrayList<>();

    static Rounds of(double... values) {
        Rounds rounds = new Rounds();
        for (double value : values) {
            rounds.add(value);
        }
        return rounds;
    }

    void add(double value) {
        values.add(value);
    }

    /** The middle one; of an even number the mean of the two in the middle. */
    double median() {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Greatest less least, as a share of the middle one. */
    double spread() {
        List<Double> sorted = sorted();
        double median = median();
        return median == 0 ? 0 : (sorted.getLast() - sorted.getFirst()) / median;
    }

    private List<Double> sorted() {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted;
    }
}
