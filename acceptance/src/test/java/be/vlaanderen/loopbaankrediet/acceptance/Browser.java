package be.vlaanderen.loopbaankrediet.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real browser for the front ends: one person logs in at one of them, by the login's own page. Whatever the browser complains about
 * (an error in a script, a breach of the content security policy, a request to somebody else) is kept, and must be nothing: {@link Visit#isWithoutComplaints}.
 */
final class Browser implements AutoCloseable {

    static final int WIDE = 1280;
    static final int NARROW = 320;
    static final int HEIGHT = 900;
    private static final int PATIENCE_MILLIS = 15_000;
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    private static final String AXE = axe();
    private static final String FINDINGS = """
            async rules => {
              const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
              return found.violations.map(each => each.id + ': ' + each.nodes.slice(0, 3).map(node => node.html).join(' '));
            }""";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** The script itself: its wrapper opens a page of its own for every look, which takes longer than the look. */
    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Debian's package, or what {@code CHROMIUM} points to; {@code ./dev test} installs it where it is missing. */
    private static Path installed() {
        return Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium here: './dev test' installs it, or CHROMIUM says where it is."));
    }

    /** Nobody is logged in yet. */
    Visit visit(String front, int width) {
        return new Visit(front, width);
    }

    /** @param person a persona or a citizen number */
    Visit loggedIn(String front, String person, int width) {
        Visit visit = visit(front, width);
        visit.page.navigate(visit.address("aanmelden"));
        visit.page.getByLabel("rijksregisternummer").fill(person);
        visit.page
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Aanmelden").setExact(true))
                .click();
        visit.page.waitForURL(visit.address("") + "**");
        return visit;
    }

    /** One person's window at one front end. */
    final class Visit implements AutoCloseable {
        final Page page;
        private final String front;
        private final BrowserContext context;
        private final List<String> complaints = new ArrayList<>();

        private Visit(String front, int width) {
            this.front = front;
            context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setLocale("nl-BE")
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                    .setViewportSize(width, HEIGHT));
            context.setDefaultTimeout(PATIENCE_MILLIS);
            context.addInitScript(
                    "addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))");
            page = context.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                // a refused call is no fault of the page; the browser tells of it all the same
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    complaints.add(message.text());
                }
            });
            Set<String> ours = Stream.of("front-ends", "outside-world")
                    .map(part -> URI.create(Platform.url(part, "")).getAuthority())
                    .collect(Collectors.toSet());
            page.onRequest(request -> {
                if (!ours.contains(URI.create(request.url()).getAuthority())
                        && !request.url().startsWith("data:")
                        && !request.url().startsWith("blob:")) {
                    complaints.add("asked somebody else: " + request.url());
                }
            });
        }

        String address(String path) {
            return Platform.url("front-ends", "/" + front + "/" + path);
        }

        /** Opens a screen and waits until it has what it shows. */
        void open(String hash) {
            page.navigate(address("#" + hash));
            settled();
        }

        void settled() {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForFunction("() => !document.body.innerText.includes('Even geduld')");
        }

        void holds(String text) {
            page.getByText(text).first().waitFor();
        }

        /** What axe finds (WCAG 2.1 A and AA, and good practice): nothing. */
        void isAccessible(String screen) {
            if (!(boolean) page.evaluate("() => 'axe' in window")) {
                page.evaluate(AXE);
            }
            assertEquals(List.of(), page.evaluate(FINDINGS, RULES), screen);
        }

        /** Nothing sticks out to the right. */
        void fits(String screen) {
            Object tooWide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
            assertEquals(0, ((Number) tooWide).intValue(), screen + " is too wide by so many pixels");
        }

        void isWithoutComplaints(String screen) {
            assertEquals(List.of(), complaints, screen);
        }

        void picture(Path file) {
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
