package be.vlaanderen.loopbaankrediet.eligibility.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sources can fail, and what they are asked, over a real connection. */
class OutsideTest {

    private static final Ssin PERSON = Ssin.of("87660415376", true).orElseThrow();
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-04T09:00:00Z"), ZoneOffset.UTC);

    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Outside outside = new Outside();
    private HttpServer server;
    private volatile Answer answer;
    private volatile String asked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer.give(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        outside.close();
    }

    @Test
    void a_question_is_what_the_data_platform_expects() throws Exception {
        answer = exchange -> send(exchange, 200, MagdaXml.nothingFound("GeefWerkrelaties"));
        assertEquals(0, magda().workRelations(PERSON, DAY).size());
        Xml question = Xml.read(asked.getBytes(StandardCharsets.UTF_8)).find("Body", "GeefWerkrelaties", "Verzoek");
        assertEquals("GeefWerkrelaties", question.text("Context", "Naam"));
        assertEquals("02.00.0000", question.text("Context", "Versie"));
        assertEquals("VRAAG", question.text("Context", "Bericht", "Type"));
        assertEquals("2027-01-04", question.text("Context", "Bericht", "Tijdstip", "Datum"));
        assertEquals("10:00:00.000", question.text("Context", "Bericht", "Tijdstip", "Tijd"));
        assertEquals("sender & co", question.text("Context", "Bericht", "Afzender", "Identificatie"));
        assertEquals("capacity", question.text("Context", "Bericht", "Afzender", "Hoedanigheid"));
        Xml content = question.find("Vragen", "Vraag", "Inhoud");
        assertEquals("0", content.text("TypeAntwoord"));
        assertEquals("87660415376", content.text("Criteria", "Relatie", "Werknemer", "INSZ"));
        assertEquals("RSZ", content.text("Criteria", "Bron"));
        assertEquals("2027-01-04", content.text("Criteria", "Periode", "Einde"));
    }

    @Test
    void each_question_is_well_formed() throws Exception {
        answer = exchange -> send(exchange, 200, MagdaXml.nothingFound(operation(asked)));
        magda().selfEmployment(PERSON, DAY);
        Xml.read(asked.getBytes(StandardCharsets.UTF_8));
        magda().education(PERSON);
        Xml.read(asked.getBytes(StandardCharsets.UTF_8));
        magda().region(PERSON);
        Xml.read(asked.getBytes(StandardCharsets.UTF_8));
        magda().enterpriseInFlandersOrBrussels("0492<&>", DAY);
        assertEquals(
                "0492<&>",
                Xml.read(asked.getBytes(StandardCharsets.UTF_8))
                        .find("Body", "GeefOnderneming", "Verzoek", "Vragen", "Vraag", "Inhoud")
                        .text("Criteria", "Ondernemingsnummer"));
    }

    @Test
    void an_http_error_is_silence() {
        for (int status : new int[] {301, 400, 404, 500, 503}) {
            answer = exchange -> send(exchange, status, MagdaXml.nothingFound("GeefPersoon"));
            assertEquals("PERSON: HTTP " + status, silent().getMessage());
        }
    }

    @Test
    void a_busy_platform_is_silence() {
        answer = exchange -> send(exchange, 200, MagdaXml.busy("GeefPersoon"));
        assertEquals("PERSON: exception 99995", silent().getMessage());
    }

    @Test
    void what_fails_in_passing_is_asked_again_a_few_times() {
        AtomicInteger times = new AtomicInteger();
        answer = exchange -> {
            times.incrementAndGet();
            send(exchange, 200, MagdaXml.busy("GeefPersoon"));
        };
        assertEquals("PERSON: exception 99995", silent().getMessage());
        assertEquals(3, times.getAndSet(0));
        answer = exchange -> {
            times.incrementAndGet();
            send(exchange, 503, "");
        };
        silent();
        assertEquals(3, times.getAndSet(0));
        answer = exchange -> {
            times.incrementAndGet();
            exchange.close();
        };
        silent();
        assertTrue(times.get() >= 3, "the client itself may try once more too");
    }

    @Test
    void a_platform_that_answers_the_second_time_has_answered() throws SourceSilent {
        AtomicInteger times = new AtomicInteger();
        answer = exchange -> send(
                exchange,
                200,
                times.incrementAndGet() == 1
                        ? MagdaXml.busy("GeefPersoon")
                        : MagdaXml.answer("GeefPersoon", MagdaXml.person("87660415376", "BEL", "44021")));
        assertEquals(Region.FLANDERS, magda().region(PERSON));
        assertEquals(2, times.get());
    }

    @Test
    void what_would_fail_again_is_asked_once() {
        AtomicInteger times = new AtomicInteger();
        for (int status : new int[] {400, 200}) {
            times.set(0);
            answer = exchange -> {
                times.incrementAndGet();
                send(exchange, status, "no xml");
            };
            silent();
            assertEquals(1, times.get());
        }
    }

    @Test
    void a_platform_that_fails_all_the_time_is_left_alone() {
        AtomicInteger times = new AtomicInteger();
        answer = exchange -> {
            times.incrementAndGet();
            send(exchange, 503, "");
        };
        Magda magda = magda();
        for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            assertThrows(SourceSilent.class, () -> magda.region(PERSON));
        }
        assertEquals(CircuitBreaker.FAILURES, times.get());
        assertEquals(
                "PERSON: not asked, because it fails all the time",
                assertThrows(SourceSilent.class, () -> magda.region(PERSON)).getMessage());
    }

    @Test
    void an_answer_that_never_ends_is_silence_after_five_seconds() {
        CountDownLatch done = new CountDownLatch(1);
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            try {
                assertTrue(done.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        long begun = System.nanoTime();
        assertEquals("PERSON: no answer in 5 s", silent().getMessage());
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 8);
        done.countDown();
    }

    @Test
    void an_answer_without_bounds_is_silence() {
        answer = exchange -> send(exchange, 200, "x".repeat(6 * 1024 * 1024));
        assertTrue(silent().getMessage().startsWith("PERSON: no answer ("));
    }

    @Test
    void a_connection_that_is_refused_or_cut_is_silence() throws IOException {
        answer = HttpExchange::close;
        assertEquals(Source.PERSON, silent().source());
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Magda nobody = new Magda(outside, URI.create("http://localhost:" + free), "a", "b", MagdaKeys.NONE, CLOCK);
        assertEquals(
                "PERSON: no answer (ConnectException)",
                assertThrows(SourceSilent.class, () -> nobody.region(PERSON)).getMessage());
    }

    @Test
    void a_file_is_asked_again_and_read_only_when_it_changed() throws SourceSilent {
        AtomicInteger unchanged = new AtomicInteger();
        answer = exchange -> {
            if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
            } else {
                exchange.getResponseHeaders().add("ETag", "\"1\"");
                send(exchange, 200, "\uFEFFssin,usedOn\r\n87660415376,2024-01-01\r\n87660415376,2024-07-01\r\n\r\n");
            }
        };
        Vdab vdab = vdab();
        assertEquals(2, vdab.chequesUsed(PERSON));
        assertEquals(2, vdab.chequesUsed(PERSON));
        assertEquals(1, unchanged.get());
        answer = exchange -> send(exchange, 200, "ssin,usedOn\n");
        assertEquals(0, vdab.chequesUsed(PERSON));
    }

    @Test
    void outplacement_matters_only_while_it_runs() throws SourceSilent {
        answer = exchange ->
                send(exchange, 200, "ssin,from,to\n87660415376,2026-12-01,2027-01-04\n92712385412,2027-01-05,\n");
        Vdab vdab = vdab();
        assertTrue(vdab.outplacement(PERSON, DAY));
        assertEquals(false, vdab.outplacement(PERSON, DAY.plusDays(1)));
        Ssin other = Ssin.of("92712385412", true).orElseThrow();
        assertEquals(false, vdab.outplacement(other, DAY));
        assertTrue(vdab.outplacement(other, DAY.plusDays(1_000)));
    }

    @Test
    void a_file_that_is_not_as_promised_is_silence() {
        for (String file : new String[] {
            "",
            "<html>",
            "ssin;usedOn\n",
            "ssin,usedOn\n8766041537,2024-01-01\n",
            "ssin,usedOn\n87660415376,2024-02-30\n",
            "ssin,usedOn\n87660415376\n",
            "ssin,usedOn\n87660415376,2024-01-01,x\n"
        }) {
            answer = exchange -> send(exchange, 200, file);
            SourceSilent silent = assertThrows(SourceSilent.class, () -> vdab().chequesUsed(PERSON));
            assertEquals(Source.USED_CHEQUES, silent.source());
            assertTrue(!silent.getMessage().contains("8766"), "no piece of the file in a log");
        }
    }

    private SourceSilent silent() {
        return assertThrows(SourceSilent.class, () -> magda().region(PERSON));
    }

    private Magda magda() {
        return new Magda(outside, url(), "sender & co", "capacity", MagdaKeys.NONE, CLOCK);
    }

    private Vdab vdab() {
        return new Vdab(outside, url());
    }

    private URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private static String operation(String question) {
        return question.replaceAll("(?s).*<web:(Geef\\w+)>.*", "$1");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            // who asked has heard enough
        }
    }
}
