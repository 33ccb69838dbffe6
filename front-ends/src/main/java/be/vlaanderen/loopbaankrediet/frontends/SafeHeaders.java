package be.vlaanderen.loopbaankrediet.frontends;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a browser may do with our pages: run our own scripts, talk to us, and nothing else (CSP level 3). */
@ApplicationScoped
class SafeHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html";
    private static final int BEFORE_ALL = 1_000;

    void register(@Observes Filters filters) {
        filters.register(SafeHeaders::add, BEFORE_ALL);
    }

    private static void add(RoutingContext call) {
        MultiMap headers = call.response().headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        String path = call.request().path();
        if (path.endsWith("/") || path.endsWith(".html")) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        if (path.startsWith("/static/bundle/") || path.endsWith("/element.js")) {
            headers.set(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
                    "*"); // our scripts are public, and another page loads the citizen's element
        }
        call.next();
    }
}
