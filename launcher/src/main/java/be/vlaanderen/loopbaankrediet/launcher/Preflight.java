package be.vlaanderen.loopbaankrediet.launcher;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** What can be known to go wrong before anything is started. */
final class Preflight {

    static final long NEEDED_MIB = 3 * 1024;

    private Preflight() {}

    /** Every port that somebody else holds is named, not the first alone. */
    static void portsAreFree(Place place, List<Part> parts) {
        List<String> taken = new ArrayList<>();
        for (Part part : parts) {
            int port = place.port(part);
            if (!Machine.isFree(port)) {
                taken.add("Port " + port + ", which " + part.folder() + " needs, is taken. Find who holds it: "
                        + (Machine.has("ss")
                                ? "ss -ltnp 'sport = :" + port + "'"
                                : "lsof -nP -iTCP:" + port + " -sTCP:LISTEN"));
            }
        }
        if (!taken.isEmpty()) {
            throw new Trouble(String.join("\n", taken));
        }
    }

    static void everythingIsBuilt(Place place) {
        List<String> missing = Arrays.stream(Part.values())
                .filter(Part::isApplication)
                .filter(part -> !Files.exists(place.built(part).resolve("quarkus-run.jar")))
                .map(Part::folder)
                .toList();
        if (!missing.isEmpty()) {
            throw new Trouble("Not built: " + String.join(", ", missing) + ". './dev up' builds what is missing.");
        }
    }

    /** @param available in MiB; empty on a machine that does not tell */
    static void memoryIsEnough(OptionalLong available, boolean force) {
        if (available.isPresent() && available.getAsLong() < NEEDED_MIB && !force) {
            throw new Trouble("Only " + available.getAsLong() + " MiB of memory are available; the platform needs "
                    + NEEDED_MIB + ". Close something, or try all the same with './dev up --force'.");
        }
    }
}
