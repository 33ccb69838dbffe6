package be.vlaanderen.loopbaankrediet.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Stops every part that was recorded, whoever started it. */
@Command(name = "down")
final class Down implements Callable<Integer> {

    private static final int SECONDS = 90;

    private final Screen screen = new Screen(System.out);

    @Override
    public Integer call() throws InterruptedException {
        Place place = Place.fromEnvironment();
        Optional<ProcessHandle> launcher = launcher(place);
        List<ChildProcess> alive = Platform.alive(place);
        if (launcher.isEmpty() && alive.isEmpty()) {
            screen.line("Nothing runs.");
            return 0;
        }
        if (launcher.isPresent()) {
            screen.line("Telling the './dev up' that runs (process "
                    + launcher.get().pid() + ") to stop …");
            launcher.get().destroy();
            try {
                launcher.get().onExit().get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                launcher.get().destroyForcibly();
            }
        }
        Platform.stop(Platform.alive(place), screen);
        List<String> left = Platform.alive(place).stream()
                .map(process -> process.part().folder() + " (process "
                        + process.handle().pid() + ")")
                .toList();
        if (!left.isEmpty()) {
            throw new Trouble("These do not stop: " + String.join(", ", left));
        }
        screen.line("Everything is stopped; the data stay in " + place.project().relativize(place.run()) + "/.");
        return 0;
    }

    private static Optional<ProcessHandle> launcher(Place place) {
        Path record = Platform.launcherRecord(place);
        try {
            return Files.exists(record)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(record).strip()))
                            .filter(handle -> handle.isAlive()
                                    && Machine.commandLine(handle)
                                            .contains("-Dloopbaankrediet.part="
                                                    + place.run().resolve("launcher")))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
