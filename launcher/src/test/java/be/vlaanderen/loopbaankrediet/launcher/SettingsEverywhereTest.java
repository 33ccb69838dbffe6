package be.vlaanderen.loopbaankrediet.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** A setting that a service reads is set wherever the service is started: by {@code ./dev up}, in docker-compose.yml and in k8s/. */
class SettingsEverywhereTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z_]+)(:?)");
    private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS", "MALLOC_ARENA_MAX");

    @ParameterizedTest
    @EnumSource(names = {"ELIGIBILITY", "WALLET", "PROVIDER_REGISTRY", "SESSION_CLAIMS", "PAYOUT"})
    void every_required_setting_is_set_and_no_unknown_one(Part service) throws IOException {
        Set<String> required = new TreeSet<>();
        Set<String> known = new TreeSet<>(OF_THE_JVM);
        for (Path file : settingsOf(service)) {
            Matcher setting = READ.matcher(Files.readString(file));
            while (setting.find()) {
                known.add(setting.group(1));
                if (setting.group(2).isEmpty()) {
                    required.add(setting.group(1));
                }
            }
        }
        Set<String> launched = new Applications(new Place(PROJECT, Path.of("target"), 0), secrets())
                .settings(service)
                .keySet();
        Set<String> composed = names(objects(PROJECT.resolve("docker-compose.yml"))
                .getFirst()
                .path("services")
                .path(service.folder())
                .path("environment"));
        Set<String> own = ownInKubernetes(service);
        Set<String> shared = sharedInKubernetes();
        assertAll(
                () -> assertEquals(Set.of(), without(required, launched), "not set by ./dev up"),
                () -> assertEquals(Set.of(), without(required, composed), "not set in docker-compose.yml"),
                () -> assertEquals(Set.of(), without(without(required, own), shared), "not set in k8s/"),
                () -> assertEquals(Set.of(), without(composed, known), "set in docker-compose.yml, and read by nobody"),
                () -> assertEquals(Set.of(), without(own, known), "set in k8s/, and read by nobody"));
    }

    private static List<Path> settingsOf(Part service) throws IOException {
        try (Stream<Path> platform = Files.list(PROJECT.resolve("platform"))) {
            return Stream.concat(
                            Stream.of(PROJECT.resolve(service.folder())
                                    .resolve("src/main/resources/application.properties")),
                            platform.filter(module -> !module.endsWith("test-kit"))
                                    .map(module -> module.resolve(
                                            "src/main/resources/META-INF/microprofile-config.properties")))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private static Set<String> ownInKubernetes(Part service) throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode object : objects(PROJECT.resolve("k8s/base/" + service.folder() + ".yaml"))) {
            object.at("/spec/template/spec/containers/0/env")
                    .forEach(each -> names.add(each.path("name").asText()));
        }
        return names;
    }

    private static Set<String> sharedInKubernetes() throws IOException {
        for (JsonNode object : objects(PROJECT.resolve("k8s/overlays/development/platform.yaml"))) {
            if ("ConfigMap".equals(object.path("kind").asText())
                    && "platform".equals(object.at("/metadata/name").asText())) {
                return names(object.path("data"));
            }
        }
        return Set.of();
    }

    private static List<JsonNode> objects(Path file) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        new Yaml().loadAll(Files.readString(file)).forEach(each -> objects.add(JSON.valueToTree(each)));
        return objects;
    }

    private static Set<String> names(JsonNode map) {
        Set<String> names = new TreeSet<>();
        map.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Secrets secrets() throws IOException {
        return Secrets.in(Files.createTempDirectory("settings").resolve("secrets.properties"));
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(these);
        return left;
    }
}
