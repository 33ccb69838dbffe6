package be.vlaanderen.loopbaankrediet.eligibility.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Education;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Unreadable;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Work;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagdaRepliesTest {

    private static final String SSIN = "87660415376";

    @Test
    void a_job_without_an_end_runs_on() throws Unreadable {
        assertEquals(
                List.of(work(PeriodKind.EMPLOYEE, "2015-01-01", null, false)),
                MagdaReplies.workRelations(content(MagdaXml.contracts(MagdaXml.job(SSIN, "2015-01-01", ""))), SSIN));
    }

    @Test
    void a_cancelled_declaration_is_known_as_such() throws Unreadable {
        assertEquals(
                List.of(work(PeriodKind.EMPLOYEE, "2015-01-01", "2016-01-01", true)),
                MagdaReplies.workRelations(
                        content(MagdaXml.contracts(MagdaXml.contract(SSIN, "2015-01-01", "2016-01-01", "OTH", "1"))),
                        SSIN));
    }

    @Test
    void a_trainee_is_in_individual_vocational_training() throws Unreadable {
        assertEquals(
                List.of(work(PeriodKind.IBO, "2015-01-01", null, false)),
                MagdaReplies.workRelations(
                        content(MagdaXml.contracts(MagdaXml.contract(SSIN, "2015-01-01", "", "IVT", "0"))), SSIN));
    }

    @Test
    void an_answer_about_somebody_else_never_counts() {
        Xml jobs = content(MagdaXml.contracts(MagdaXml.job("92712385412", "2015-01-01", "")));
        assertThrows(Unreadable.class, () -> MagdaReplies.workRelations(jobs, SSIN));
        Xml person = content(MagdaXml.person("92712385412", "BEL", "44021"));
        assertThrows(Unreadable.class, () -> MagdaReplies.region(person, SSIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2015-02-30", "15-01-01", "+999999999-01-01", "gisteren", "2015-01-01T00"})
    void a_day_that_is_none_makes_the_reply_unreadable(String day) {
        Xml jobs = content(MagdaXml.contracts(MagdaXml.job(SSIN, day, "")));
        assertThrows(Unreadable.class, () -> MagdaReplies.workRelations(jobs, SSIN));
    }

    @ParameterizedTest
    @CsvSource({"0,LOW", "1,LOW", "2,LOW", "3,MEDIUM", "4,MEDIUM", "5,HIGH", "5B,HIGH", "6,HIGH", "8,HIGH"})
    void isced_gives_the_level(String isced, EducationLevel level) throws Unreadable {
        assertEquals(
                new Education(level, null),
                MagdaReplies.education(content(MagdaXml.proofs(MagdaXml.proof(SSIN, isced, "BEL", ""))), SSIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NBS", "", "9", "hoog"})
    void a_level_that_is_none_is_unknown(String isced) throws Unreadable {
        assertEquals(
                Education.UNKNOWN,
                MagdaReplies.education(content(MagdaXml.proofs(MagdaXml.proof(SSIN, isced, "BEL", ""))), SSIN));
    }

    @Test
    void of_several_proofs_the_highest_counts() throws Unreadable {
        assertEquals(
                new Education(EducationLevel.HIGH, null),
                MagdaReplies.education(
                        content(MagdaXml.proofs(
                                MagdaXml.proof(SSIN, "2", "BEL", ""),
                                MagdaXml.proof(SSIN, "6", "BEL", ""),
                                MagdaXml.proof(SSIN, "NBS", "BEL", ""),
                                MagdaXml.proof(SSIN, "3", "BEL", ""))),
                        SSIN));
    }

    @Test
    void a_foreign_diploma_counts_when_it_is_equivalent() throws Unreadable {
        String no = MagdaXml.proof(SSIN, "6", "BRA", MagdaXml.equivalence("Niet gelijkwaardig"));
        String yes = MagdaXml.proof(SSIN, "6", "BRA", MagdaXml.equivalence("Gelijkwaardig"));
        String silent = MagdaXml.proof(SSIN, "NBS", "BRA", "");
        assertEquals(new Education(EducationLevel.HIGH, false), education(no));
        assertEquals(new Education(EducationLevel.HIGH, null), education(yes));
        assertEquals(Boolean.FALSE, education(silent).recognised());
        assertEquals(new Education(EducationLevel.MEDIUM, null), education(no, MagdaXml.proof(SSIN, "3", "BEL", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "BEL,44021,FLANDERS",
        "BEL,11002,FLANDERS",
        "BEL,23088,FLANDERS",
        "BEL,31005,FLANDERS",
        "BEL,71022,FLANDERS",
        "BEL,21004,BRUSSELS",
        "BEL,25112,WALLONIA",
        "BEL,57096,WALLONIA",
        "BEL,62063,WALLONIA",
        "BEL,92094,WALLONIA",
        "BEL,,UNKNOWN",
        "BEL,x,UNKNOWN",
        "NLD,,EEA",
        "NOR,,EEA",
        "GBR,,OTHER",
        "BRA,,OTHER"
    })
    void the_address_gives_the_region(String country, String municipality, Region region) throws Unreadable {
        assertEquals(
                region,
                MagdaReplies.region(
                        content(MagdaXml.person(SSIN, country, municipality == null ? "" : municipality)), SSIN));
    }

    @Test
    void without_an_address_the_region_is_unknown() throws Unreadable {
        assertEquals(Region.UNKNOWN, MagdaReplies.region(content("<Persoon><Adressen/></Persoon>"), SSIN));
        assertEquals(Region.UNKNOWN, MagdaReplies.region(content(""), SSIN));
    }

    @Test
    void an_enterprise_stands_where_its_seat_or_an_establishment_stands() {
        assertTrue(MagdaReplies.inFlandersOrBrussels(content(MagdaXml.enterprise("21004"))));
        assertFalse(MagdaReplies.inFlandersOrBrussels(content(MagdaXml.enterprise("92094"))));
        assertTrue(MagdaReplies.inFlandersOrBrussels(content("""
                <Onderneming>
                  <Adressen><Adres><Gemeente><NISCode>92094</NISCode></Gemeente><Land><ISOCode>BE</ISOCode></Land></Adres></Adressen>
                  <Vestigingen><Vestiging><Adressen><Adres><Gemeente><NISCode>31005</NISCode></Gemeente></Adres></Adressen></Vestiging></Vestigingen>
                </Onderneming>""")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30001", "40000"})
    void nothing_found_is_an_answer(String code) throws Unreadable {
        String reply = MagdaXml.response(
                "GeefBewijs", "<Antwoorden><Antwoord>" + MagdaXml.exception(code) + "</Antwoord></Antwoorden>");
        assertTrue(MagdaReplies.content(bytes(reply), "GeefBewijs").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99995", "99996", "50", "", "een naam"})
    void any_other_exception_is_no_answer(String code) {
        for (String reply : List.of(
                MagdaXml.response("GeefBewijs", MagdaXml.exception(code)),
                MagdaXml.response(
                        "GeefBewijs",
                        "<Antwoorden><Antwoord>" + MagdaXml.exception(code) + "</Antwoord></Antwoorden>"))) {
            Unreadable e = assertThrows(Unreadable.class, () -> MagdaReplies.content(bytes(reply), "GeefBewijs"));
            assertFalse(String.valueOf(e.getMessage()).contains("naam"), "free text of a source stays out of logs");
        }
    }

    static Stream<String> harmful() {
        String bomb = """
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
                <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]><lolz>&lol3;</lolz>""";
        String file = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + MagdaXml.answer("GeefBewijs", "&x;");
        String remote = "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\">" + MagdaXml.answer("GeefBewijs", "");
        String deep = MagdaXml.answer("GeefBewijs", "<a>".repeat(50_000) + "</a>".repeat(50_000));
        String attributes = MagdaXml.answer("GeefBewijs", "<a %s/>".formatted(manyAttributes()));
        return Stream.of(
                bomb,
                file,
                remote,
                deep,
                attributes,
                "",
                "geen xml",
                "<html><body>Onderhoud</body></html>",
                "{}",
                "\0\1\2",
                "<Envelope/>",
                MagdaXml.envelope(""),
                MagdaXml.envelope("<soapenv:Fault xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"/>"),
                MagdaXml.answer("GeefPersoon", ""),
                MagdaXml.response("GeefBewijs", ""),
                MagdaXml.response("GeefBewijs", "<Antwoorden/>"),
                MagdaXml.response("GeefBewijs", "<Antwoorden><Antwoord/></Antwoorden>"),
                MagdaXml.answer("GeefBewijs", "").substring(20),
                MagdaXml.answer("GeefBewijs", "<Bewijzen>"));
    }

    private static String manyAttributes() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            many.append('a').append(i).append("='' ");
        }
        return many.toString();
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void what_is_malformed_or_harmful_is_not_read(String reply) {
        assertThrows(Unreadable.class, () -> MagdaReplies.content(bytes(reply), "GeefBewijs"));
    }

    @Property(tries = 300)
    void whatever_comes_is_read_or_refused(@ForAll byte[] noise, @ForAll String text) {
        for (byte[] reply : List.of(noise, bytes(text), bytes(MagdaXml.answer("GeefBewijs", text)))) {
            try {
                MagdaReplies.content(reply, "GeefBewijs").ifPresent(content -> assertEquals("Inhoud", content.name()));
            } catch (Unreadable expected) {
                assertFalse(String.valueOf(expected.getMessage()).isEmpty());
            }
        }
    }

    private static Education education(String... proofs) throws Unreadable {
        return MagdaReplies.education(content(MagdaXml.proofs(proofs)), SSIN);
    }

    private static Work work(PeriodKind kind, String from, String to, boolean cancelled) {
        return new Work(
                new Period(kind, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), cancelled),
                "0492123758");
    }

    static Xml content(String content) {
        try {
            return MagdaReplies.content(bytes(MagdaXml.answer("Test", content)), "Test")
                    .orElseThrow();
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
