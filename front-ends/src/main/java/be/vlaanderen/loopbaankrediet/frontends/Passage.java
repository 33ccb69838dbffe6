package be.vlaanderen.loopbaankrediet.frontends;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The way from a front end to the public APIs: {@code /beheer/api/payout/v1/batches} is {@code /payout/v1/batches} of payout-service, with the
 * token from the sealed cookie. A call that changes something must come from our own pages.
 */
@ApplicationScoped
class Passage {

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_SECONDS = 60;
    private static final int CONNECTIONS = 100;

    private final Seal seal;
    private final Vertx vertx;
    private final Config config;
    private final Bundle bundles;
    private final String publicUrl;
    private final Map<String, HttpProxy> services = new HashMap<>();

    @Inject
    Passage(
            Seal seal,
            Vertx vertx,
            Config config,
            Bundle bundles,
            @ConfigProperty(name = "public-url") String publicUrl) {
        this.seal = seal;
        this.vertx = vertx;
        this.config = config;
        this.bundles = bundles;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void open(@Observes Router router) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadIdleTimeout(ANSWER_SECONDS)
                .setMaxPoolSize(CONNECTIONS));
        router.route("/" + FrontEnd.CITIZEN.path() + "/element.js")
                .handler(call -> call.redirect(bundles.script(FrontEnd.CITIZEN.path())));
        for (FrontEnd front : FrontEnd.values()) {
            for (String api : new String[] {"eligibility", "wallet", "provider-registry", "session-claims", "payout"}) {
                if (front.mayCall(api)) {
                    HttpProxy service = services.computeIfAbsent(api, name -> service(client, name));
                    router.route(prefix(front) + "/" + api + "/*").handler(call -> pass(call, service));
                }
            }
            router.route("/" + front.path()).handler(call -> page(call, front)); // with or without a slash at the end
        }
    }

    private static void page(RoutingContext call, FrontEnd front) {
        if (call.request().path().endsWith("/")) {
            call.reroute("/" + front.path() + ".html");
        } else {
            call.redirect("/" + front.path() + "/");
        }
    }

    private HttpProxy service(HttpClient client, String api) {
        URI address = URI.create(config.getValue("services." + api, String.class));
        if (!"http".equals(address.getScheme())) {
            throw new IllegalStateException("The address of " + api + " must begin with http://, not be " + address);
        }
        int port = address.getPort() > 0 ? address.getPort() : 80;
        return HttpProxy.reverseProxy(client).origin(port, address.getHost()).addInterceptor(new Token());
    }

    private void pass(RoutingContext call, HttpProxy service) {
        if (!call.normalizedPath().equals(call.request().path())) {
            call.fail(404); // written otherwise than it is read, it could lead past the API
            return;
        }
        if (!HARMLESS.contains(call.request().method())
                && !publicUrl.equals(call.request().getHeader(HttpHeaders.ORIGIN))) {
            call.response()
                    .setStatusCode(403)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(new JsonObject()
                            .put("type", "urn:problem-type:loopbaankrediet:foreign-page")
                            .put("title", "Foreign page")
                            .put("status", 403)
                            .put("detail", "Deze vraag kwam niet van onze eigen pagina. Open de toepassing opnieuw.")
                            .encode());
            return;
        }
        service.handle(call.request());
    }

    private static String prefix(FrontEnd front) {
        return "/" + front.path() + "/api";
    }

    /** Puts the token of the session on the call, and takes off what is ours. */
    private final class Token implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            String uri = request.getURI();
            request.setURI(uri.substring(uri.indexOf("/api/") + "/api".length()));
            String token = token(request.proxiedRequest().getCookie(Session.COOKIE));
            request.headers().remove(HttpHeaders.COOKIE);
            request.headers().remove(HttpHeaders.AUTHORIZATION);
            if (token != null) {
                request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            }
            return context.sendRequest();
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            if (context.response().headers().get(HttpHeaders.CACHE_CONTROL) == null) {
                context.response().headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            return context.sendResponse();
        }

        private @Nullable String token(@Nullable Cookie cookie) {
            return cookie == null
                    ? null
                    : seal.open(cookie.getValue(), Session.class)
                            .filter(session -> session.until().isAfter(Instant.now()))
                            .map(Session::token)
                            .orElse(null);
        }
    }
}
