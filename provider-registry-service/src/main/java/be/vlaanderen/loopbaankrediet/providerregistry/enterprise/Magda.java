package be.vlaanderen.loopbaankrediet.providerregistry.enterprise;

import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Application.Enterprise;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Flemish data platform, asked by SOAP 1.1 whether an enterprise exists and is active. Bounded in time and size. */
@Singleton
public class Magda {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int ANSWER_LIMIT = 1024 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Optional<URI> url;
    private final String sender;
    private final String capacity;
    private final Clock clock;

    @Inject
    Magda(
            @ConfigProperty(name = "magda.url") Optional<String> base,
            @ConfigProperty(name = "magda.sender") String sender,
            @ConfigProperty(name = "magda.capacity") String capacity,
            Clock clock) {
        this.url = base.map(each -> URI.create(each.replaceAll("/+$", "") + "/api/Magda-02.00/soap/WebService"));
        this.sender = escape(sender);
        this.capacity = escape(capacity);
        this.clock = clock;
    }

    /** Whether there is a MAGDA to ask; without one no application waits for it. */
    public boolean isThere() {
        return url.isPresent();
    }

    Enterprise find(String enterprise) throws MagdaSilent {
        HttpRequest request = HttpRequest.newBuilder(url.orElseThrow())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(envelope(enterprise)))
                .build();
        return EnterpriseReply.read(answer(request), enterprise);
    }

    private byte[] answer(HttpRequest request) throws MagdaSilent {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_LIMIT));
        try {
            HttpResponse<byte[]> response = answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new MagdaSilent("HTTP " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException | ExecutionException e) {
            throw new MagdaSilent("no answer (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagdaSilent("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private String envelope(String enterprise) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Days.BRUSSELS);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
                    xmlns:web="http://webservice.geefondernemingdienst-02_00.onderneming-02_00.vip.vlaanderen.be">
                  <soapenv:Header/>
                  <soapenv:Body>
                    <web:GeefOnderneming>
                      <Verzoek>
                        <Context>
                          <Naam>GeefOnderneming</Naam>
                          <Versie>02.00.0000</Versie>
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
                            <Inhoud>
                              <Criteria>
                                <Ondernemingsnummer>%s</Ondernemingsnummer>
                                <Basisgegevens>1</Basisgegevens>
                                <Rechtstoestanden>0</Rechtstoestanden>
                                <Vestigingen><Aanduiding>0</Aanduiding></Vestigingen>
                                <Omschrijvingen><Aanduiding>0</Aanduiding></Omschrijvingen>
                                <Datums><Periode><Begin>%s</Begin><Einde>%s</Einde></Periode></Datums>
                              </Criteria>
                              <Taal>nl</Taal>
                            </Inhoud>
                          </Vraag>
                        </Vragen>
                      </Verzoek>
                    </web:GeefOnderneming>
                  </soapenv:Body>
                </soapenv:Envelope>
                """.formatted(
                        now.toLocalDate(),
                        now.format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS")),
                        sender,
                        UUID.randomUUID(),
                        capacity,
                        UUID.randomUUID(),
                        escape(enterprise),
                        now.toLocalDate(),
                        now.toLocalDate());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
