package be.vlaanderen.loopbaankrediet.eligibility.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GoldenCasesTest {

    private static final Path CASES = Path.of("../../shared/cases/eligibility.jsonl");
    private static final ObjectMapper JSON = EventStore.json();

    record Expected(boolean entitled, int hours, int coPaymentPerHourCents, int workedDays, List<Condition> failed) {}

    @TestFactory
    Stream<DynamicTest> every_golden_case_comes_out_as_it_should() throws IOException {
        assumeTrue(Files.exists(CASES), "no golden cases here: " + CASES);
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(CASES)) {
            JsonNode golden = JSON.readTree(line);
            tests.add(DynamicTest.dynamicTest(
                    golden.get("id").asText() + " " + golden.get("what").asText(), () -> check(golden)));
        }
        assertTrue(tests.size() >= 25, "too few cases");
        return tests.stream();
    }

    private static void check(JsonNode golden) throws IOException {
        LocalDate requestedOn = LocalDate.parse(golden.get("requestedOn").asText());
        Facts facts = JSON.treeToValue(golden, Facts.class);
        Judgement judgement = RuleSets.on(requestedOn).orElseThrow().judge(facts, requestedOn);
        assertEquals(
                JSON.treeToValue(golden.get("expect"), Expected.class),
                new Expected(
                        judgement.entitled(),
                        judgement.hours(),
                        judgement.coPaymentPerHourCents(),
                        judgement.workedDays(),
                        judgement.failed()));
    }
}
