package be.vlaanderen.loopbaankrediet.acceptance;

import static be.vlaanderen.loopbaankrediet.acceptance.Platform.eventually;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.now;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.person;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.setClock;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.acceptance.Browser.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole story as people live it: in a browser, through the three front ends. */
@ExtendWith(Platform.class)
class FrontEndsStoryTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final List<String> PROOFS =
            List.of("Gelijkstelling van VDAB", "Ordelijk financieel beheer", "Gezonde financiële toestand");

    private static Browser browser;

    @BeforeAll
    static void open() {
        Steps.calmDown();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void from_the_application_of_a_counsellor_to_the_payment_of_a_conversation() {
        tell(Browser.WIDE, Hands.Mouse::new);
    }

    @Test
    void the_same_with_the_keyboard_alone() {
        tell(Browser.WIDE, Hands.Keyboard::new);
    }

    @Test
    void the_same_on_a_phone_of_320_pixels() {
        tell(Browser.NARROW, Hands.Mouse::new);
    }

    @Test
    void the_citizen_s_element_lives_in_the_page_of_somebody_else() {
        String citizen = Steps.entitled().number();
        try (Visit visit = browser.loggedIn("mijn-loopbaankrediet", citizen, Browser.WIDE)) {
            String script = Platform.url("front-ends", "/mijn-loopbaankrediet/element.js");
            visit.page.route(
                    "**/burgerprofiel",
                    route -> route.fulfill(
                            new Route.FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody(
                                            "<!doctype html><html lang=nl><title>Mijn Burgerprofiel</title><h1>Mijn Burgerprofiel</h1><script type=module src='"
                                                    + script
                                                    + "'></script><mijn-loopbaankrediet embedded base='/mijn-loopbaankrediet'></mijn-loopbaankrediet>")));
            visit.page.navigate(Platform.url("front-ends", "/burgerprofiel"));
            visit.holds("U hebt nog");
            visit.holds("Mijn Burgerprofiel");
            assertTrue(
                    visit.page.getByText("een dienst van de Vlaamse overheid").count() == 0, "no frame of its own");
        }
    }

    private static void tell(int width, Function<Page, Hands> by) {
        String name = "Griet " + Numbers.enterprise(); // one that nobody else in the directory has
        String applicant = Numbers.citizen();
        person(
                applicant,
                Map.of(
                        "name",
                        name,
                        "region",
                        "FLANDERS",
                        "enterpriseNumber",
                        Numbers.enterprise(),
                        "periods",
                        List.of()));
        Steps.officer();
        String citizen = Steps.citizen("HIGH", Steps.longCareer()).number();
        try (Somebody counsellor = logsIn("begeleider", applicant, width, by);
                Somebody officer = logsIn("beheer", Steps.OFFICER, width, by);
                Somebody home = logsIn("mijn-loopbaankrediet", citizen, width, by)) {
            counsellor.applies(name);
            officer.approves(name);
            home.asksForTheRight();
            String code = home.booksAndPays(name);
            setClock(now().atZone(BRUSSELS)
                    .toLocalDate()
                    .plusDays(1)
                    .atTime(LocalTime.of(13, 0))
                    .atZone(BRUSSELS)
                    .toInstant());
            counsellor.registers(code);
            home.confirms();
            counsellor.seesThePayment();
            for (Somebody each : List.of(counsellor, officer, home)) {
                each.visit.fits(each.visit.page.url());
                each.visit.isWithoutComplaints(each.visit.page.url());
            }
        }
    }

    private static Somebody logsIn(String front, String number, int width, Function<Page, Hands> by) {
        Visit visit = browser.visit(front, width);
        Hands hands = by.apply(visit.page);
        visit.open("/");
        hands.press("Aanmelden");
        visit.page.waitForURL("**/login/authorize**");
        hands.type("Of met een rijksregisternummer", number);
        hands.press("Aanmelden");
        visit.page.waitForURL(visit.address("") + "**");
        return new Somebody(visit, hands);
    }

    /** Somebody at one of the front ends. */
    private record Somebody(Visit visit, Hands hands) implements AutoCloseable {

        void applies(String name) {
            visit.open("/aanvraag");
            hands.date("Sinds wanneer", LocalDate.of(2015, 5, 5));
            PROOFS.forEach(hands::tick);
            hands.type("Naam", name);
            hands.type("E-mailadres", "griet@voorbeeld.be");
            hands.type("Rekeningnummer", Numbers.iban());
            hands.tick("Ik ben btw-plichtig");
            hands.type("Gemeente of postcode", "9000");
            hands.press("Voeg 9000 Gent toe");
            hands.tick("Nederlands");
            hands.tick("Online");
            hands.tick("Jobdoelwit");
            hands.press("Dien de aanvraag in");
            visit.holds("Uw aanvraag is ingediend");
            for (String proof : PROOFS) {
                hands.choose("Welk bewijs is dit?", proof);
                hands.give(
                        "Bestand",
                        new FilePayload(
                                proof + ".pdf",
                                "application/pdf",
                                "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
                hands.press("Stuur het document");
                visit.holds("Het document " + proof + ".pdf is ontvangen");
            }
            visit.holds("Er ontbreekt niets meer");
        }

        /** The list is by age and without names: the last one is theirs. */
        void approves(String name) {
            visit.open("/kandidaten");
            String newest = visit.page.locator("table a").last().innerText().strip();
            hands.press(newest);
            visit.holds("Aanvraag van " + name);
            hands.press("Keur goed");
            visit.holds("Daarmee is " + name + " geregistreerd");
            hands.press("Keur goed");
            visit.holds("De begeleider is geregistreerd");
        }

        void asksForTheRight() {
            visit.open("/recht");
            hands.press("Vraag mijn recht aan");
            visit.holds("U hebt recht");
            visit.holds("Wat er meetelde");
        }

        /** The code that the citizen gives to the counsellor. */
        String booksAndPays(String counsellor) {
            eventually().untilAsserted(() -> {
                visit.open("/begeleiders?near=Gent&withinKm=10");
                assertTrue(visit.page.getByText(counsellor).first().isVisible());
            });
            hands.press("Boek een blok bij " + counsellor);
            hands.press("Reserveer dit blok");
            hands.press("Ga naar de betaalpagina");
            visit.page.waitForURL("**/checkout/**");
            hands.press("Betalen");
            hands.press("Terug naar de website");
            visit.page.waitForURL(visit.address("") + "**");
            visit.holds("Uw code");
            return visit.page.locator(".code").innerText().strip();
        }

        void registers(String code) {
            visit.open("/registreren");
            hands.type("Code van de burger", code);
            hands.press("Vandaag");
            hands.press("10:00");
            hands.tick("2 uur");
            hands.tick("Online");
            hands.tick("Zingeving");
            hands.press("Registreer het gesprek");
            visit.holds("Het gesprek is geregistreerd");
        }

        void confirms() {
            eventually().untilAsserted(() -> {
                visit.open("/gesprekken");
                assertTrue(visit.page.getByText("Ja, dit klopt").first().isVisible());
            });
            hands.press("Ja, dit klopt");
            visit.holds("U bevestigde het gesprek");
        }

        /** Two hours with VAT. */
        void seesThePayment() {
            eventually().untilAsserted(() -> {
                visit.open("/uitbetalingen");
                assertTrue(visit.page.getByText("217,80").first().isVisible());
            });
        }

        @Override
        public void close() {
            visit.close();
        }
    }
}
