package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory of what was asked for last. Who looks at a wallet looks again within minutes, and then not for a long time: what counts is how
 * lately somebody was here. (Caffeine forgets who came seldom; of a crowd of which each comes three times it forgets everybody between the calls.)
 *
 * <p>There are two generations. What is put or found is in the younger; when that is full it becomes the older, and what was left in that is
 * forgotten. It is a memory and no store: anything may be forgotten at any time, and what is put while the generations change may be lost.
 */
public final class Recent<K, V> {

    private record Generations<K, V>(ConcurrentHashMap<K, V> younger, ConcurrentHashMap<K, V> older) {}

    private final int mostOfEach;
    private volatile Generations<K, V> both = new Generations<>(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    /** @param most are kept; never fewer than the last half of that */
    public Recent(int most) {
        mostOfEach = most / 2;
    }

    public @Nullable V get(K key) {
        Generations<K, V> now = both;
        V found = now.younger().get(key);
        if (found != null) {
            return found;
        }
        V before = now.older().get(key);
        return before == null ? null : merge(key, before, (there, same) -> there);
    }

    public void put(K key, V value) {
        merge(key, value, (there, fresh) -> fresh);
    }

    /**
     * @param which is kept, of what is there and the value
     * @return what is kept
     */
    public V merge(K key, V value, BinaryOperator<V> which) {
        Generations<K, V> now = both;
        V before = now.older().get(key);
        if (before != null) {
            now.younger().putIfAbsent(key, before);
        }
        V kept = now.younger().merge(key, value, which);
        if (isFull()) {
            startAnew();
        }
        return kept;
    }

    private synchronized void startAnew() {
        if (isFull()) { // nobody else did it meanwhile
            both = new Generations<>(new ConcurrentHashMap<>(), both.younger());
        }
    }

    private boolean isFull() {
        return both.younger().mappingCount() >= mostOfEach;
    }
}
