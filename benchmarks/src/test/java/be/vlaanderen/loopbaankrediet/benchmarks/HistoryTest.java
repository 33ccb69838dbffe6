package be.vlaanderen.loopbaankrediet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void every_event_of_every_service_has_an_id_and_a_place_of_its_own() throws IOException {
        for (Part service : Options.SERVICES) {
            History history = History.of(service);
            Map<String, Long> shared = new HashMap<>();
            Set<String> ids = new HashSet<>();
            Map<String, Long> next = new HashMap<>();
            for (long number = 0; number < 50; number++) {
                for (History.Row row : history.life(number, shared)) {
                    assertTrue(ids.add(row.id()), () -> "twice: " + row);
                    assertEquals(next.merge(row.stream(), 1L, Long::sum) - 1, row.sequence(), row::toString);
                    assertTrue(new ObjectMapper().readTree(row.payload()).isObject(), row::toString);
                    assertFalse(row.toString().contains("${"), row::toString);
                }
            }
            assertEquals(50L * history.length() + once(service), ids.size());
        }
    }

    private static int once(Part service) {
        return service == Part.PAYOUT ? 2 : 0;
    }

    @Test
    void lives_of_different_citizens_share_no_stream() {
        History history = History.of(Part.WALLET);
        assertFalse(streams(history, 1).stream().anyMatch(streams(history, 2)::contains));
    }

    @Test
    void a_life_can_be_cut_to_its_credit() {
        List<History.Row> rows = History.of(Part.WALLET).only("CreditGranted").life(7, new HashMap<>());
        assertEquals(1, rows.size());
        assertTrue(rows.getFirst().payload().contains(World.citizen(7).toString()));
    }

    private static Set<String> streams(History history, long number) {
        Set<String> streams = new HashSet<>();
        history.life(number, new HashMap<>()).forEach(row -> streams.add(row.stream()));
        return streams;
    }
}
