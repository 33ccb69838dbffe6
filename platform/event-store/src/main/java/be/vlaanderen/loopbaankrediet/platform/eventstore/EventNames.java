package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pinned name and version of every stored event of a service. A class may be renamed or moved; what is stored may not.
 * Complete by construction: a sealed event without a name, or a name used twice, stops the start.
 */
public final class EventNames {

    /** @param version of the stored form, from 1; an upcaster lifts older ones */
    public record Pinned(String name, int version, Class<?> event) {}

    private final Map<String, Pinned> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Pinned> byClass = new LinkedHashMap<>();

    private EventNames() {}

    public static Pinned pin(String name, int version, Class<?> event) {
        return new Pinned(name, version, event);
    }

    public static EventNames of(Pinned... pinned) {
        return new EventNames().and(Object.class, pinned);
    }

    /** Names for all events of one sealed interface. */
    public static EventNames of(Class<?> sealed, Pinned... pinned) {
        return new EventNames().and(sealed, pinned);
    }

    /** Adds the events of a further aggregate of the same service. */
    public EventNames and(Class<?> sealed, Pinned... pinned) {
        for (Pinned each : pinned) {
            if (byName.putIfAbsent(each.name(), each) != null || byClass.putIfAbsent(each.event(), each) != null) {
                throw new IllegalArgumentException("event pinned twice: " + each);
            }
        }
        Set<Class<?>> missing = new LinkedHashSet<>(leaves(sealed));
        Arrays.stream(pinned).map(Pinned::event).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("events without a pinned name: " + missing);
        }
        return this;
    }

    public List<Class<?>> classes() {
        return List.copyOf(byClass.keySet());
    }

    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    @Nullable Pinned byName(String name) {
        return byName.get(name);
    }

    public @Nullable Pinned byClass(Class<?> event) {
        return byClass.get(event);
    }

    private static Set<Class<?>> leaves(Class<?> sealed) {
        Set<Class<?>> leaves = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        open.add(sealed);
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (next.isSealed()) {
                open.addAll(Arrays.asList(next.getPermittedSubclasses()));
            } else if (next != Object.class) {
                leaves.add(next);
            }
        }
        return leaves;
    }
}
