package be.vlaanderen.loopbaankrediet.outsideworld.magda;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.outsideworld.Xml;
import be.vlaanderen.loopbaankrediet.outsideworld.magda.Question.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

@QuarkusTest
class MagdaTest {

    private static final String SSIN = "87660415376";
    private static final String UNKNOWN = "00630300287";
    private static final Path SAMPLES = Path.of("../../shared/data/magda");

    private static void put(String person) {
        given().contentType("application/json")
                .body(person)
                .put("/people/" + SSIN)
                .then()
                .statusCode(200);
    }

    private static void switchMagda(String switches) {
        given().contentType("application/json")
                .body("{\"magda\": " + switches + "}")
                .put("/switches")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void off() {
        switchMagda("{\"busy\": false, \"delaySeconds\": 0}");
    }

    private static String question(Operation operation, String content) {
        return """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header/><soapenv:Body>
                  <web:%1$s xmlns:web="%2$s"><Verzoek>
                    <Context><Naam>%1$s</Naam><Versie>%3$s</Versie><Bericht><Type>VRAAG</Type>
                      <Tijdstip><Datum>2027-01-04</Datum><Tijd>09:00:00.000</Tijd></Tijdstip>
                      <Afzender><Identificatie>loopbaankrediet.be</Identificatie><Referte>m-1</Referte><Hoedanigheid>101</Hoedanigheid></Afzender></Bericht></Context>
                    <Vragen><Vraag><Referte>q-1</Referte><Inhoud>%4$s</Inhoud></Vraag></Vragen>
                  </Verzoek></web:%1$s></soapenv:Body></soapenv:Envelope>""".formatted(operation.name, operation.namespace, operation.version, content);
    }

    private static ValidatableResponse post(String envelope) {
        return given().contentType("text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .body(envelope)
                .post("/api/Magda-02.00/soap/WebService")
                .then();
    }

    /** The reply without its envelope. */
    private static Element ask(Operation operation, String content) throws Exception {
        String reply = post(question(operation, content))
                .statusCode(200)
                .contentType("text/xml")
                .extract()
                .asString();
        Element envelope = Xml.read(reply.getBytes(StandardCharsets.UTF_8));
        return Xml.children(Xml.find(envelope, "Body")).getFirst();
    }

    private static Element about(Operation operation, String ssin) throws Exception {
        return ask(
                operation,
                operation == Operation.WORK_RELATIONS
                        ? "<TypeAntwoord>0</TypeAntwoord><Criteria><Relatie><Werknemer><INSZ>" + ssin
                                + "</INSZ></Werknemer></Relatie></Criteria>"
                        : operation == Operation.PROOFS
                                ? "<INSZ>" + ssin + "</INSZ>"
                                : "<Criteria><INSZ>" + ssin + "</INSZ></Criteria>");
    }

    private static Element content(Element reply) {
        return Xml.find(reply, "Repliek", "Antwoorden", "Antwoord", "Inhoud");
    }

    private static String exception(Element reply) {
        return Xml.text(reply, "Repliek", "Antwoorden", "Antwoord", "Uitzonderingen", "Uitzondering", "Identificatie");
    }

    private static List<Element> contracts(Element reply) {
        return Xml.children(Xml.find(content(reply), "Contracten"), "Contract");
    }

    @Test
    void contracts_tell_of_work_and_of_what_leaves_a_contract_standing() throws Exception {
        put("""
                {"periods": [
                  {"from": "2010-01-01", "to": "2014-12-31", "kind": "EMPLOYEE", "cancelled": true},
                  {"from": "2015-01-01", "to": "2019-12-31", "kind": "IBO"},
                  {"from": "2020-01-01", "kind": "SICKNESS_WITH_CONTRACT"},
                  {"from": "2020-02-01", "kind": "UNEMPLOYMENT"},
                  {"from": "2020-03-01", "kind": "SELF_EMPLOYED"}]}""");
        List<Element> contracts = contracts(about(Operation.WORK_RELATIONS, SSIN));
        assertEquals(3, contracts.size());
        Element cancelled = Xml.find(contracts.get(0), "Aangifte");
        assertEquals("1", Xml.text(cancelled, "Geannuleerd"));
        assertEquals("2010-01-01", Xml.text(cancelled, "PeriodeTijdstip", "Begin", "Datum"));
        assertEquals("2014-12-31", Xml.text(cancelled, "PeriodeTijdstip", "Einde", "Datum"));
        assertEquals("OTH", Xml.text(cancelled, "AardWerknemer"));
        assertEquals("IVT", Xml.text(contracts.get(1), "Aangifte", "AardWerknemer"));
        assertEquals("0", Xml.text(contracts.get(1), "Aangifte", "Geannuleerd"));
        assertEquals(null, Xml.find(contracts.get(2), "Aangifte", "PeriodeTijdstip", "Einde"));
    }

    @Test
    void only_contracts_in_the_period_that_was_asked_about_are_told() throws Exception {
        put("""
                {"periods": [{"from": "2010-01-01", "to": "2014-12-31", "kind": "EMPLOYEE"}, {"from": "2020-01-01", "kind": "EMPLOYEE"}]}""");
        String criteria =
                "<Criteria><Relatie><Werknemer><INSZ>" + SSIN + "</INSZ></Werknemer></Relatie><Bron>RSZ</Bron>"
                        + "<Periode><Begin>%s</Begin><Einde>%s</Einde></Periode></Criteria>";
        assertEquals(
                1,
                contracts(ask(Operation.WORK_RELATIONS, criteria.formatted("2014-12-31", "2019-12-31")))
                        .size());
        assertEquals(
                2,
                contracts(ask(Operation.WORK_RELATIONS, criteria.formatted("1900-01-01", "2020-01-01")))
                        .size());
        assertEquals("30001", exception(ask(Operation.WORK_RELATIONS, criteria.formatted("2015-01-01", "2019-12-31"))));
    }

    @Test
    void the_register_of_the_self_employed_tells_of_them_only() throws Exception {
        put("""
                {"periods": [{"from": "2014-03-01", "kind": "SELF_EMPLOYED"}, {"from": "2010-01-01", "to": "2011-01-01", "kind": "SELF_EMPLOYED"},
                             {"from": "2012-01-01", "kind": "SELF_EMPLOYED", "cancelled": true}, {"from": "2010-01-01", "kind": "EMPLOYEE"}]}""");
        Element trader = Xml.find(content(about(Operation.SELF_EMPLOYMENT, SSIN)), "Zelfstandige");
        List<Element> careers = Xml.children(Xml.find(trader, "Aansluitingen", "Aansluiting", "Loopbanen"), "Loopbaan");
        assertEquals(2, careers.size());
        assertEquals("2014-03-01", Xml.text(careers.get(0), "Periode", "Begin"));
        assertEquals(null, Xml.text(careers.get(0), "Periode", "Einde"));
        assertEquals("2011-01-01", Xml.text(careers.get(1), "Periode", "Einde"));
    }

    private static Element proof() throws Exception {
        return Xml.find(content(about(Operation.PROOFS, SSIN)), "Bewijzen", "Bewijs");
    }

    @Test
    void a_proof_tells_the_level_of_education() throws Exception {
        for (String[] level : new String[][] {{"LOW", "2"}, {"MEDIUM", "3"}, {"HIGH", "6"}}) {
            put("{\"education\": \"" + level[0] + "\"}");
            assertEquals(level[1], Xml.text(proof(), "Afgeleid", "ISCEDNiveau", "Code"));
            assertEquals("BEL", Xml.text(proof(), "Basis", "Land", "Code"));
        }
        for (String unknown : new String[] {"null", "\"UNKNOWN\""}) {
            put("{\"education\": " + unknown + "}");
            assertEquals("40000", exception(about(Operation.PROOFS, SSIN)));
        }
    }

    @Test
    void a_foreign_proof_is_equivalent_or_not() throws Exception {
        for (String[] recognised : new String[][] {{"true", "Gelijkwaardig"}, {"false", "Niet gelijkwaardig"}}) {
            put("{\"education\": \"HIGH\", \"diplomaRecognised\": " + recognised[0] + "}");
            Element basis = Xml.find(proof(), "Basis");
            assertTrue(!"BEL".equals(Xml.text(basis, "Land", "Code")));
            Element last =
                    Xml.children(Xml.find(basis, "BijkomendeInformaties")).getLast();
            assertEquals("Gelijkwaardigheid", Xml.text(last, "Naam"));
            assertEquals(recognised[1], Xml.text(last, "Inhoud"));
        }
    }

    @Test
    void the_main_residence_tells_the_region() throws Exception {
        for (String[] region : new String[][] {
            {"FLANDERS", "BEL", "44021"},
            {"BRUSSELS", "BEL", "21004"},
            {"WALLONIA", "BEL", "92094"},
            {"EEA", "NLD", null},
            {"OTHER", "GBR", null}
        }) {
            put("{\"region\": \"" + region[0] + "\"}");
            Element home =
                    Xml.find(content(about(Operation.PERSON, SSIN)), "Persoon", "Adressen", "Hoofdverblijfplaats");
            assertEquals(region[1], Xml.text(home, "ISOCodeLand"));
            assertEquals(region[2], Xml.text(home, "NISCodeGemeente"));
        }
    }

    private static String seat(String enterprise) throws Exception {
        return Xml.text(content(ofEnterprise(enterprise)), "Onderneming", "Adressen", "Adres", "Gemeente", "NISCode");
    }

    private static Element ofEnterprise(String enterprise) throws Exception {
        return ask(
                Operation.ENTERPRISE,
                "<Criteria><Ondernemingsnummer>" + enterprise + "</Ondernemingsnummer></Criteria>");
    }

    private static String status(String enterprise) throws Exception {
        return Xml.text(content(ofEnterprise(enterprise)), "Onderneming", "StatusKBO", "Code");
    }

    @Test
    void an_enterprise_is_active_until_it_is_put_as_stopped() throws Exception {
        assertEquals("ST", status("0417000723"));
        put("{\"enterpriseNumber\": \"0417001020\"}");
        assertEquals("AC", status("0417001020"));
        for (String[] put : new String[][] {{"true", "ST"}, {"false", "AC"}}) {
            given().contentType("application/json")
                    .body("{\"stopped\": " + put[0] + "}")
                    .put("/enterprises/0417001020")
                    .then()
                    .statusCode(200);
            assertEquals(put[1], status("0417001020"));
        }
        given().get("/enterprises").then().statusCode(200);
    }

    @Test
    void the_seat_of_the_employer_tells_where_somebody_works() throws Exception {
        for (String[] place : new String[][] {
            {"WALLONIA", "true", "44021"},
            {"EEA", "true", "44021"},
            {"WALLONIA", "false", "92094"},
            {"BRUSSELS", "true", "21004"}
        }) {
            put("""
                    {"region": "%s", "worksInFlandersOrBrussels": %s, "periods": [
                      {"from": "2010-01-01", "kind": "EMPLOYEE"}, {"from": "2010-01-01", "kind": "SELF_EMPLOYED"}]}""".formatted(place[0], place[1]));
            String employer = Xml.text(
                    contracts(about(Operation.WORK_RELATIONS, SSIN)).getFirst(),
                    "Relatie",
                    "Werkgever",
                    "Ondernemingsnummer");
            assertEquals(place[2], seat(employer));
            String own =
                    Xml.text(content(about(Operation.SELF_EMPLOYMENT, SSIN)), "Zelfstandige", "Ondernemingsnummer");
            assertEquals(place[2], seat(own));
        }
        put("{\"enterpriseNumber\": \"0417000822\", \"worksInFlandersOrBrussels\": false}");
        assertEquals("92094", seat("0417000822"));
    }

    @Test
    void who_has_an_employer_of_their_own_works_there() throws Exception {
        put("""
                {"employer": "0417000921", "periods": [{"from": "2010-01-01", "kind": "EMPLOYEE"}]}""");
        assertEquals(
                "0417000921",
                Xml.text(
                        contracts(about(Operation.WORK_RELATIONS, SSIN)).getFirst(),
                        "Relatie",
                        "Werkgever",
                        "Ondernemingsnummer"));
        assertEquals("44021", seat("0417000921"));
        put("{\"employer\": null}");
    }

    @Test
    void of_an_unknown_number_nothing_is_found() throws Exception {
        for (Operation operation :
                new Operation[] {Operation.WORK_RELATIONS, Operation.SELF_EMPLOYMENT, Operation.PERSON}) {
            assertEquals("30001", exception(about(operation, UNKNOWN)));
        }
        assertEquals("40000", exception(about(Operation.PROOFS, UNKNOWN)));
        assertEquals(
                "30001",
                exception(ask(
                        Operation.ENTERPRISE,
                        "<Criteria><Ondernemingsnummer>0999999999</Ondernemingsnummer></Criteria>")));
    }

    @Test
    void a_busy_platform_says_so_whatever_is_asked() throws Exception {
        switchMagda("{\"busy\": true}");
        for (Operation operation : Operation.values()) {
            Element reply = ask(
                    operation,
                    "<Criteria><INSZ>" + SSIN
                            + "</INSZ><Ondernemingsnummer>0417000129</Ondernemingsnummer></Criteria>");
            assertEquals("99995", Xml.text(reply, "Repliek", "Uitzonderingen", "Uitzondering", "Identificatie"));
        }
    }

    @Test
    void an_answer_can_be_made_to_take_long() {
        switchMagda("{\"delaySeconds\": 1}");
        long start = System.nanoTime();
        post(question(Operation.PROOFS, "<INSZ>" + UNKNOWN + "</INSZ>")).statusCode(200);
        assertTrue(System.nanoTime() - start >= 1_000_000_000L);
    }

    @Test
    void what_cannot_be_read_is_a_fault_of_the_client() {
        String good = question(Operation.PROOFS, "<INSZ>" + SSIN + "</INSZ>");
        String[] bad = {
            "no xml",
            "",
            "<a/>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + good.replace(SSIN, "&x;"),
            "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]>" + good,
            good.replace("http://geefbewijs", "http://other"),
            good.replace("02.00.0000", "09.00.0000"),
            good.replace("<INSZ>" + SSIN + "</INSZ>", ""),
            good.replace("<Referte>q-1</Referte>", ""),
        };
        for (String envelope : bad) {
            post(envelope)
                    .statusCode(400)
                    .contentType("text/xml")
                    .body(containsString("<faultcode>soapenv:Client</faultcode>"));
        }
        post(good + " ".repeat(70_000)).statusCode(413);
    }

    // The same format as the real platform: same names, same order, nothing of our own.

    @Test
    void replies_have_the_format_of_the_real_ones() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "the replies of the real platform are not here");
        put("""
                {"name": "Davy De Baere", "education": "LOW", "periods": [
                  {"from": "2010-01-01", "to": "2012-01-01", "kind": "EMPLOYEE"}, {"from": "2010-01-01", "to": "2012-01-01", "kind": "SELF_EMPLOYED"}]}""");
        sameFormat("Werk/GeefWerkrelaties/02.00.0000/92712385412.xml", about(Operation.WORK_RELATIONS, SSIN), Set.of());
        sameFormat(
                "Werk/GeefLoopbaanARZA/02.01.0000/54691555728.xml",
                about(Operation.SELF_EMPLOYMENT, SSIN),
                Set.of("PeriodeGelijkgesteld"));
        sameFormat("LED/GeefBewijs/02.00.0000/99651237058.xml", about(Operation.PROOFS, SSIN), Set.of("Gebruiker"));
        sameFormat(
                "Persoon/GeefPersoon/02.02.0000/87660415376.xml",
                about(Operation.PERSON, SSIN),
                Set.of(
                        "Beheerder",
                        "Nationaliteiten",
                        "Plaats",
                        "Aktenummer",
                        "BurgerlijkeStaten",
                        "Identiteitsbewijzen"));
        sameFormat("Werk/GeefWerkrelaties/02.00.0000/notfound.xml", about(Operation.WORK_RELATIONS, UNKNOWN), Set.of());
        sameFormat(
                "Werk/GeefLoopbaanARZA/02.01.0000/notfound.xml", about(Operation.SELF_EMPLOYMENT, UNKNOWN), Set.of());
        sameFormat("LED/GeefBewijs/02.00.0000/notfound.xml", about(Operation.PROOFS, UNKNOWN), Set.of("Gebruiker"));
        switchMagda("{\"busy\": true}");
        sameFormat("Werk/GeefWerkrelaties/02.00.0000/91610100176.xml", about(Operation.WORK_RELATIONS, SSIN), Set.of());
    }

    private static void sameFormat(String sample, Element ours, Set<String> leftOut) throws Exception {
        Element real = Xml.read(Files.readAllBytes(SAMPLES.resolve(sample)));
        assertEquals(real.getNamespaceURI(), ours.getNamespaceURI(), sample);
        List<String> expected = paths(real).stream()
                .filter(path -> Arrays.stream(path.split("/", -1)).noneMatch(leftOut::contains))
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", paths(ours)), sample);
    }

    /** Every path of element names and attributes, in the order in which they first occur. */
    private static List<String> paths(Element root) {
        Set<String> paths = new LinkedHashSet<>();
        collect(root, "", paths);
        return new ArrayList<>(paths);
    }

    private static void collect(Element element, String parent, Set<String> paths) {
        String path = parent + "/" + (element.getNamespaceURI() == null ? "" : "{}") + element.getLocalName();
        paths.add(path);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!attributes.item(i).getNodeName().startsWith("xmlns")) {
                paths.add(path + "/@" + attributes.item(i).getNodeName());
            }
        }
        Xml.children(element).forEach(child -> collect(child, path, paths));
    }
}
