package be.vlaanderen.loopbaankrediet.eligibility.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Unreadable;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies of the data platform's own mock, where they are at hand. */
class RealRepliesTest {

    private static final Path REPLIES = Path.of("../../shared/data/magda");

    @BeforeEach
    void replies_are_at_hand() {
        assumeTrue(Files.isDirectory(REPLIES), "no real replies here: " + REPLIES);
    }

    @Test
    void work_relations_are_read() throws Exception {
        assertEquals(
                List.of(new Work(period(PeriodKind.EMPLOYEE, "2017-08-05", "2022-01-31"), "0492123758")),
                MagdaReplies.workRelations(
                        read("Werk/GeefWerkrelaties/02.00.0000/87660415376").orElseThrow(), "87660415376"));
        assertEquals(
                List.of(new Work(period(PeriodKind.EMPLOYEE, "2019-02-03", "2022-03-26"), "0484123733")),
                MagdaReplies.workRelations(
                        read("Werk/GeefWerkrelaties/02.00.0000/92712385412").orElseThrow(), "92712385412"));
        assertEquals(
                List.of(new Work(period(PeriodKind.EMPLOYEE, "2019-09-08", "2022-02-28"), "0456123791")),
                MagdaReplies.workRelations(
                        read("Werk/GeefWerkrelaties/02.00.0000/00630300287").orElseThrow(), "00630300287"));
    }

    @Test
    void self_employment_is_read() throws Exception {
        assertEquals(
                List.of(
                        new Work(period(PeriodKind.SELF_EMPLOYED, "2022-03-15", "2022-05-15"), "0556123764"),
                        new Work(period(PeriodKind.SELF_EMPLOYED, "2022-06-01", null), "0556123764")),
                MagdaReplies.selfEmployment(
                        read("Werk/GeefLoopbaanARZA/02.01.0000/92712385412").orElseThrow(), "92712385412"));
        assertEquals(
                List.of(
                        new Work(period(PeriodKind.SELF_EMPLOYED, "2000-04-01", "2020-03-31"), "0500123783"),
                        new Work(period(PeriodKind.SELF_EMPLOYED, "2022-06-01", null), "0500123783")),
                MagdaReplies.selfEmployment(
                        read("Werk/GeefLoopbaanARZA/02.01.0000/54691555728").orElseThrow(), "54691555728"));
        assertTrue(read("Werk/GeefLoopbaanARZA/02.01.0000/87660415376").isPresent());
    }

    @Test
    void a_proof_of_lower_secondary_education_is_low() throws Exception {
        assertEquals(
                EducationLevel.LOW,
                MagdaReplies.education(
                                read("LED/GeefBewijs/02.00.0000/99651237058").orElseThrow(), "99651237058")
                        .level());
    }

    @Test
    void who_lives_in_bruges_lives_in_flanders() throws Exception {
        assertEquals(
                Region.FLANDERS,
                MagdaReplies.region(
                        read("Persoon/GeefPersoon/02.02.0000/87660415376").orElseThrow(), "87660415376"));
    }

    @Test
    void nothing_found_is_an_answer() throws Exception {
        for (String service : List.of(
                "LED/GeefBewijs/02.00.0000", "Werk/GeefWerkrelaties/02.00.0000", "Werk/GeefLoopbaanARZA/02.01.0000")) {
            assertTrue(read(service + "/notfound").isEmpty());
        }
    }

    @Test
    void too_many_simultaneous_requests_is_none() {
        for (String reply :
                List.of("Werk/GeefWerkrelaties/02.00.0000/91610100176", "LED/GeefBewijs/02.00.0000/91610100176")) {
            assertThrows(Unreadable.class, () -> read(reply));
        }
    }

    private static Optional<Xml> read(String reply) throws IOException, Unreadable {
        String operation = reply.split("/", -1)[1];
        String response = Files.readString(REPLIES.resolve(reply + ".xml")).replaceFirst("<\\?xml[^>]*\\?>", "");
        return MagdaReplies.content(MagdaXml.envelope(response).getBytes(StandardCharsets.UTF_8), operation);
    }

    private static Period period(PeriodKind kind, String from, String to) {
        return new Period(kind, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), false);
    }
}
