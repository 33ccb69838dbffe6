package be.vlaanderen.loopbaankrediet.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a service fill its views again from its events, and tells what differs: nothing should. */
@Command(name = "rebuild")
final class RebuildViews implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(9);

    @Parameters(index = "0", paramLabel = "<service>")
    private String service;

    @Override
    public Integer call() {
        Place place = Place.fromEnvironment();
        Part part = Part.named(service);
        if (!part.isService()) {
            throw new Trouble(part.folder() + " has no views to rebuild.");
        }
        Endpoints.demandRunning(place);
        try (Http http = new Http(place)) {
            String officer = http.token(Personas.OFFICER, "officer");
            JsonNode report = http.post(part, "/" + part.api() + "/v1/admin/rebuild", officer, "{}", PATIENCE)
                    .expect(200);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d events in %,d ms, %,d events a second; writers waited %,d ms%n",
                    part.folder(),
                    report.path("events").asLong(),
                    report.path("milliseconds").asLong(),
                    report.path("eventsPerSecond").asLong(),
                    report.path("writersWaitedMs").asLong());
            long differences = 0;
            for (JsonNode view : report.path("views")) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-30s %,10d rows   %,d differences%n",
                        view.path("view").asText(),
                        view.path("rows").asLong(),
                        view.path("differences").asLong());
                differences += view.path("differences").asLong();
            }
            System.out.println(differences == 0 ? "Nothing differs." : "The views did not show what the events say.");
            return differences == 0 ? 0 : 1;
        }
    }
}
