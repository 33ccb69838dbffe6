package be.vlaanderen.loopbaankrediet.launcher;

import java.io.PrintStream;

/** Lines for a person, whole ones, from whatever thread. */
public final class Screen {

    private final PrintStream out;

    public Screen(PrintStream out) {
        this.out = out;
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
