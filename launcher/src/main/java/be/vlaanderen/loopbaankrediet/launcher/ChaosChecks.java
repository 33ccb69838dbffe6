package be.vlaanderen.loopbaankrediet.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What must be true after everything failed: looked up in the event stores, the topics and the services themselves. */
final class ChaosChecks {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(3);
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);
    private static final Pattern WAITING =
            Pattern.compile("^(events_waiting|messages_waiting|dead_letters)(\\{[^}]*})? (\\S+)$", Pattern.MULTILINE);
    /** Its relay and its dead letters; who follows nobody has no more. */
    private static final int OF_EVERY_SERVICE = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Facts that may be there once for each id. */
    private static final Map<String, String> ONCE = Map.of(
            "BlockReserved", "booking",
            "BlockBooked", "booking",
            "SessionRegistered", "session",
            "SessionConfirmed", "session",
            "PayoutApproved", "payout",
            "PayoutPaid", "payout");

    private record Stored(String id, String stream, String name, JsonNode data) {}

    private final Place place;
    private final Secrets secrets;
    private final Screen screen;
    private final List<String> wrong = new ArrayList<>();

    ChaosChecks(Place place, Secrets secrets, Screen screen) {
        this.place = place;
        this.secrets = secrets;
        this.screen = screen;
    }

    /** What is wrong; empty when all is well. */
    List<String> run(List<ChaosLoad.Acknowledged> acknowledged) {
        try (Http http = new Http(place)) {
            String officer = http.token(officer(http), "officer");
            quiet(http);
            Map<Part, List<Stored>> stores = new TreeMap<>();
            for (Part service : Part.SERVICES) {
                stores.put(service, stored(service));
            }
            everyPromiseIsKept(acknowledged, stores);
            nothingHappenedTwice(stores);
            stores.forEach(this::topicHoldsEveryEvent);
            for (Part service : Part.SERVICES) {
                rebuildEqualsLive(http, service, officer);
            }
            booksBalance(http, officer);
        }
        return wrong;
    }

    private static String officer(Http http) {
        String number = new Numbers(new java.util.Random()).citizen();
        http.put(Part.OUTSIDE_WORLD, "/people/" + number, Http.json(Map.of("officer", true)))
                .expect(200);
        return number;
    }

    /** Until nobody has anything left to do: relays, followers, dead letters. */
    private void quiet(Http http) {
        long end = System.nanoTime() + QUIET_WITHIN.toNanos();
        String waiting = "";
        for (int calm = 0; calm < 5; ) {
            if (System.nanoTime() > end) {
                found("does not come to rest: " + waiting);
                return;
            }
            waiting = waiting(http);
            calm = waiting.isEmpty() ? calm + 1 : 0;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));
        }
        said("nothing is under way any more, no dead letter");
    }

    private static String waiting(Http http) {
        StringBuilder waiting = new StringBuilder();
        for (Part service : Part.SERVICES) {
            Matcher gauge =
                    WAITING.matcher(http.get(service, "/q/metrics", null).body());
            int seen = 0;
            while (gauge.find()) {
                seen++;
                if (Double.parseDouble(gauge.group(3)) != 0) {
                    waiting.append(service.folder())
                            .append(' ')
                            .append(gauge.group())
                            .append("; ");
                }
            }
            if (seen < OF_EVERY_SERVICE) {
                waiting.append(service.folder()).append(" does not tell; ");
            }
        }
        return waiting.toString();
    }

    private List<Stored> stored(Part service) {
        List<Stored> events = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        place.address(Part.POSTGRES) + service.database(),
                        service.database(),
                        secrets.database(service));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT event_id, stream, name, payload FROM event ORDER BY stream, sequence")) {
            while (rows.next()) {
                events.add(new Stored(
                        rows.getString("event_id"),
                        rows.getString("stream"),
                        rows.getString("name"),
                        JSON.readTree(rows.getString("payload"))));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new Trouble("the events of " + service.folder() + " cannot be read", e);
        }
        return events;
    }

    private void everyPromiseIsKept(List<ChaosLoad.Acknowledged> acknowledged, Map<Part, List<Stored>> stores) {
        Map<String, Integer> there = new HashMap<>();
        stores.forEach((service, events) -> events.forEach(event -> event.data()
                .properties()
                .forEach(field -> there.merge(
                        service
                                + event.name()
                                + field.getKey()
                                + field.getValue().asText(),
                        1,
                        Integer::sum))));
        int before = wrong.size();
        for (ChaosLoad.Acknowledged each : acknowledged) {
            int times = there.getOrDefault(each.service() + each.event() + each.field() + each.id(), 0);
            if (times != 1) {
                found(each.service().folder() + " answered well, and has " + each.event() + " of " + each.id() + " "
                        + times + " times");
            }
        }
        if (wrong.size() == before) {
            said("each of the " + acknowledged.size() + " acknowledged commands is in its event store once");
        }
    }

    private void nothingHappenedTwice(Map<Part, List<Stored>> stores) {
        Map<String, Integer> counted = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        int before = wrong.size();
        stores.values().stream().flatMap(List::stream).forEach(event -> {
            String field = ONCE.get(event.name());
            if (field != null) {
                counted.merge(event.name(), 1, Integer::sum);
                if (!seen.add(event.name() + event.data().path(field).asText())) {
                    found(event.name() + " twice for "
                            + event.data().path(field).asText());
                }
            }
        });
        ONCE.keySet().stream()
                .filter(name -> !counted.containsKey(name))
                .forEach(name -> found("no " + name + " at all: nothing was proved about it"));
        if (wrong.size() == before) {
            said("nothing happened twice: " + counted);
        }
    }

    /** A type of event is published or not, whatever it holds; so when one is in the topic, all of them must be. */
    private void topicHoldsEveryEvent(Part service, List<Stored> events) {
        Map<String, Integer> firstPlace = new HashMap<>();
        Map<String, List<String>> ofKey = new LinkedHashMap<>();
        int records = 0;
        for (ConsumerRecord<String, String> record : topic(service)) {
            records++;
            var header = record.headers().lastHeader("ce_id");
            String id = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            if (firstPlace.putIfAbsent(id, firstPlace.size()) == null) {
                ofKey.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(id);
            }
        }
        Set<String> published = new HashSet<>();
        events.stream()
                .filter(event -> firstPlace.containsKey(event.id()))
                .forEach(event -> published.add(event.name()));
        Map<String, List<String>> expected = new LinkedHashMap<>();
        events.stream()
                .filter(event -> published.contains(event.name()))
                .forEach(event -> expected.computeIfAbsent(event.stream(), key -> new ArrayList<>())
                        .add(event.id()));
        int before = wrong.size();
        expected.forEach((stream, ids) -> {
            List<String> found = ofKey.getOrDefault(stream, List.of());
            if (!found.equals(ids)) {
                found(service.topic() + ", key " + stream + ": " + ids.size() + " events, in the topic " + found.size()
                        + (found.size() == ids.size() ? " in another order" : ""));
            }
        });
        if (published.isEmpty()) {
            found(service.topic() + " holds nothing");
        }
        if (wrong.size() == before) {
            said(service.topic() + ": "
                    + expected.values().stream().mapToInt(List::size).sum() + " events of " + published.size()
                    + " types, each there and in order per key (" + records + " records)");
        }
    }

    private List<ConsumerRecord<String, String>> topic(Part service) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", place.address(Part.KAFKA), "group.id", "chaos-" + UUID.randomUUID()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(service.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long giveUp = System.nanoTime() + READ_WITHIN.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > giveUp) {
                    found(service.topic() + " cannot be read to its end");
                    break;
                }
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private void rebuildEqualsLive(Http http, Part service, String officer) {
        JsonNode report = http.post(
                        service, "/" + service.api() + "/v1/admin/rebuild", officer, "{}", Duration.ofMinutes(5))
                .expect(200);
        long differences = 0;
        for (JsonNode view : report.path("views")) {
            differences += view.path("differences").asLong();
        }
        if (differences == 0) {
            said(service.folder() + ": rebuilt from " + report.path("events").asLong() + " events, nothing differs");
        } else {
            found(service.folder() + ": " + differences + " rows differ after a rebuild: " + report.path("views"));
        }
    }

    private void booksBalance(Http http, String officer) {
        JsonNode ledger = http.get(Part.PAYOUT, "/payout/v1/ledger", officer).expect(200);
        if (!ledger.path("balanced").asBoolean()) {
            found("the ledger does not balance: " + ledger);
        }
        JsonNode chain = http.post(Part.PAYOUT, "/payout/v1/ledger/verification", officer, "{}")
                .expect(200);
        if (!chain.path("intact").asBoolean()) {
            found("the chain of the ledger is broken: " + chain);
        }
        JsonNode reconciled =
                http.get(Part.PAYOUT, "/payout/v1/reconciliation", officer).expect(200);
        if (!reconciled.path("differences").isEmpty()) {
            found("claims, files and bank differ: " + reconciled);
        }
        said("ledger " + (ledger.path("balanced").asBoolean() ? "balanced" : "NOT balanced") + ", "
                + chain.path("lines").asLong() + " chained lines, paid "
                + reconciled.at("/paid/payouts").asLong() + " payouts of "
                + reconciled.at("/paid/cents").asLong()
                + " cents");
    }

    private void found(String what) {
        wrong.add(what);
        screen.line("  WRONG " + what);
    }

    private void said(String what) {
        screen.line("  ok    " + what);
    }
}
