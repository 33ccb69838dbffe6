package be.vlaanderen.loopbaankrediet.frontends;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in at one front end; kept sealed in a cookie that no script can read.
 *
 * @param token for the APIs
 * @param name to greet with, when the login tells one
 * @param until when the token ends
 */
record Session(String token, @Nullable String name, Instant until) {

    static final String COOKIE = "sessie";
}
