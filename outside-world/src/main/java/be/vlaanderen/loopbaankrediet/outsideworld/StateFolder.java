package be.vlaanderen.loopbaankrediet.outsideworld;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder with all that survives a restart; without it a new world begins. */
@Singleton
public class StateFolder {

    private final Path folder;
    private final ObjectMapper json;
    private final List<KeptMap<?>> opened = new ArrayList<>();

    @Inject
    public StateFolder(@ConfigProperty(name = "state.dir") String folder, ObjectMapper json) {
        this.folder = Path.of(folder).toAbsolutePath();
        this.json = json;
        try {
            Files.createDirectories(this.folder);
        } catch (IOException e) {
            throw new UncheckedIOException("STATE_DIR cannot be made: " + folder, e);
        }
    }

    public synchronized <V> KeptMap<V> map(String name, Class<V> type) {
        KeptMap<V> map = KeptMap.open(folder.resolve(name + ".jsonl"), type, json);
        opened.add(map);
        return map;
    }

    @PreDestroy
    void close() {
        opened.forEach(KeptMap::close);
    }
}
