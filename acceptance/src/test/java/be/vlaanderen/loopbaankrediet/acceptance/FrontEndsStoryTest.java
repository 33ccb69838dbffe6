package be.vlaanderen.loopbaankrediet.acceptance;

import static be.vlaanderen.loopbaankrediet.acceptance.Platform.eventually;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.now;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.passTime;
import static be.vlaanderen.loopbaankrediet.acceptance.Platform.person;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.acceptance.Browser.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole story as people live it: in a browser, through the three front ends. */
@ExtendWith(Platform.class)
class FrontEndsStoryTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String CITIZENS = "mijn-loopbaankrediet";
    private static final String COUNSELLORS = "begeleider";
    private static final String OFFICERS = "beheer";

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
    void from_the_application_of_a_counsellor_to_the_payment_of_a_session() {
        String name = "Griet " + Numbers.enterprise(); // one that nobody else in the directory has
        String counsellor = applicant(name);
        String citizen = entitledNumber();
        try (Visit atWork = browser.loggedIn(COUNSELLORS, counsellor, Browser.WIDE);
                Visit office = officer();
                Visit home = browser.loggedIn(CITIZENS, citizen, Browser.WIDE)) {
            applies(atWork, name);
            approves(office, name);
            asksForTheRight(home);
            String code = booksAndPays(home, name);
            passTime(Duration.ofHours(4));
            registers(atWork, code);
            confirms(home);
            seesThePayment(atWork);
            home.isWithoutComplaints("citizen");
            atWork.isWithoutComplaints("counsellor");
            office.isWithoutComplaints("officer");
        }
    }

    @Test
    void a_citizen_asks_books_and_pays_with_the_keyboard_alone() {
        Steps.Counsellor counsellor = Steps.counsellor(true);
        try (Visit home = browser.loggedIn(CITIZENS, entitledNumber(), Browser.WIDE)) {
            Keyboard keys = new Keyboard(home.page);
            home.open("/");
            keys.press("Mijn recht");
            keys.press("Vraag mijn recht aan");
            home.holds("U hebt recht");
            home.open("/boeken/" + counsellor.id());
            keys.press("Reserveer dit blok");
            keys.press("Ga naar de betaalpagina");
            home.page.waitForURL("**/checkout/**");
            keys.press("Betalen");
            keys.press("Terug naar de website");
            home.page.waitForURL(home.address("") + "**");
            home.holds("Uw code");
            home.isWithoutComplaints("keyboard");
        }
    }

    @Test
    void the_same_on_a_phone_of_320_pixels() {
        String name = "Griet " + Numbers.enterprise();
        String counsellor = applicant(name);
        try (Visit atWork = browser.loggedIn(COUNSELLORS, counsellor, Browser.NARROW);
                Visit office = browser.loggedIn(OFFICERS, officerNumber(), Browser.NARROW);
                Visit home = browser.loggedIn(CITIZENS, entitledNumber(), Browser.NARROW)) {
            applies(atWork, name);
            approves(office, name);
            asksForTheRight(home);
            String code = booksAndPays(home, name);
            passTime(Duration.ofHours(4));
            registers(atWork, code);
            confirms(home);
            for (Visit each : List.of(atWork, office, home)) {
                each.fits(each.page.url());
                each.isWithoutComplaints(each.page.url());
            }
        }
    }

    private static void applies(Visit visit, String name) {
        visit.open("/aanvraag");
        Page page = visit.page;
        page.getByLabel("Sinds wanneer").fill("2015-05-01");
        for (String proof :
                List.of("Gelijkstelling van VDAB", "Ordelijk financieel beheer", "Gezonde financiële toestand")) {
            page.getByLabel(proof).check();
        }
        page.getByLabel("Naam").first().fill(name);
        page.getByLabel("E-mailadres").fill("griet@voorbeeld.be");
        page.getByLabel("Rekeningnummer").fill(Numbers.iban());
        page.getByLabel("Ik ben btw-plichtig").check();
        page.getByLabel("Gemeente of postcode").fill("9000");
        button(page, "Voeg 9000 Gent toe").click();
        page.getByLabel("Nederlands").check();
        page.getByLabel("Online").check();
        page.getByLabel("Jobdoelwit").check();
        button(page, "Dien de aanvraag in").click();
        visit.holds("Uw aanvraag is ingediend");
        for (String proof : List.of("EQUIVALENCE", "FINANCIAL_MANAGEMENT", "FINANCIAL_HEALTH")) {
            page.getByLabel("Welk bewijs is dit?").selectOption(new SelectOption().setValue(proof));
            page.getByLabel("Bestand").setInputFiles(new FilePayload(proof + ".pdf", "application/pdf", pdf()));
            button(page, "document").click();
            visit.holds("Het document " + proof + ".pdf is ontvangen");
        }
        visit.holds("Er ontbreekt niets meer");
    }

    private static void approves(Visit visit, String name) {
        visit.open("/kandidaten");
        visit.page.locator("table a").last().click(); // the list is by age and without names
        visit.holds("Aanvraag van " + name);
        button(visit.page, "Keur goed").first().click();
        button(visit.page, "Keur goed").last().click();
        visit.holds("De begeleider is geregistreerd");
    }

    private static void asksForTheRight(Visit visit) {
        visit.open("/recht");
        button(visit.page, "Vraag mijn recht aan").click();
        visit.holds("U hebt recht");
        visit.holds("Wat er meetelde");
    }

    /** The code that the citizen gives to the counsellor. */
    private static String booksAndPays(Visit visit, String counsellor) {
        eventually().untilAsserted(() -> {
            visit.open("/begeleiders?near=Gent&withinKm=10");
            assertTrue(visit.page.getByText(counsellor).first().isVisible());
        });
        visit.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Boek een blok bij " + counsellor))
                .click();
        button(visit.page, "Reserveer dit blok").click();
        visit.page.getByText("Ga naar de betaalpagina").click();
        button(visit.page, "Betalen").click();
        visit.page.getByText("Terug naar de website").click();
        visit.page.waitForURL(visit.address("") + "**");
        visit.holds("Uw code");
        return visit.page.locator(".code").innerText().strip();
    }

    private static void registers(Visit visit, String code) {
        Instant begin = now().minus(Duration.ofHours(3));
        visit.open("/registreren");
        Page page = visit.page;
        page.getByLabel("Code van de burger").fill(code);
        labelled(page, "Dag").fill(begin.atZone(BRUSSELS).toLocalDate().toString());
        labelled(page, "Begin").fill(DateTimeFormatter.ofPattern("HH:mm").format(begin.atZone(BRUSSELS)));
        labelled(page, "2 uur").check();
        labelled(page, "Online").check();
        labelled(page, "Zingeving").check();
        button(page, "Registreer het gesprek").click();
        visit.holds("geregistreerd");
    }

    private static void confirms(Visit visit) {
        eventually().untilAsserted(() -> {
            visit.open("/gesprekken");
            assertTrue(button(visit.page, "Ja, dit klopt").first().isVisible());
        });
        button(visit.page, "Ja, dit klopt").first().click();
        visit.holds("U bevestigde het gesprek");
    }

    private static void seesThePayment(Visit visit) {
        eventually().untilAsserted(() -> {
            visit.open("/uitbetalingen");
            assertTrue(visit.page.getByText("217,80").first().isVisible());
        });
    }

    private static Locator labelled(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Reaches things by Tab and presses them by Enter, as who has no mouse. */
    private record Keyboard(Page page) {
        private static final int MOST_TABS = 80;

        void press(String label) {
            page.getByText(label).first().waitFor();
            for (int tab = 0; tab < MOST_TABS; tab++) {
                page.keyboard().press("Tab");
                Object focused = page.evaluate("""
                        () => {
                          let at = document.activeElement;
                          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                          return at ? at.innerText ?? at.value ?? '' : '';
                        }""");
                if (String.valueOf(focused).contains(label)) {
                    page.keyboard().press("Enter");
                    return;
                }
            }
            throw new AssertionError("not reached with " + MOST_TABS + " tabs: " + label);
        }
    }

    private static String applicant(String name) {
        String number = Numbers.citizen();
        person(
                number,
                Map.of(
                        "name",
                        name,
                        "region",
                        "FLANDERS",
                        "enterpriseNumber",
                        Numbers.enterprise(),
                        "periods",
                        List.of()));
        return number;
    }

    private static String entitledNumber() {
        return Steps.citizen("HIGH", Steps.longCareer()).number();
    }

    private static Visit officer() {
        return browser.loggedIn(OFFICERS, officerNumber(), Browser.WIDE);
    }

    private static String officerNumber() {
        Steps.officer();
        return Steps.OFFICER;
    }

    private static byte[] pdf() {
        return "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    }
}
