package be.vlaanderen.loopbaankrediet.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A part that runs as a process of its own. Known by its recorded process id, also to a later launcher. */
public final class ChildProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Part part;
    private final ProcessHandle handle;

    private ChildProcess(Part part, ProcessHandle handle) {
        this.part = part;
        this.handle = handle;
    }

    /** Starts it in a session of its own, so that Ctrl-C reaches the launcher alone and things stop in order. */
    static ChildProcess start(Place place, Part part, List<String> command, Map<String, String> environment) {
        try {
            Path log = place.log(part);
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> full = new ArrayList<>();
            if (Machine.has("setsid")) {
                full.add("setsid");
            }
            full.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(full)
                    .directory(place.run().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            ProcessHandle handle = builder.start().toHandle();
            Files.createDirectories(record(place, part).getParent());
            Files.writeString(record(place, part), handle.pid() + "\n");
            return new ChildProcess(part, handle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that an earlier start recorded, if it still lives and is ours: an id may have gone to another process since. */
    public static Optional<ChildProcess> find(Place place, Part part) {
        Path record = record(place, part);
        try {
            return Files.exists(record)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(record).strip()))
                            .filter(ProcessHandle::isAlive)
                            .filter(handle -> isOurs(handle, place, part))
                            .map(handle -> new ChildProcess(part, handle))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What every command line of ours carries. */
    static String mark(Place place, Part part) {
        return part == Part.POSTGRES ? place.data(part).toString() : "-Dloopbaankrediet.part=" + place.data(part);
    }

    private static boolean isOurs(ProcessHandle handle, Place place, Part part) {
        return Machine.commandLine(handle).contains(mark(place, part));
    }

    private static Path record(Place place, Part part) {
        return place.run().resolve("pids").resolve(part.folder());
    }

    Part part() {
        return part;
    }

    public ProcessHandle handle() {
        return handle;
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** Asks it to stop, waits, then ends it by force. */
    void stop() {
        if (part == Part.POSTGRES) {
            Machine.interrupt(handle); // PostgreSQL's fast shutdown; its answer to TERM is to wait for its clients
        } else {
            handle.destroy();
        }
        if (!ends(PATIENCE)) {
            handle.descendants().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
            ends(PATIENCE);
        }
    }

    private boolean ends(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
