package be.vlaanderen.loopbaankrediet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");

    @Test
    void a_figure_that_reaches_its_target_says_so_in_table_and_json() throws IOException {
        Report report = new Report("book").atLeast("share", 0.61, 0.6).atMost("p99, ms", 12, 10);
        assertTrue(report.table().get(0).endsWith("yes: at least 0.6000"), report.table()::toString);
        assertTrue(report.table().get(1).endsWith("NO: at most 10.00"), report.table()::toString);
        JsonNode json = json(report);
        assertEquals(0.61, json.path("share").asDouble());
        assertTrue(json.path("reached").path("share").asBoolean());
        assertFalse(json.path("reached").path("p99, ms").asBoolean(true));
    }

    @Test
    void a_figure_that_is_no_number_reaches_nothing() {
        assertTrue(new Report("book")
                .atLeast("share", Double.NaN, 0.6)
                .table()
                .getFirst()
                .contains("NO:"));
    }

    @Test
    void what_must_be_so_and_is_not_fails_the_benchmark() {
        Report report = new Report("rush").must("blocks", 3783, 3782).must("errors", 0, 0);
        assertEquals(List.of("blocks is 3783 instead of 3782"), report.broken());
    }

    @Test
    void the_machine_is_described_without_its_name_or_a_path() throws IOException {
        String machine = json(new Report("book")).path("machine").asText();
        assertTrue(machine.contains("cores") && machine.contains("Java"), machine);
        assertFalse(machine.contains("/"), machine);
    }

    @Test
    void results_are_kept_beside_earlier_ones(@TempDir Path folder) throws IOException {
        new Report("read").figure("reads per second", 1).print(folder);
        new Report("read").figure("reads per second", 2).print(folder);
        assertEquals(2, Files.readAllLines(folder.resolve("read.jsonl")).size());
    }

    private static JsonNode json(Report report) throws IOException {
        return new ObjectMapper().readTree(report.json(AT));
    }
}
