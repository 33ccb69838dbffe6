package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.web.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A file of a citizen on its way out: never shown inside a page, never guessed to be something else, never kept on the way. */
public final class Download {

    private Download() {}

    public static Response of(Optional<EvidenceFiles.File> found) {
        EvidenceFiles.File file =
                found.orElseThrow(() -> Problem.of("not-found", 404, "Dit bestand bestaat niet, of niet meer.")
                        .exception());
        return Response.ok(file.bytes(), file.type().mediaType())
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }
}
