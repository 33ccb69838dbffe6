package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AllEvents;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Folds all events of a service into the states of its aggregates, with the classes of that service, and reads the same rows without doing
 * anything with them. Run by {@link Replay} on the class path of the service; prints its figures as one line of JSON.
 */
final class Fold {

    private static final String SELECT =
            "SELECT stream, stream_type, name, version, payload, stored_at FROM event ORDER BY global_index";
    private static final int AT_ONCE = 2_000;

    private final Map<String, Aggregate<Object, Object>> aggregates = new HashMap<>();
    private final EventNames names;

    private Fold(EventNames names, Iterable<Aggregate<Object, Object>> aggregates) {
        this.names = names;
        for (Aggregate<Object, Object> aggregate : aggregates) {
            this.aggregates.put(aggregate.name(), aggregate);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Fold fold = of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Map<String, String> settings = System.getenv();
        try (Connection connection = DriverManager.getConnection(
                settings.get("DB_URL"), settings.get("DB_USER"), settings.get("DB_PASSWORD"))) {
            connection.setAutoCommit(false); // or the driver reads all rows at once
            long events = fold.select(connection); // warms up compiler and server
            int streams = fold.fold(connection).size();
            Rounds select = new Rounds();
            Rounds folded = new Rounds();
            Rounds shares = new Rounds(); // of what ran one after the other: the machine changes from minute to minute
            for (int round = 0; round < rounds; round++) {
                long begin = System.nanoTime();
                events = fold.select(connection);
                double selecting = (System.nanoTime() - begin) / 1e9;
                begin = System.nanoTime();
                streams = fold.fold(connection).size();
                double folding = (System.nanoTime() - begin) / 1e9;
                select.add(events / selecting);
                folded.add(events / folding);
                shares.add(selecting / folding);
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "{\"events\":%d,\"streams\":%d,\"select\":%.1f,\"selectSpread\":%.3f,\"fold\":%.1f,\"foldSpread\":%.3f,\"share\":%.3f}",
                    events,
                    streams,
                    select.median(),
                    select.spread(),
                    folded.median(),
                    folded.spread(),
                    shares.median()));
        }
    }

    /** From the one place of wiring of a service: its names, and the aggregates that it makes stores for. */
    @SuppressWarnings("unchecked")
    private static Fold of(String api) throws ReflectiveOperationException {
        String plain = api.replace("-", "");
        StringBuilder camel = new StringBuilder();
        for (String word : api.split("-", -1)) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        Class<?> wiring = Class.forName("be.vlaanderen.loopbaankrediet." + plain + "." + camel + "EventStore");
        Constructor<?> constructor = wiring.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        List<Aggregate<Object, Object>> aggregates = new ArrayList<>();
        EventNames names = null;
        for (Method method : wiring.getDeclaredMethods()) {
            method.setAccessible(true);
            if (method.getReturnType() == EventNames.class) {
                names = (EventNames) method.invoke(instance);
            } else if (method.getReturnType() == AggregateStore.class) {
                Class<?> state =
                        (Class<?>) ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
                aggregates.add(
                        (Aggregate<Object, Object>) state.getField("AGGREGATE").get(null));
            }
        }
        if (names == null || aggregates.isEmpty()) {
            throw new IllegalStateException("no names or aggregates in " + wiring);
        }
        return new Fold(names, aggregates);
    }

    private long select(Connection connection) throws SQLException {
        long rows = 0;
        long letters = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet row = statement.executeQuery(SELECT)) {
                while (row.next()) {
                    rows++;
                    letters += row.getString(1).length()
                            + row.getString(3).length()
                            + row.getString(5).length()
                            + row.getString(6).length();
                }
            }
        }
        if (letters < rows) {
            throw new IllegalStateException("rows without content");
        }
        return rows;
    }

    private Map<String, Object> fold(Connection connection) {
        Map<String, Object> states = new HashMap<>();
        AllEvents.Connections one = action -> {
            action.run(connection);
            connection.commit();
        };
        try (AllEvents all = new AllEvents(names, one, 0)) {
            for (List<AllEvents.Numbered> some = all.next(); some != null; some = all.next()) {
                for (AllEvents.Numbered each : some) {
                    Aggregate<Object, Object> aggregate = aggregate(each.type());
                    states.compute(
                            each.event().stream(),
                            (_, before) -> aggregate
                                    .evolve()
                                    .apply(
                                            before == null ? aggregate.empty() : before,
                                            each.event().payload()));
                }
            }
        }
        return states;
    }

    private Aggregate<Object, Object> aggregate(String type) {
        return Objects.requireNonNull(aggregates.get(type), type);
    }
}
