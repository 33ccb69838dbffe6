package be.vlaanderen.loopbaankrediet.eligibility.sources;

import be.vlaanderen.loopbaankrediet.eligibility.citizens.Ssin;
import be.vlaanderen.loopbaankrediet.eligibility.entitlement.Source;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Education;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Unreadable;
import be.vlaanderen.loopbaankrediet.eligibility.sources.MagdaReplies.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The Flemish data platform: one SOAP 1.1 question at a time about one person or one enterprise. */
@Singleton
class Magda {

    /** Dimona and the registers before it do not reach further back. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1960, 1, 1);

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int ANSWER_LIMIT = 5 * 1024 * 1024;
    private static final int AT_ONCE = 32; // MAGDA refuses whoever asks too much at once

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);

    /** For all attempts at one question together. */
    private static final Duration BUDGET = Duration.ofSeconds(6);

    private static final Duration WORTH_ASKING = Duration.ofSeconds(1);

    private final Outside outside;
    private final URI url;
    private final String sender;
    private final String capacity;
    private final @Nullable SignedEnvelope signature;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Map<Source, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final LongSupplier nanos = System::nanoTime;

    @Inject
    Magda(
            Outside outside,
            @ConfigProperty(name = "magda.url") URI base,
            @ConfigProperty(name = "magda.sender") String sender,
            @ConfigProperty(name = "magda.capacity") String capacity,
            MagdaKeys keys,
            Clock clock) {
        this.outside = keys.tls() == null ? outside : new Outside(keys.tls());
        this.signature = keys.signature();
        this.url = URI.create(base.toString().replaceAll("/+$", "") + "/api/Magda-02.00/soap/WebService");
        this.sender = escape(sender);
        this.capacity = escape(capacity);
        this.clock = clock;
    }

    List<Work> workRelations(Ssin ssin, LocalDate upTo) throws SourceSilent {
        Operation operation = new Operation(
                Source.WORK_RELATIONS,
                "GeefWerkrelaties",
                "02.00.0000",
                "http://webservice.geefwerkrelatiesdienst-02_00.werk-02_00.vip.vlaanderen.be");
        return ask(
                operation,
                """
                <TypeAntwoord>0</TypeAntwoord>
                <Criteria>
                  <Relatie><Werknemer><INSZ>%s</INSZ></Werknemer></Relatie>
                  <Bron>RSZ</Bron>
                  <Periode><Begin>%s</Begin><Einde>%s</Einde></Periode>
                  <EnkelGestartOfBeeindigd>0</EnkelGestartOfBeeindigd>
                  <SchrappingsIndicatie>0</SchrappingsIndicatie>
                  <InterimIndicatie>0</InterimIndicatie>
                </Criteria>""".formatted(ssin.digits(), FIRST_DAY, upTo),
                content -> MagdaReplies.workRelations(content, ssin.digits()),
                List.of());
    }

    List<Work> selfEmployment(Ssin ssin, LocalDate upTo) throws SourceSilent {
        Operation operation = new Operation(
                Source.SELF_EMPLOYMENT,
                "GeefLoopbaanARZA",
                "02.01.0000",
                "http://webservice.geefloopbaanarzadienst-02_01.werk-02_01.vip.vlaanderen.be");
        return ask(
                operation,
                """
                <Criteria>
                  <INSZ>%s</INSZ>
                  <Periode><Begin>%s</Begin><Einde>%s</Einde></Periode>
                </Criteria>
                <Taal>nl</Taal>""".formatted(ssin.digits(), FIRST_DAY, upTo),
                content -> MagdaReplies.selfEmployment(content, ssin.digits()),
                List.of());
    }

    Education education(Ssin ssin) throws SourceSilent {
        Operation operation = new Operation(
                Source.DIPLOMAS,
                "GeefBewijs",
                "02.00.0000",
                "http://geefbewijs.bewijsraadplegingdienst.led.vlaanderen.be");
        return ask(
                operation,
                "<INSZ>%s</INSZ>".formatted(ssin.digits()),
                content -> MagdaReplies.education(content, ssin.digits()),
                Education.UNKNOWN);
    }

    Region region(Ssin ssin) throws SourceSilent {
        Operation operation = new Operation(
                Source.PERSON,
                "GeefPersoon",
                "02.02.0000",
                "http://magda.vlaanderen.be/persoon/soap/geefpersoon/v02_02");
        return ask(
                operation,
                "<Criteria><INSZ>%s</INSZ></Criteria><Bron>RR</Bron><Taal>nl</Taal>".formatted(ssin.digits()),
                content -> MagdaReplies.region(content, ssin.digits()),
                Region.UNKNOWN);
    }

    boolean enterpriseInFlandersOrBrussels(String enterprise, LocalDate on) throws SourceSilent {
        Operation operation = new Operation(
                Source.ENTERPRISES,
                "GeefOnderneming",
                "02.00.0000",
                "http://webservice.geefondernemingdienst-02_00.onderneming-02_00.vip.vlaanderen.be");
        return ask(operation, """
                <Criteria>
                  <Ondernemingsnummer>%s</Ondernemingsnummer>
                  <Basisgegevens>1</Basisgegevens>
                  <Rechtstoestanden>0</Rechtstoestanden>
                  <Vestigingen><Aanduiding>1</Aanduiding><Details>1</Details></Vestigingen>
                  <Omschrijvingen><Aanduiding>0</Aanduiding></Omschrijvingen>
                  <Datums><Periode><Begin>%s</Begin><Einde>%s</Einde></Periode></Datums>
                </Criteria>
                <Taal>nl</Taal>""".formatted(escape(enterprise), on, on), MagdaReplies::inFlandersOrBrussels, false);
    }

    private record Operation(Source source, String name, String version, String namespace) {}

    @FunctionalInterface
    private interface Reading<T> {
        T read(Xml content) throws Unreadable;
    }

    /** Asks again what fails in passing: a few times, longer apart each time, and within one budget of time. */
    private <T> T ask(Operation operation, String question, Reading<T> reading, T nothingFound) throws SourceSilent {
        CircuitBreaker breaker = breakers.computeIfAbsent(operation.source(), source -> new CircuitBreaker(nanos));
        long deadline = nanos.getAsLong() + BUDGET.toNanos();
        for (int attempt = 1; ; attempt++) {
            if (!breaker.mayAsk()) {
                throw new SourceSilent(operation.source(), "not asked, because it fails all the time");
            }
            try {
                T answer = once(operation, question, reading, nothingFound, left(deadline));
                breaker.answered();
                return answer;
            } catch (SourceSilent silent) {
                if (!silent.passing()) {
                    throw silent;
                }
                breaker.failed();
                Duration pause = pause(attempt);
                if (attempt == ATTEMPTS || left(deadline).minus(pause).compareTo(WORTH_ASKING) < 0) {
                    throw silent;
                }
                rest(operation.source(), pause);
            }
        }
    }

    private <T> T once(Operation operation, String question, Reading<T> reading, T nothingFound, Duration left)
            throws SourceSilent {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(
                        signature == null
                                ? envelope(operation, question)
                                : signature.sign(envelope(operation, question), clock)))
                .build();
        byte[] reply = inPlace(
                operation.source(), request, left.compareTo(Outside.ANSWER_WITHIN) < 0 ? left : Outside.ANSWER_WITHIN);
        try {
            Optional<Xml> content = MagdaReplies.content(reply, operation.name());
            return content.isEmpty() ? nothingFound : reading.read(content.get());
        } catch (Unreadable e) {
            throw new SourceSilent(operation.source(), String.valueOf(e.getMessage()), e.busy());
        }
    }

    private Duration left(long deadline) {
        return Duration.ofNanos(deadline - nanos.getAsLong());
    }

    /** A little different each time, so that all who failed together do not come back together. */
    private static Duration pause(int attempt) {
        long most = FIRST_PAUSE.toMillis() << (attempt - 1);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    private static void rest(Source source, Duration pause) throws SourceSilent {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceSilent(source, "interrupted");
        }
    }

    private byte[] inPlace(Source source, HttpRequest request, Duration within) throws SourceSilent {
        long begun = nanos.getAsLong();
        try {
            if (!places.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SourceSilent(source, "too many questions of our own");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceSilent(source, "interrupted");
        }
        try {
            Duration waited = Duration.ofNanos(nanos.getAsLong() - begun).truncatedTo(ChronoUnit.SECONDS);
            var response = outside.send(source, request, ANSWER_LIMIT, within.minus(waited));
            int status = response.statusCode();
            if (status != 200) {
                throw new SourceSilent(source, "HTTP " + status, status >= 500 || status == 429);
            }
            return response.body();
        } finally {
            places.release();
        }
    }

    private String envelope(Operation operation, String question) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), BRUSSELS).truncatedTo(ChronoUnit.MILLIS);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:web="%s">
                  <soapenv:Header/>
                  <soapenv:Body>
                    <web:%s>
                      <Verzoek>
                        <Context>
                          <Naam>%s</Naam>
                          <Versie>%s</Versie>
                          <Bericht>
                            <Type>VRAAG</Type>
                            <Tijdstip><Datum>%s</Datum><Tijd>%s</Tijd></Tijdstip>
                            <Afzender>
                              <Identificatie>%s</Identificatie>
                              <Referte>%s</Referte>
                              <Hoedanigheid>%s</Hoedanigheid>
                            </Afzender>
                          </Bericht>
                        </Context>
                        <Vragen>
                          <Vraag>
                            <Referte>%s</Referte>
                            <Inhoud>%s</Inhoud>
                          </Vraag>
                        </Vragen>
                      </Verzoek>
                    </web:%s>
                  </soapenv:Body>
                </soapenv:Envelope>
                """.formatted(
                        operation.namespace(),
                        operation.name(),
                        operation.name(),
                        operation.version(),
                        now.toLocalDate(),
                        now.format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS")),
                        sender,
                        UUID.randomUUID(),
                        capacity,
                        UUID.randomUUID(),
                        question,
                        operation.name());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
