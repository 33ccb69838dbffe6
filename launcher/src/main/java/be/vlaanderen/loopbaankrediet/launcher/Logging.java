package be.vlaanderen.loopbaankrediet.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the Kafka libraries say: warnings in the broker's own log, nothing between the lines that the launcher prints. */
public final class Logging {

    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    static void warningsOnly() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %3$s %5$s%6$s%n");
        ROOT.setLevel(Level.WARNING);
    }

    public static void silent() {
        ROOT.setLevel(Level.OFF);
    }
}
