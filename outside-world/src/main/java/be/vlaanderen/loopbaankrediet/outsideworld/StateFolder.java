package be.vlaanderen.loopbaankrediet.outsideworld;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder with all that survives a restart; without it a new world begins. */
@Singleton
public class StateFolder {

    private final Path folder;
    private final ObjectMapper json;
    private final List<KeptMap<?>> opened = new ArrayList<>();
    private final FileChannel lock;

    @Inject
    public StateFolder(@ConfigProperty(name = "state.dir") String folder, ObjectMapper json) {
        this.folder = Path.of(folder).toAbsolutePath();
        this.json = json;
        try {
            Files.createDirectories(this.folder);
            this.lock = lock(this.folder.resolve("lock"));
        } catch (IOException e) {
            throw new UncheckedIOException("STATE_DIR cannot be used: " + folder, e);
        }
    }

    public synchronized <V> KeptMap<V> map(String name, Class<V> type) {
        KeptMap<V> map = KeptMap.open(folder.resolve(name + ".jsonl"), type, json);
        opened.add(map);
        return map;
    }

    /** A second process would replace the files under the first one's hands. The system releases the lock of a process that dies. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held in this very process: the same answer
        }
        channel.close();
        throw new IOException("another process keeps its state there");
    }

    @PreDestroy
    void close() throws IOException {
        opened.forEach(KeptMap::close);
        lock.close();
    }
}
