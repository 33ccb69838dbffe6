package be.vlaanderen.loopbaankrediet.outsideworld;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this app is called by from outside; a browser may know it by another name than a service. */
@Singleton
public class PublicAddress {

    private final Optional<String> setting;

    @Inject
    public PublicAddress(@ConfigProperty(name = "outside-world.public-url") Optional<String> setting) {
        this.setting = setting.filter(text -> !text.isBlank());
    }

    /** Absolute address of a path, as set or as the caller called us. */
    public String of(UriInfo uri, String path) {
        String base = setting.orElseGet(() -> uri.getBaseUri().toString());
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
