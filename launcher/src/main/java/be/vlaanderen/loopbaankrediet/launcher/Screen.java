package be.vlaanderen.loopbaankrediet.launcher;

import java.io.PrintStream;

/** Lines for a person, whole ones, from whatever thread. */
final class Screen {

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
