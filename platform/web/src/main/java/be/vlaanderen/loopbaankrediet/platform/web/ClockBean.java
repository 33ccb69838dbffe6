package be.vlaanderen.loopbaankrediet.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of the service: the machine's, unless a development clock is named. */
@ApplicationScoped
class ClockBean {

    @Produces
    @Singleton
    Clock clock(
            @ConfigProperty(name = "clock.url") Optional<String> url,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        return url.filter(text -> !text.isBlank())
                .<Clock>map(text -> new MovableClock(URI.create(text), service))
                .orElseGet(Clock::systemUTC);
    }
}
