package be.vlaanderen.loopbaankrediet.benchmarks;

import be.vlaanderen.loopbaankrediet.launcher.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/**
 * What a service is given in {@code k8s/base}: a JVM chooses its heap and its collector by these, and takes more where it sees more.
 *
 * @param jvmOptions those of the manifest, and its limit of memory as the JVM would see it in the container
 * @param arenas of the C library
 */
record Container(List<String> jvmOptions, String arenas) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Container of(Path project, Part service) {
        Path manifest = project.resolve("k8s/base").resolve(service.folder() + ".yaml");
        try {
            for (Object object : new Yaml().loadAll(Files.readString(manifest))) {
                JsonNode container = JSON.valueToTree(object).at("/spec/template/spec/containers/0");
                if (!container.isMissingNode()) {
                    return of(container);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no container in " + manifest.getFileName());
    }

    private static Container of(JsonNode container) {
        List<String> options =
                new ArrayList<>(List.of(setting(container, "JAVA_TOOL_OPTIONS").split(" ")));
        options.add("-XX:MaxRAM="
                + container.at("/resources/limits/memory").asText().replace("Mi", "m"));
        return new Container(List.copyOf(options), setting(container, "MALLOC_ARENA_MAX"));
    }

    private static String setting(JsonNode container, String name) {
        for (JsonNode setting : container.path("env")) {
            if (name.equals(setting.path("name").asText())) {
                return setting.path("value").asText();
            }
        }
        throw new IllegalStateException("the manifest does not set " + name);
    }
}
