package be.vlaanderen.loopbaankrediet.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.acceptance.Browser.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every screen of the three front ends in every state: as it is, while it waits, without rows, with many rows, and when the service does not
 * answer. Each is accessible, fits a phone, and keeps the content security policy. With {@code -Dscreenshots=<folder>} a picture of each is kept.
 */
@ExtendWith(Platform.class)
class ScreensTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "**/api/**";
    private static final int MANY = 30;
    private static final String UNAVAILABLE =
            "{\"type\":\"urn:problem-type:loopbaankrediet:unavailable\",\"title\":\"Unavailable\",\"status\":503,"
                    + "\"detail\":\"Dit kan nu even niet. Probeer het over een minuut opnieuw.\"}";

    private static Browser browser;
    private static Lives lives;

    /** What a screen shows. */
    enum State {
        AS_IT_IS,
        WITHOUT_ROWS,
        WITH_MANY_ROWS,
        WITHOUT_ANSWER,
        WAITING
    }

    private static void prepare(Visit visit, State state) {
        switch (state) {
            case AS_IT_IS -> {}
            case WITHOUT_ROWS -> answersChanged(visit, ScreensTest::withoutRows);
            case WITH_MANY_ROWS -> answersChanged(visit, ScreensTest::withManyRows);
            case WITHOUT_ANSWER ->
                visit.page.route(
                        API,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(503)
                                .setContentType("application/problem+json")
                                .setBody(UNAVAILABLE)));
            case WAITING -> visit.page.route(API, route -> {});
        }
    }

    @BeforeAll
    static void people_live() {
        Steps.calmDown();
        lives = Lives.lived();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource
    void of_a_citizen(State state) {
        everyScreen("mijn-loopbaankrediet", lives.citizen(), state);
    }

    @ParameterizedTest
    @EnumSource
    void of_a_counsellor(State state) {
        everyScreen("begeleider", lives.counsellor(), state);
    }

    @ParameterizedTest
    @EnumSource
    void of_the_back_office(State state) {
        everyScreen("beheer", lives.officer(), state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mijn-loopbaankrediet", "begeleider", "beheer"})
    void of_who_is_not_logged_in(String front) {
        try (Visit visit = browser.visit(front, Browser.WIDE)) {
            visit.open("/");
            visit.page.getByText("Aanmelden").first().waitFor();
            visit.isAccessible(front);
            visit.isWithoutComplaints(front);
            keep(visit, front, "aanmelden", State.AS_IT_IS, "");
        }
    }

    /** As it is: on a wide screen and on a phone. In the other states on a phone, where there is least room. */
    private static void everyScreen(String front, String person, State state) {
        try (Visit visit = browser.loggedIn(front, person, state == State.AS_IT_IS ? Browser.WIDE : Browser.NARROW)) {
            visit.open("/");
            List<String> routes = routes(visit);
            assertTrue(routes.size() > 5, "few screens: " + routes);
            prepare(visit, state);
            for (String route : routes) {
                String screen = front + " " + route + " " + state;
                show(visit, lives.fill(front, route), state);
                visit.isAccessible(screen);
                keep(visit, front, route, state, "");
                if (state == State.AS_IT_IS) {
                    visit.page.setViewportSize(Browser.NARROW, Browser.HEIGHT);
                    visit.isAccessible(screen + " on a phone");
                    keep(visit, front, route, state, "-smal");
                }
                visit.fits(screen);
                visit.isWithoutComplaints(screen);
                if (state == State.AS_IT_IS) {
                    visit.page.setViewportSize(Browser.WIDE, Browser.HEIGHT);
                }
            }
        }
    }

    /** Goes there as by a link, and waits until the screen has what it shows. */
    private static void show(Visit visit, String hash, State state) {
        visit.page.evaluate("""
                async hash => {
                  const app = document.body.firstElementChild;
                  location.hash = '#/nergens';
                  while (app.place.path !== '/nergens') await new Promise(requestAnimationFrame);
                  await app.updateComplete;
                  location.hash = '#' + hash;
                }""", hash);
        visit.page.waitForFunction("""
                ([path, waiting]) => {
                  const app = document.body.firstElementChild;
                  const screen = app.shadowRoot.querySelector('#screen > *');
                  return app.place?.path === path && screen?.renderRoot?.querySelector('h1') && !screen.isUpdatePending
                    && (waiting || screen.loading === false);
                }""", List.of(hash.replaceFirst("\\?.*", ""), state == State.WAITING));
    }

    /** Asked of the front end itself, so that no screen is forgotten. */
    @SuppressWarnings("unchecked")
    private static List<String> routes(Visit visit) {
        return (List<String>)
                visit.page.evaluate("() => document.body.firstElementChild.routes.map(route => route.path)");
    }

    private static void keep(Visit visit, String front, String route, State state, String how) {
        String folder = System.getProperty("screenshots");
        if (folder == null) {
            return;
        }
        String name =
                route.equals("/") ? "begin" : route.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        String suffix = state == State.AS_IT_IS
                ? how
                : "-" + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        try {
            Path place = Path.of(folder, front);
            Files.createDirectories(place);
            visit.picture(place.resolve(name + suffix + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the service answer, and changes what it answered. */
    private static void answersChanged(Visit visit, UnaryOperator<JsonNode> change) {
        visit.page.route(API, route -> {
            if (!route.request().method().equals("GET")) {
                route.resume();
                return;
            }
            var answer = route.fetch();
            String type = answer.headers().getOrDefault("content-type", "");
            if (answer.status() != 200 || !type.contains("json")) {
                route.fulfill(new Route.FulfillOptions().setResponse(answer));
                return;
            }
            try {
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(change.apply(JSON.readTree(answer.body())).toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static JsonNode withoutRows(JsonNode answer) {
        lists(answer).values().forEach(ArrayNode::removeAll);
        if (answer instanceof ObjectNode object && object.path("next").isTextual()) {
            object.remove("next");
        }
        return answer;
    }

    private static JsonNode withManyRows(JsonNode answer) {
        for (ArrayNode list : lists(answer).values()) {
            for (int i = 0; !list.isEmpty() && list.get(0).isObject() && list.size() < MANY; i++) {
                list.add(list.get(i).deepCopy());
            }
        }
        return answer;
    }

    private static Map<String, ArrayNode> lists(JsonNode answer) {
        Map<String, ArrayNode> lists = new TreeMap<>();
        if (answer instanceof ObjectNode object) {
            object.propertyStream()
                    .filter(member -> member.getValue().isArray())
                    .forEach(member -> lists.put(member.getKey(), (ArrayNode) member.getValue()));
        }
        return lists;
    }
}
