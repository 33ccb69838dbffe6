package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Screen;

/** One question about speed or size, answered beside a limit that is taken in the same run. */
interface Benchmark {

    String name();

    /** What it measures and beside what, in one or two lines. */
    String about();

    /** What it takes with the standard options, for a person who waits. */
    String takes();

    void run(Options options, Screen screen, Report report);
}
